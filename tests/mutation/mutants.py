"""Every small change that can be made to a module: a line deleted, a comparison turned, a number moved."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TURNED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}
"""Operator → the one that takes its place."""
DELETED = (ast.Assign, ast.AugAssign, ast.Return, ast.If, ast.For, ast.Raise, ast.Expr)
"""Statements that are taken out of functions."""


@dataclass(frozen=True)
class Mutant:
    """One change of one module."""

    path: Path
    number: int
    """Position of the changed node in a walk of the tree."""
    kind: str
    line: int

    def __str__(self) -> str:
        """Place and kind."""
        return f"{self.path}:{self.line} {self.kind}"

    def function(self, source: str) -> str:
        """Qualified name of the outermost function around the change."""
        return next(name for name, node in _outermost(ast.parse(source), "") if self._is_in(node))

    def _is_in(self, node: ast.FunctionDef) -> bool:
        return node.lineno <= self.line <= (node.end_lineno or node.lineno)

    def apply(self, source: str) -> str:
        """The module with the change made."""
        tree = ast.parse(source)
        node = list(ast.walk(tree))[self.number]
        match node:
            case ast.Compare(ops=[operator, *others]):
                node.ops = [TURNED[type(operator)](), *others]  # type: ignore[list-item]
            case ast.BoolOp(op=operator) | ast.BinOp(op=operator):
                node.op = TURNED[type(operator)]()  # type: ignore[assignment]
            case ast.UnaryOp(operand=operand):
                tree = _Replaced(node, operand).visit(tree)
            case ast.Constant(value=bool(value)):
                node.value = not value
            case ast.Constant(value=int(value)):
                node.value = value + 1
            case _:
                tree = _Replaced(node, ast.Pass()).visit(tree)
        return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


class _Replaced(ast.NodeTransformer):
    """The tree with one node replaced by another."""

    def __init__(self, node: ast.AST, by: ast.AST) -> None:
        self.node, self.by = node, by

    def visit(self, node: ast.AST) -> ast.AST:
        """The node itself or what takes its place."""
        return self.by if node is self.node else self.generic_visit(node)


def mutants(path: Path, source: str) -> Iterator[Mutant]:
    """Every mutant of a module, changes of annotations and docstrings left out."""
    tree = ast.parse(source)
    inside = {id(node) for function in _functions(tree) for part in function.body for node in ast.walk(part)}
    notes = {id(node) for function in _functions(tree) for part in _annotations(function) for node in ast.walk(part)}
    for number, node in enumerate(ast.walk(tree)):
        kind = _kind(node)
        if kind and id(node) in inside and id(node) not in notes:
            yield Mutant(path, number, kind, node.lineno)  # type: ignore[attr-defined]


def _outermost(tree: ast.AST, before: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions of a module and methods of its classes with their qualified names."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield before + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from _outermost(node, f"{before}{node.name}.")
        else:
            yield from _outermost(node, before)


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _annotations(function: ast.FunctionDef) -> Iterator[ast.AST]:
    for node in ast.walk(function):
        if isinstance(node, ast.AnnAssign):
            yield node.annotation
        elif isinstance(node, ast.FunctionDef):
            yield from (part for part in (node.returns, *(a.annotation for a in node.args.args)) if part is not None)


def _kind(node: ast.AST) -> str:
    """What can be done to a node, or nothing."""
    match node:
        case ast.Compare(ops=[operator, *_]) if type(operator) in TURNED:
            return "comparison"
        case ast.BoolOp():
            return "and-or"
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            return "plus-minus"
        case ast.UnaryOp(op=ast.Not()):
            return "not"
        case ast.Constant(value=bool() | int()):
            return "constant"
        case ast.Expr(value=ast.Constant()):
            return ""
        case _ if isinstance(node, DELETED):
            return "deletion"
    return ""
