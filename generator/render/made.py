"""Files that take long to make: what they are made of, so that they are made only when that has changed."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property, partial
from typing import Any, Final

from pydantic import BaseModel


@dataclass(frozen=True)
class Made:
    """A file not yet made; calling it makes it. The same key always makes the same bytes."""

    function: Callable[..., bytes]
    """Makes the bytes; a function of a module, so that another process can call it."""
    arguments: tuple[Any, ...]
    """What the function is given: frozen values."""
    known: str = ""
    """Its key, where that is known already."""

    @classmethod
    def of(cls, function: Callable[..., bytes], *arguments: Any) -> Made:
        """The file that `function(*arguments)` makes."""
        return cls(function, arguments)

    @cached_property
    def key(self) -> str:
        """Hash of the function's name and of all it is given; the publisher adds that of the code."""
        return self.known or self._told[0]

    @cached_property
    def parts(self) -> tuple[Made, ...]:
        """The files it is made of."""
        return self._told[1]

    @cached_property
    def _told(self) -> tuple[str, tuple[Made, ...]]:
        """Hash of what it is made of, and the files in it."""
        words, files = [f"{self.function.__module__}.{self.function.__qualname__}"], list[Made]()
        _tell(self.arguments, words, files)
        return hashlib.sha256("\x1f".join(words).encode("utf-8", "surrogatepass")).hexdigest(), tuple(files)

    def __call__(self) -> bytes:
        """The bytes of the file."""
        return self.function(*self.arguments)


def with_ready(value: Any, ready: Mapping[str, bytes]) -> Any:
    """The value with every file in it, found by its key, in place of what makes it."""
    if isinstance(value, Made):
        return Made(bytes, (ready[value.key],), value.key)
    if isinstance(value, Mapping):
        return {key: with_ready(item, ready) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return tuple(with_ready(item, ready) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **{name: with_ready(item, ready) for name, item in fields.items()})
    return value


def _tell(value: Any, words: list[str], files: list[Made]) -> None:
    """Add a value in words that are the same in every process; raises `TypeError` for what cannot be told."""
    if type(value) is str:
        words.append(f"={len(value)} {value}")
    else:
        _way(value.__class__)(value, words, files)


_Way = Callable[[Any, list[str], list[Made]], None]


@cache
def _way(kind: type) -> _Way:
    """How values of a type are told."""
    for kinds, way in _WAYS:
        if issubclass(kind, kinds):
            return way
    if dataclasses.is_dataclass(kind):
        return partial(_tell_fields, kind.__name__, tuple(field.name for field in dataclasses.fields(kind)))
    raise TypeError(f"{kind.__name__} cannot be part of what a file is made of")


def _tell_fields(kind: str, names: tuple[str, ...], value: Any, words: list[str], files: list[Made]) -> None:
    words.append(kind)
    for name in names:
        _tell(getattr(value, name), words, files)


def _tell_made(value: Made, words: list[str], files: list[Made]) -> None:
    words.append(f"made {value.key}")
    files.append(value)


def _tell_sign(value: Enum, words: list[str], _: list[Made]) -> None:
    words.append(f"{type(value).__name__}.{value.name}")


def _tell_plain(value: object, words: list[str], _: list[Made]) -> None:
    words.append(f"{type(value).__name__} {value!r}")


def _tell_model(value: BaseModel, words: list[str], _: list[Made]) -> None:
    words.append(f"{type(value).__name__} {value.model_dump_json()}")


def _tell_row(value: Sequence[Any], words: list[str], files: list[Made]) -> None:
    words.append(f"({len(value)}")
    for item in value:
        _tell(item, words, files)


def _tell_named(value: Mapping[Any, Any], words: list[str], files: list[Made]) -> None:
    words.append(f"{{{len(value)}")
    for name in sorted(value):
        _tell(name, words, files)
        _tell(value[name], words, files)


_WAYS: Final[tuple[tuple[Any, _Way], ...]] = (
    (Made, _tell_made),
    (Enum, _tell_sign),
    ((str, bytes, int, float, type(None)), _tell_plain),
    (BaseModel, _tell_model),
    (Mapping, _tell_named),
    ((tuple, list), _tell_row),
)
