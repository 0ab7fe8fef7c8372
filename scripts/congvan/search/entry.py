"""Entries: what of a document is searched, field by field, with what narrows a search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntFlag

from congvan.language import calendar, labels, markup, types
from congvan.model.archive import Archive
from congvan.model.document import Card, Document
from congvan.model.link import Party
from congvan.search.names import Names


class Field(IntFlag):
    """Where a term stands. One term of one document may stand in several fields at once."""

    BODY = 1
    """The text that the archive holds, heading and closing included."""
    SUBJECT = 2
    AGENCY = 4
    """A name of the issuer, of an addressee or of who is given a task."""
    PLAN = 8
    """The code of a document that this one implements."""
    CODE = 16
    """The document's own code."""
    TYPE = 32
    """The name of its type."""
    KNOWN = 64
    """What is known of a document whose text is not held."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of text that are found in certain fields; pairs of words never leave a line."""

    lines: tuple[str, ...]
    fields: Field
    code: bool = False
    """Whether it is a code with its type: there only the number tells documents apart."""
    often: bool = False
    """Whether other documents are likely to have the same: the names of an agency."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A value by which results are narrowed."""

    kind: str
    """"nam", "loai", "ban-hanh", "giao", "gui", "han", "co"."""
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as search sees it."""

    document: Document
    issuer: str
    """The issuer's full name."""
    type: str
    """The type's name."""
    passages: tuple[Passage, ...]
    lines: tuple[str, ...]
    """The text a snippet is cut from, its words as they stand in the document."""
    also: tuple[str, ...]
    """What it is found by although it does not stand in it: its citation, names of agencies."""
    facets: tuple[Facet, ...]


def entry_of(id_: str, archive: Archive) -> Entry:
    """What is searched of one document. Raises KeyError where there is none of that id."""
    document = archive.document(id_)
    names = Names(archive)
    type_name = type_name_of(document.type)
    lines = tuple(_lines(document, names))
    citation = citation_of(document, names.official(document.owner))
    spoken = tuple(names.every(agency) for agency in _agencies(document))
    passages = _passages(document, (citation, *lines), spoken)
    return Entry(
        document=document,
        issuer=names.official(document.owner),
        type=type_name,
        passages=(*passages, *_plans(document, archive)),
        lines=lines,
        also=(citation, *dict.fromkeys(name for spelled in spoken for name in spelled)),
        facets=tuple(dict.fromkeys(_facets(document, type_name, names))),
    )


def type_name_of(type_: str) -> str:
    """The name of a type id; the id where there is no such type."""
    known = types.TYPES.get(type_)
    return known.name if known else type_


def plans_of(document: Document, archive: Archive) -> Iterator[Card]:
    """The documents that `document` implements."""
    for relation in archive.relations_from(document.id):
        if relation.kind == "implements":
            yield archive.card(relation.target)


def paragraphs(body: str) -> Iterator[str]:
    """The paragraphs of a stored body as a reader sees them, white space closed up."""
    for block in markup.plain(body).text.split("\n\n"):
        closed = " ".join(block.split())
        if closed:
            yield closed


def own_code(document: Document) -> str | None:
    """The code, or while the number is blank what stands of it."""
    return document.code or document.symbol


def title_of(document: Document) -> str:
    """The type with the code: "Kế hoạch số 28-KH/TU"."""
    type_name = type_name_of(document.type)
    if document.code:
        return labels.say("designation.numbered", type=type_name, code=document.code)
    if document.symbol:
        return labels.say("designation.unnumbered", type=type_name, symbol=document.symbol)
    return labels.say("designation.bare", type=type_name)


def citation_of(document: Document, owner: str) -> str:
    """As others cite it: "Kế hoạch số 28-KH/TU ngày 19/5/2021 của Tỉnh ủy Đắk Lắk"."""
    what = title_of(document)
    if not document.code:
        # That it has no number yet is said by us, not by those who cite it.
        what = " ".join(filter(None, (type_name_of(document.type), document.symbol)))
    if document.date is not None:
        key = "designation.on_day" if document.date.is_day else "designation.in_time"
        what = labels.say(key, what=what, date=calendar.say(document.date))
    return labels.say("designation.of", what=what, owner=owner)


def _passages(
    document: Document, lines: tuple[str, ...], spoken: tuple[tuple[str, ...], ...]
) -> Iterator[Passage]:
    text = Field.BODY if document.held else Field.KNOWN
    subject = Field.BODY | Field.SUBJECT if document.held else Field.KNOWN
    agency = Field.AGENCY if document.held else Field.KNOWN
    kind = Field.TYPE if document.held else Field.KNOWN
    type_name = type_name_of(document.type)
    code = own_code(document)
    yield Passage((*lines, code) if code else lines, text)
    yield Passage((document.subject or "",), subject)
    yield Passage((type_name,), kind, often=True)
    yield from (Passage(names, agency, often=True) for names in spoken)
    if code:
        yield Passage((f"{type_name} {code}",), Field.CODE, code=True)


def _plans(document: Document, archive: Archive) -> Iterator[Passage]:
    for plan in plans_of(document, archive):
        if plan.code:
            yield Passage((f"{type_name_of(plan.type)} {plan.code}",), Field.PLAN, code=True)


def _lines(document: Document, names: Names) -> Iterator[str]:
    """The body first, since snippets prefer what comes first."""
    dispatch = document.dispatch
    if dispatch is not None:
        yield from paragraphs(dispatch.body)
        yield from (party.printed for party in document.to)
    yield names.official(document.owner)
    if document.organ:
        yield document.organ
    if dispatch is not None:
        signer = dispatch.signer
        signed = (*signer.authority, signer.title, signer.name) if signer else ()
        copies = (markup.plain(party.printed).text for party in document.copies)
        yield from (line for line in (*copies, *signed, dispatch.place) if line)


def _agencies(document: Document) -> Iterator[str]:
    """The issuer first, each once."""
    yield from dict.fromkeys((document.owner, *_named(document)))


def _named(document: Document) -> Iterator[str]:
    """Addressees, parties to tasks, and whoever the running text names."""
    tasked = (party for task in document.tasks for party in (*task.lead, *task.with_))
    mentioned = (link.party for link in document.agencies)
    for party in (*document.to, *tasked, *mentioned):
        if party.agency:
            yield party.agency


def _facets(document: Document, type_name: str, names: Names) -> Iterator[Facet]:
    if document.date is not None:
        yield Facet("nam", str(document.date.year), str(document.date.year))
    yield Facet("loai", document.type, type_name)
    yield Facet("ban-hanh", document.owner, names.official(document.owner))
    yield from (_party("giao", p, names) for task in document.tasks for p in task.lead)
    yield from (_party("gui", p, names) for p in document.to)
    if any(task.deadline and task.deadline.due for task in document.tasks):
        yield Facet("han", "co", "")
    yield Facet("co", "toan-van" if document.held else "vien-dan", "")


def _party(kind: str, party: Party, names: Names) -> Facet:
    """By the agency or group it means; as printed where it means none that is known."""
    if party.agency:
        return Facet(kind, party.agency, names.official(party.agency))
    return Facet(kind, party.group or party.printed, party.printed)
