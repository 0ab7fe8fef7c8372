"""A dispatch as its clerk wrote it: the front matter verbatim in shape, typed in value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day

from congvan.model.finding import Place
from congvan.model.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed (Decree 30/2020, annex I, II.7)."""

    authority: tuple[str, ...] = ()
    """The lines above the signer's own title: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"."""
    title: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class StatedRelation:
    """A relation a clerk wrote down: its kind and the document by id or official citation."""

    kind: str
    document: str


@dataclass(frozen=True, slots=True)
class StatedTask:
    """A task a clerk wrote down; it replaces what would be recognised."""

    lead: tuple[str, ...]
    text: str
    with_: tuple[str, ...] = ()
    due: PartialDate | None = None
    when: str | None = None
    phrase: str | None = None
    repeat: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class StatedLink:
    """A clerk's word on what a phrase of the body means; target `none` unlinks it."""

    quote: str
    target: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside the dispatch, by its name in the dispatch's own folder."""

    file: str
    title: str
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The text or file as received, in the dispatch's own folder."""

    file: str
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A note to the record, shown on the page; the body itself is never changed."""

    date: Day
    text: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding a clerk sets aside, with the reason: "personal-phone", a public hotline."""

    finding: str
    reason: str
    fragment: str | None = None
    """The words it is about; None for every finding of that code in the file."""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One file of `dispatches/`. A list that is None was not stated; `()` was stated empty."""

    id: str
    path: str
    """The file, relative to `dispatches/`: "ubnd-dak-lak/2021/ks-ubnd-kgvx-k7d2m9qa.md"."""
    type: str
    """A type id of `types.yml`: "cong-van", "ke-hoach"."""
    issuer: str
    """The agency id of the series owner."""
    body: str
    """Markdown from the first paragraph after the addressees to the closing "./.", NFC."""
    body_line: int = 1
    """The line of the file on which the body's first character stands."""
    number: str | None = None
    """As written, "05" or "123a"; None while blank."""
    symbol: str | None = None
    """What stands after the number: "UBND-KGVX", "KH-UBND"; for a Party code "KH/TU"."""
    organ: str | None = None
    place: str | None = None
    date: PartialDate | None = None
    subject: str | None = None
    urgency: str | None = None
    to: tuple[str, ...] | None = None
    copies: tuple[str, ...] | None = None
    signer: Signer | None = None
    implements: tuple[str, ...] | None = None
    relations: tuple[StatedRelation, ...] | None = None
    tasks: tuple[StatedTask, ...] | None = None
    links: tuple[StatedLink, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    access: str = "public"
    """"public" or "internal"."""
    status: str = "issued"
    """"issued" or "withdrawn"."""
    published: Day | None = None
    approved_by: str | None = None
    consent: str | None = None
    source: Source | None = None
    corrections: tuple[Correction, ...] = ()
    key_note: str | None = None
    slug: str | None = None
    aliases: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    original: str | None = None
    """The text of `goc.txt`, NFC; None where the file has none."""
    pages: tuple[str, ...] = ()
    """Pictures of the pages it was read from, beside it, in order: "goc-trang-001.jpg"."""
    sha256: str = ""
    """Of the file and of all that lies beside it: another one is another dispatch, though every
    word be the same."""
    marks: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Where each key's value stands: "date", "to.0", "signer.name"."""

    @property
    def folder(self) -> str:
        """The folder of its files, relative to `dispatches/`."""
        return self.path.removesuffix(".md")
