"""Pages to look things up: roles, terms, sources, what changed, what is open."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.addresses import HUBS
from generator.derive.relations import StepUse
from generator.derive.term_uses import procedures_of_terms
from generator.derive.views import Views
from generator.model.procedure import Procedure, is_document_id
from generator.model.role import Role
from generator.model.rule import Basis, Evidence, Rule
from generator.render.calculator_data import term_tools
from generator.render.context import Context, fill
from generator.render.page import Page

_UNSURE = (Evidence.MEMORY, Evidence.CONFLICT)


def reference_pages(views: Views) -> Iterator[Page]:
    """Roles, terms, sources, changes, open items and updates."""
    yield fill("roles.html.jinja", Context(views, HUBS["roles"]), title="角色")
    for role in views.handbook.roles:
        yield _role(views, role)
    yield fill(
        "terms.html.jinja",
        Context(views, HUBS["terms"]),
        title="术语",
        procedures_of=procedures_of_terms(views.handbook),
        term_tools=term_tools,
    )
    yield fill("sources.html.jinja", Context(views, HUBS["sources"]), title="来源")
    for source in views.handbook.sources:
        clauses = views.relations.clauses.get(source.id, ())
        yield fill(
            "source.html.jinja",
            Context(views, views.addresses.of("sources", source.id)),
            title=source.title,
            lead=source.summary,
            source=source,
            current=[c for c in clauses if not c.past],
            past=[c for c in clauses if c.past],
        )
    yield fill("changes.html.jinja", Context(views, HUBS["changes"]), title="2013 → 今天")
    yield fill("open.html.jinja", Context(views, HUBS["open"]), title="待核", articles=list(_articles(views)))
    yield fill("updates.html.jinja", Context(views, HUBS["updates"]), title="最近更新")


def _articles(views: Views) -> Iterator[tuple[Rule, Basis]]:
    """Cited articles whose number is not confirmed, of rules that are otherwise known."""
    for rule in views.handbook.rules:
        for basis in rule.basis:
            if rule.scored and basis.article and basis.article_evidence in _UNSURE:
                yield rule, basis


def _role(views: Views, role: Role) -> Page:
    uses: dict[str, list[StepUse]] = {}
    for use in views.relations.steps_of_role.get(role.id, ()):
        uses.setdefault(use.procedure.id, []).append(use)
    steps: list[tuple[Procedure, list[StepUse]]] = [(found[0].procedure, found) for found in uses.values()]
    binding = dict.fromkeys(role.rules)
    binding |= {key[1]: None for key in views.relations.used_by.get(("roles", role.id), ()) if key[0] == "rules"}
    papers = {
        paper: None for found in uses.values() for use in found for paper in use.step.papers if is_document_id(paper)
    }
    papers |= {d.id: None for d in views.handbook.documents if d.writer_role == role.id}
    return fill(
        "role.html.jinja",
        Context(views, views.addresses.of("roles", role.id)),
        title=role.name,
        lead=role.lead,
        role=role,
        steps=steps,
        papers=list(papers),
        rules=[views.handbook.get(Rule, rule_id) for rule_id in binding],
    )
