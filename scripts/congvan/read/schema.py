"""The JSON Schema of front matter, generated from the nouns and the notes on their fields."""

from __future__ import annotations

import json
from typing import Any

from congvan.language import fields, types
from congvan.language.fields import FieldNote, Form
from congvan.model.dispatch import Dispatch
from congvan.model.sources import KnownDocument
from congvan.read.shapes import Day, Edtf, ListOf, Record, Shape, Text, record_of

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_EDTF = r"^(\.\.|\d{4}(-(\d\d|XX)(-(\d\d|XX))?)?[?~%]?)(/(\.\.|\d{4}(-\d\d(-\d\d)?)?[?~%]?))?$"
_DAY = r"^\d{4}-\d\d-\d\d$"


def json_schema() -> Schema:
    """The schema of a dispatch's front matter. Values are strings: they are read as written."""
    return _root(record_of(Dispatch), fields.DISPATCH)


def as_bytes() -> bytes:
    """The same as a file to publish."""
    return (json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n").encode()


def known_schema() -> Schema:
    """The schema of `known.yml`: a list of documents that are known and not held."""
    entry = _root(record_of(KnownDocument), fields.KNOWN)
    return {"$schema": entry.pop("$schema"), "type": "array", "items": entry}


def _root(record: Record, form: Form) -> Schema:
    heading = {"$schema": DIALECT, "title": form.title, "description": form.description}
    return heading | _record(record, form, "")


def _record(record: Record, form: Form, key: str) -> Schema:
    named = {name: f"{key}.{name}" if key else name for name in record.fields}
    return {
        "type": "object",
        "properties": {
            name: _noted(field.shape, form, named[name]) for name, field in record.fields.items()
        },
        "required": [name for name, field in record.fields.items() if field.required],
        "additionalProperties": False,
    }


def _noted(shape: Shape, form: Form, key: str) -> Schema:
    """The schema of one key with its description. Raises KeyError where a key has no note."""
    note = form.keys[key]
    schema: Schema = {"description": note.description} | _shaped(shape, form, key)
    if note.example is not None:
        example = list(note.example) if isinstance(note.example, tuple) else note.example
        schema["examples"] = [example]
    return schema


def _shaped(shape: Shape, form: Form, key: str) -> Schema:
    match shape:
        case Record():
            return _record(shape, form, key)
        case ListOf():
            return {"type": "array", "items": _shaped(shape.item, form, key)}
        case Day():
            return {"type": "string", "format": "date", "pattern": _DAY}
        case Edtf():
            return {"type": "string", "pattern": _EDTF}
        case Text():
            return {"type": "string"} | _limits(form.keys[key], key)


def _limits(note: FieldNote, key: str) -> Schema:
    if note.choices:
        return {"enum": list(note.choices)}
    if key == "type":
        return {"enum": sorted(types.TYPES)}
    if note.pattern:
        return {"pattern": f"^{note.pattern}$"}
    return {}
