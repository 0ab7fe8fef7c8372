"""Fields: what each key that a clerk writes means, from `fields.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class FieldNote:
    """What is said of one key, and what its text must be."""

    description: str
    choices: tuple[str, ...] = ()
    pattern: str | None = None
    """A regular expression for the whole value, in the grammar that JSON Schema shares."""
    example: str | tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of mapping that clerks write."""

    title: str
    description: str
    keys: Mapping[str, FieldNote]
    """By dotted key, without the numbers of lists: "tasks.lead"."""


def _load() -> Mapping[str, Form]:
    text = resources.files("congvan.language").joinpath("data/fields.yml").read_text("utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    return MappingProxyType({name: _form(entry) for name, entry in data.items()})


def _form(entry: dict[str, Any]) -> Form:
    keys = {key: _note(note) for key, note in entry["keys"].items()}
    return Form(entry["title"], entry["description"], MappingProxyType(keys))


def _note(note: dict[str, Any]) -> FieldNote:
    example = note.get("example")
    return FieldNote(
        description=note["description"],
        choices=tuple(note.get("choices", ())),
        pattern=note.get("pattern"),
        example=tuple(example) if isinstance(example, list) else example,
    )


FORMS = _load()
"""The forms by name: "dispatch", "known"."""
DISPATCH = FORMS["dispatch"]
KNOWN = FORMS["known"]
