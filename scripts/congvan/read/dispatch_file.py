"""One dispatch file: read whole, checked by itself, whatever the others are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from congvan.language.register import Register
from congvan.model.dispatch import Dispatch
from congvan.model.finding import Finding, Place
from congvan.read.beside import ascii_name, beside_faults, pages_in
from congvan.read.body import body_faults
from congvan.read.fidelity import fidelity_faults
from congvan.read.front_matter import Parts, Yaml, compose, split
from congvan.read.gathering import gather
from congvan.read.naming import naming_faults
from congvan.read.nodes import marks, read_record
from congvan.read.places import FOLDER
from congvan.read.publishing import publishing_faults
from congvan.read.shapes import record_of
from congvan.read.source_files import ORIGINAL, SourceFiles
from congvan.read.text import decode
from congvan.read.waivers import waived

SUFFIX = ".md"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave."""

    dispatch: Dispatch | None
    """None where it has no id, type or issuer that could be read."""
    findings: tuple[Finding, ...]


def read_file(files: SourceFiles, register: Register, *, internal: bool = False) -> Reading:
    """The dispatch of one file, and everything wrong with it by itself.

    What concerns several files, duplicates and circles, is not looked at. Nothing is raised.
    """
    name = files.name
    findings = [*ascii_name(PurePath(files.path).name, Place(name))]
    if files.outside:
        outside = Finding("outside-tree", Place(name), PurePath(files.path).name)
        return Reading(None, (*findings, outside))
    text, more = decode(files.content, name) if files.content is not None else (None, ())
    findings += (*files.faults, *more)
    if text is None or files.content is None:
        return Reading(None, tuple(findings))
    draft, shape = _draft(text, name, files.path)
    draft = replace(draft, pages=pages_in(files.beside), sha256=_sha256(files))
    draft, beside = _with_original(draft, files)
    rules = _rules(draft, register, files, internal=internal)
    checked = waived(draft, (*findings, *shape, *beside, *rules))
    whole = bool(draft.id and draft.type and draft.issuer)
    return Reading(draft if whole else None, tuple(checked))


def _sha256(files: SourceFiles) -> str:
    made = hashlib.sha256(files.content or b"")
    for thing in files.beside:
        made.update(f"\n{thing.name} {thing.sha256}".encode())
    return made.hexdigest()


def _draft(text: str, name: str, relative: str) -> tuple[Dispatch, tuple[Finding, ...]]:
    """What could be read of a file, "" standing for required keys that could not."""
    parts, findings = split(text, name)
    values, places, faults = _values(parts)
    required: dict[str, Any] = {"id": "", "type": "", "issuer": ""}
    draft = Dispatch(
        **required | values,
        path=relative,
        body=parts.body,
        body_line=parts.body_line,
        marks={"": Place(name)} | places,
    )
    return draft, (*findings, *faults)


def _values(parts: Parts) -> tuple[dict[str, Any], dict[str, Place], tuple[Finding, ...]]:
    if parts.front is None:
        return {}, {}, ()
    root, findings = compose(parts.front)
    if root is None:
        blank = () if findings else (_nothing(parts.front),)
        return {}, {}, (*findings, *blank)
    values, faults = gather(read_record(record_of(Dispatch), root, "", parts.front))
    # Of a repeated key the first is read, so the first mark stands.
    places = dict(reversed(list(marks(root, parts.front))))
    return values or {}, places, faults


def _nothing(front: Yaml) -> Finding:
    return Finding("no-front-matter", Place(front.file), "---")


def _with_original(draft: Dispatch, files: SourceFiles) -> tuple[Dispatch, tuple[Finding, ...]]:
    if files.original is None:
        return draft, files.original_faults
    text, findings = decode(files.original, f"{FOLDER}/{draft.folder}/{ORIGINAL}")
    return replace(draft, original=text), findings


def _rules(
    draft: Dispatch, register: Register, files: SourceFiles, *, internal: bool
) -> Iterator[Finding]:
    yield from body_faults(draft)
    if len(draft.marks) > 1:  # without any key read, each would be told to be missing
        yield from naming_faults(draft, register)
        yield from publishing_faults(draft, register, internal=internal)
        yield from beside_faults(draft, files.beside)
        yield from fidelity_faults(draft, register)
