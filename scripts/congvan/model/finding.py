"""Findings: what a clerk should know about a source, as values without prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """The archive must not be built."""
    WARNING = "warning"
    """Something a clerk should mend; the build goes on."""
    NOTE = "note"
    """Something worth knowing."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the sources: a path relative to the archive's root, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. The sentence a reader sees comes from the wording file by `code`."""

    code: str
    """A kebab-case name; every code has its severity, sentence and remedy in `wording.yml`."""
    place: Place
    fragment: str = ""
    """The words at fault, as written."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What the sentence's `{…}` fields are filled with."""
