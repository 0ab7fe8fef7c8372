"""The shapes of front matter, read off the nouns: a field of the noun is a key of the file.

The nouns are the one place where the keys, their types and which of them are required is said; the
reader and the published schema both follow from what stands here.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from congvan.model.dispatch import Dispatch
from congvan.model.partial_date import PartialDate
from congvan.model.sources import KnownDocument


@dataclass(frozen=True, slots=True)
class Text:
    """One scalar, as written."""


@dataclass(frozen=True, slots=True)
class Day:
    """A full day, "2021-05-19"."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date that may be partial, "2021-05"."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A sequence of one shape."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record: its shape, and the attribute it becomes."""

    shape: Shape
    attribute: str
    required: bool


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys, made into a noun."""

    noun: type
    fields: Mapping[str, Field]


Shape = Text | Day | Edtf | ListOf | Record

# What a noun knows beyond what a clerk writes: where it stood and what stood beside it.
_NOT_KEYS: Mapping[type, frozenset[str]] = {
    Dispatch: frozenset({"path", "body", "body_line", "original", "pages", "sha256", "marks"}),
    KnownDocument: frozenset({"place"}),
}


@cache
def record_of(noun: type) -> Record:
    """The record a noun is read from. Raises TypeError for a field that has no shape."""
    hints = get_type_hints(noun)
    hidden = _NOT_KEYS.get(noun, frozenset())
    found = {
        # A trailing underscore only keeps an attribute apart from a word of Python: `with_`.
        f.name.rstrip("_"): Field(
            shape=_shape(hints[f.name]),
            attribute=f.name,
            required=f.default is MISSING and f.default_factory is MISSING,
        )
        for f in fields(noun)
        if f.name not in hidden
    }
    return Record(noun, found)


def _shape(hint: Any) -> Shape:
    if isinstance(hint, types.UnionType):
        return _shape(next(part for part in get_args(hint) if part is not types.NoneType))
    if get_origin(hint) is tuple:
        return ListOf(_shape(get_args(hint)[0]))
    if is_dataclass(hint) and hint is not PartialDate:
        return record_of(hint)  # type: ignore[arg-type]  # is_dataclass also admits instances
    return _SCALARS[hint]


_SCALARS: Mapping[Any, Shape] = {str: Text(), date: Day(), PartialDate: Edtf()}
