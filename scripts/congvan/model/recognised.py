"""What recognition saw: in a whole text as received (a letter) and in a held dispatch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from congvan.model.assignment import Assignment
from congvan.model.citation import Citation, Mention
from congvan.model.dispatch import Dispatch, Signer
from congvan.model.outline import Item
from congvan.model.partial_date import PartialDate
from congvan.model.sources import KnownDocument
from congvan.model.span import Span


@dataclass(frozen=True, slots=True)
class Letter:
    """Header and footer of a document read from its plain text; None or () where not there."""

    type: str | None
    """A type id."""
    number: str | None
    symbol: str | None
    code: str | None
    """The number and symbol together, as a citation would print them; None while unnumbered."""
    issuer: str | None
    """The full name: "Ủy ban nhân dân tỉnh Đắk Lắk"."""
    place: str | None
    date: PartialDate | None
    subject: str | None
    urgency: str | None
    to: tuple[str, ...]
    copies: tuple[str, ...]
    signer: Signer | None
    body: Span
    """Where the body stands in the text."""
    second: str | None = None
    """The code of another letter that the text holds behind this one, which is not read."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands in one body and its subject line."""

    outline: tuple[Item, ...] = ()
    citations: tuple[Citation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    assignments: tuple[Assignment, ...] = ()


@dataclass(frozen=True, slots=True)
class Recognised:
    """A held dispatch with what was seen in it."""

    dispatch: Dispatch
    seen: Seen
    references: Mapping[str, Citation] = field(default_factory=dict)
    """What the clerk's own references say ("Kế hoạch số … ngày … của …"), by their words."""


@dataclass(frozen=True, slots=True)
class RecognisedKnown:
    """An entry of `known.yml` with what its citation says; None where it says nothing certain."""

    known: KnownDocument
    citation: Citation | None
