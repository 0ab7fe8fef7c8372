"""What is known of each document on the way from its file to the archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from congvan.model.citation import Citation
from congvan.model.dispatch import Dispatch
from congvan.model.document import Document, Relation
from congvan.model.finding import Finding
from congvan.model.partial_date import PartialDate
from congvan.model.recognised import Recognised
from congvan.model.symbol import Symbol


class Publicity(StrEnum):
    """What may be known of a dispatch outside the house."""

    PUBLIC = "public"
    WITHDRAWN = "withdrawn"
    WAITING = "waiting"
    """Nobody has approved it yet: hidden until then."""
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Claim:
    """A citation with what is known of the document it names."""

    document: str | None
    """The citing document's id; None for an entry of `known.yml`."""
    citation: Citation
    owner: str | None
    """The agency whose number series the code belongs to; None where it cannot be told."""
    date: PartialDate | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that a citation could mean."""

    id: str
    owner: str
    symbol: Symbol
    date: PartialDate | None

    def fits(self, date: PartialDate) -> bool:
        """Whether it can be what is cited with `date`."""
        if self.date is None:
            return self.symbol.year == date.year
        if self.symbol.style == "party":
            mine = self.date
            return mine.earliest <= date.latest and date.earliest <= mine.latest
        return self.date.year == date.year


@dataclass(frozen=True, slots=True)
class Prepared:
    """One file, read and recognised by itself, whatever the others are."""

    findings: tuple[Finding, ...]
    dispatch: Dispatch | None = None
    """Of a hidden one only what rules across files need; of a withdrawn one what a tombstone does;
    None where the file has no id, type or issuer that could be read."""
    publicity: Publicity = Publicity.HIDDEN
    recognised: Recognised | None = None
    """Of a public one."""
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """All that one public dispatch is resolved from."""

    recognised: Recognised
    claims: tuple[Claim, ...]
    address: str
    held: tuple[Candidate, ...]
    """Held documents of the codes that it cites."""
    stubs: tuple[Candidate, ...]
    """Documents of these codes that are not held."""
    ids: Mapping[str, bool] = field(default_factory=dict)
    """The ids of its clerk's own references that exist: whether they are held."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """One document linked to others."""

    document: Document
    relations: tuple[Relation, ...] = ()
    """From it."""
    findings: tuple[Finding, ...] = ()
