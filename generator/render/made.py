"""Files that take long to make: what they are made of, so that they are made only when that has changed."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

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
        if self.known:
            return self.known
        name = f"{self.function.__module__}.{self.function.__qualname__}"
        told = "\x1f".join([name, *(_told(argument) for argument in self.arguments)])
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def parts(self) -> tuple[Made, ...]:
        """The files it is made of."""
        return tuple(parts(self.arguments))

    def __call__(self) -> bytes:
        """The bytes of the file."""
        return self.function(*self.arguments)


def parts(value: Any) -> Iterator[Made]:
    """The files that a value, such as the arguments of another file, is made of."""
    if isinstance(value, Made):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            if not isinstance(item, str):
                yield from parts(item)
    elif isinstance(value, Mapping):
        yield from parts(tuple(value.values()))
    elif dataclasses.is_dataclass(value):
        yield from parts(tuple(getattr(value, field.name) for field in dataclasses.fields(value)))


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


def _told(value: Any) -> str:
    words: list[str] = []
    _tell(value, words)
    return "\x1e".join(words)


def _tell(value: Any, words: list[str]) -> None:
    """Add a value in words that are the same in every process; raises `TypeError` for what cannot be told."""
    if type(value) is str:
        words.append(f"str {value!r}")
    elif isinstance(value, Made):
        words.append(f"made {value.key}")
    elif isinstance(value, Enum):
        words.append(f"{type(value).__name__}.{value.name}")
    elif value is None or isinstance(value, str | bytes | int | float):
        words.append(f"{type(value).__name__} {value!r}")
    elif isinstance(value, BaseModel):
        words.append(f"{type(value).__name__} {value.model_dump_json()}")
    elif isinstance(value, Mapping):
        words.append("{")
        for key in sorted(value):
            _tell(key, words)
            _tell(value[key], words)
        words.append("}")
    elif isinstance(value, tuple | list):
        words.append("(")
        for item in value:
            _tell(item, words)
        words.append(")")
    elif dataclasses.is_dataclass(value):
        words.append(type(value).__name__)
        _tell([getattr(value, field.name) for field in dataclasses.fields(value)], words)
    else:
        raise TypeError(f"{type(value).__name__} cannot be part of what a file is made of")
