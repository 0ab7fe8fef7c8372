"""`known.yml`: documents known but not held."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import yaml

from congvan.language import fields
from congvan.language.register import Register
from congvan.model.finding import Finding, Place
from congvan.model.sources import KnownDocument
from congvan.read.front_matter import Yaml, compose
from congvan.read.nodes import read_record
from congvan.read.places import FOLDER
from congvan.read.shapes import record_of
from congvan.read.text import read_text

FILE = f"{FOLDER}/known.yml"


def read_known(
    root: Path, register: Register
) -> Generator[Finding, None, tuple[KnownDocument, ...]]:
    """The entries of the file, each with its place; none where there is no such file."""
    path = root / FILE
    if not path.exists():
        return ()
    text, findings = read_text(path, FILE)
    yield from findings
    source = Yaml(FILE, text or "", fields.KNOWN)
    node, faults = compose(source)
    yield from faults
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        yield Finding("expected-list", source.place(node.start_mark), "", {"key": path.name})
        return ()
    return (yield from _entries(node, source, register))


def _entries(
    node: yaml.SequenceNode, source: Yaml, register: Register
) -> Generator[Finding, None, tuple[KnownDocument, ...]]:
    entries = []
    for item in node.value:
        values = yield from read_record(record_of(KnownDocument), item, "", source)
        if values and "citation" in values:
            entry = KnownDocument(**values, place=source.place(item.start_mark))
            yield from _owner(entry, register)
            entries.append(entry)
    return tuple(entries)


def _owner(entry: KnownDocument, register: Register) -> Generator[Finding, None, None]:
    if entry.owner is None:
        return
    try:
        register.agency(entry.owner)
    except KeyError:
        place = entry.place or Place(FILE)
        nearest = {"nearest": ", ".join(register.suggest(entry.owner)[:3])}
        yield Finding("unknown-agency", place, entry.owner, nearest)
