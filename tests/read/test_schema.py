from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from congvan.language import fields
from congvan.language.types import TYPES
from congvan.model.dispatch import Dispatch
from congvan.model.sources import KnownDocument
from congvan.read import schema
from congvan.read.shapes import ListOf, Record, Shape, record_of

SEED = "ubnd-dak-lak/2021/ks-ubnd-kgvx-k7d2m9qa.md"


def keys(record: Record, prefix: str = "") -> Iterator[str]:
    """Every dotted key of a record."""
    for name, field in record.fields.items():
        yield f"{prefix}{name}"
        yield from below(field.shape, f"{prefix}{name}.")


def below(shape: Shape, prefix: str) -> Iterator[str]:
    """The keys inside a shape."""
    if isinstance(shape, ListOf):
        yield from below(shape.item, prefix)
    elif isinstance(shape, Record):
        yield from keys(shape, prefix)


@pytest.mark.parametrize(
    ("noun", "form"), [(Dispatch, fields.DISPATCH), (KnownDocument, fields.KNOWN)]
)
def test_every_key_has_its_note(noun: type, form: fields.Form) -> None:
    """Each key of the noun is described, and nothing is described that is no key."""
    assert set(keys(record_of(noun))) == set(form.keys)


def test_schema_is_a_schema() -> None:
    """What is published is valid JSON Schema, closed and described in every key."""
    made = schema.json_schema()
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["additionalProperties"] is False
    assert made["required"] == ["id", "type", "issuer"]
    assert all(entry["description"] for entry in made["properties"].values())
    assert json.loads(schema.as_bytes()) == made


def test_schema_knows_types_and_choices() -> None:
    """The values that a key accepts are in the schema."""
    properties = schema.json_schema()["properties"]
    assert properties["type"]["enum"] == sorted(TYPES)
    assert properties["access"]["enum"] == ["public", "internal"]


def front_matter(root: Path) -> dict[str, Any]:
    """The first dispatch's front matter with every scalar a string."""
    text = (root / "dispatches" / SEED).read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text.split("---\n")[1], Loader=yaml.CBaseLoader)
    return loaded


def test_a_dispatch_is_valid_by_the_schema(root: Path) -> None:
    """What the reader accepts, the schema accepts."""
    jsonschema.validate(front_matter(root), schema.json_schema())


@pytest.mark.parametrize(
    "change",
    [
        {"id": "K7"},
        {"number": 5},
        {"date": "19/5/2021"},
        {"published": "2021-05"},
        {"acces": "public"},
        {"access": "pubic"},
        {"to": "Sở A"},
        {"signer": {"nme": "A"}},
        {"type": "ke-hoac"},
        {"tasks": [{"lead": ["A"]}]},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(root: Path, change: dict[str, Any]) -> None:
    """An editor that knows the schema marks the faults that the check would tell."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(front_matter(root) | change, schema.json_schema())


def test_known_schema_is_a_list() -> None:
    """The schema of known documents is a list of them."""
    made = schema.known_schema()
    jsonschema.Draft202012Validator.check_schema(made)
    jsonschema.validate([{"citation": "a"}], made)
