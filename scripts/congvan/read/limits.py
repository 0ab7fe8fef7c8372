"""What the text of a key may be: one of some choices, or of a form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import process

from congvan.language import types
from congvan.language.fields import FieldNote, Form
from congvan.model.finding import Finding, Place

_INDEX = re.compile(r"\.\d+")
_TYPE = "type"


def within_limits(form: Form, key: str, written: str, place: Place) -> Iterator[Finding]:
    """A finding where the text of a key, "waivers.0.finding", is none that the key accepts."""
    name = _INDEX.sub("", key)
    note = form.keys[name]
    if name == _TYPE:
        yield from _known_type(written, place)
    elif note.choices and written not in note.choices:
        values = {"key": name, "choices": ", ".join(note.choices)}
        values["nearest"] = nearest_of(written, note.choices)
        yield Finding("unknown-value", place, written, values)
    elif note.pattern and not re.fullmatch(note.pattern, written):
        yield _misshapen(note, name, written, place)


def nearest_of(written: str, choices: Iterable[str]) -> str:
    """The choice that is spelt most like what was written."""
    return process.extract(written, list(choices), limit=1)[0][0]


def _known_type(written: str, place: Place) -> Iterator[Finding]:
    if written not in types.TYPES:
        named = types.by_name(written)
        nearest = named.id if named else nearest_of(written, types.TYPES)
        yield Finding("unknown-type", place, written, {"nearest": nearest})


def _misshapen(note: FieldNote, name: str, written: str, place: Place) -> Finding:
    return Finding("bad-value", place, written, {"key": name, "description": note.description})
