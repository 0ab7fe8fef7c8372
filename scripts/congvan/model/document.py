"""Documents: anything with an identity, held with its text or known by its citations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day

from congvan.model.assignment import Deadline
from congvan.model.dispatch import Dispatch
from congvan.model.link import AgencyLink, Link, Party
from congvan.model.partial_date import PartialDate
from congvan.model.recognised import Seen
from congvan.model.symbol import Symbol


@dataclass(frozen=True, slots=True)
class Task:
    """An assignment whose parties are resolved."""

    document: str
    ordinal: int
    """From 1 in the order of the text."""
    lead: tuple[Party, ...]
    with_: tuple[Party, ...]
    text: str
    anchor: str | None
    deadline: Deadline | None = None
    via: Party | None = None
    stated: bool = False
    """Whether a clerk wrote it; otherwise it was recognised."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed tie between two documents, stored once and read both ways."""

    kind: str
    """"implements", "based-on", "cites", "replaces", "abolishes", "amends", "corrects", "recalls",
    "answers", "attaches", "reminds"."""
    source: str
    target: str
    stated: bool = False
    links: tuple[Link, ...] = field(default=(), compare=False)
    """The mentions that carry it, in order of the text, with sentence and pinpoints."""


@dataclass(frozen=True, slots=True)
class Card:
    """What lists and links show of a document: little, so that little is made again with it."""

    id: str
    address: str
    """Below the site's root, with a closing slash: "van-ban/ubnd-dak-lak/2021/28-kh-tu/"."""
    owner: str
    """The agency id of the series owner."""
    type: str
    code: str | None
    number: str | None
    symbol: str | None
    date: PartialDate | None
    subject: str | None
    held: bool


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the archive."""

    id: str
    address: str
    """Below the site's root, with a closing slash: "van-ban/ubnd-dak-lak/2021/28-kh-tu/"."""
    owner: str
    """The agency id of the series owner."""
    type: str
    code: str | None
    """The number and symbol in one, as printed: "28-KH/TU"; None while unnumbered."""
    number: str | None
    symbol: str | None
    date: PartialDate | None
    subject: str | None
    organ: str | None = None
    dispatch: Dispatch | None = None
    """None for a stub."""
    seen: Seen = field(default_factory=Seen, compare=False)
    links: tuple[Link, ...] = field(default=(), compare=False)
    agencies: tuple[AgencyLink, ...] = field(default=(), compare=False)
    to: tuple[Party, ...] = ()
    copies: tuple[Party, ...] = ()
    tasks: tuple[Task, ...] = ()
    source_url: str | None = None
    """Where a document that is not held is published, from `known.yml`."""

    @property
    def held(self) -> bool:
        """Whether the archive has its text."""
        return self.dispatch is not None

    @property
    def card(self) -> Card:
        """What lists and links show of it."""
        return Card(
            self.id,
            self.address,
            self.owner,
            self.type,
            self.code,
            self.number,
            self.symbol,
            self.date,
            self.subject,
            self.held,
        )


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a withdrawn document: enough to answer an old address, none of its text."""

    id: str
    address: str
    owner: str
    type: str
    code: str | None
    date: PartialDate | None
    symbol: str | None = None
    reason: str | None = None
    aliases: tuple[str, ...] = ()


def age(document: Document | Card) -> str:
    """The order of documents: oldest first, then by id."""
    day = document.date.earliest if document.date else Day.min
    return f"{day.isoformat()}/{document.id}"


def unit_of(document: Document | Card) -> str | None:
    """The letters of the drafting unit in a document's symbol, capitals: "KGVX"."""
    if not document.symbol:
        return None
    try:
        unit = Symbol.of(document.number, document.symbol).unit
    except ValueError:
        return None
    return unit.upper() if unit else None
