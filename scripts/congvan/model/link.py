"""Links: what a citation or a name points at, or why it points at nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from congvan.model.citation import Citation, Mention


class Status(StrEnum):
    """The four answers; doubt is a result, never a guess."""

    FOUND = "found"
    STUB = "stub"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Link:
    """A citation with the document it points at."""

    citation: Citation
    status: Status
    target: str | None = None
    """The document's id, for found and stub."""
    candidates: tuple[str, ...] = ()
    """The ids it could be, for ambiguous."""
    item: str | None = None
    """The anchor of the item it stands in; None in the subject line."""
    sentence: str = ""
    """The sentence around it, markup removed."""


@dataclass(frozen=True, slots=True)
class Party:
    """A name as printed with the body or group it means; both None while unresolved."""

    printed: str
    """The words as they stand: "Nhà báo" in "Các Hội: Nhà báo, Văn học Nghệ thuật tỉnh"."""
    agency: str | None = None
    group: str | None = None
    name: str | None = None
    """The full name the words stand for, where it differs: "Hội Nhà báo tỉnh"."""
    line: int | None = None
    """For an addressee: the index of its printed line in the dispatch's `to` or `copies`."""


@dataclass(frozen=True, slots=True)
class AgencyLink:
    """A mention in running text with what it means."""

    mention: Mention
    party: Party
