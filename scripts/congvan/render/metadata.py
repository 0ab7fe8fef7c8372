"""Metadata: the facts of a document that its page lists beside the text.

The fields are those that portals of state bodies must show (Decree 224/2026/NĐ-CP, article 9, and
before it Decree 42/2022/NĐ-CP), with the capacity of the signer kept apart (Decree 30/2020, article
13).
"""

from __future__ import annotations

from dataclasses import dataclass

from congvan.language import labels, types
from congvan.model.dispatch import Correction, Dispatch
from congvan.model.document import Document, unit_of
from congvan.model.link import Party
from congvan.render import designation, routes
from congvan.render.context import Context
from congvan.render.views import DateView, PartyView, date_view, party_view, say_day


@dataclass(frozen=True, slots=True)
class FieldView:
    """A drafting field, decoded where a list says what its letters mean."""

    letters: str
    name: str | None
    address: str


@dataclass(frozen=True, slots=True)
class FileView:
    """A file beside the page."""

    name: str
    title: str | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class PageView:
    """The picture of a page of the original."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the list of facts shows."""

    code: str | None
    symbol: str
    type_name: str
    type_address: str
    issuer: PartyView
    organ: str | None
    date: DateView | None
    month_address: str | None
    field: FieldView | None
    authority: tuple[tuple[str, str | None], ...]
    """Each printed line with what its letters mean."""
    states: tuple[str, ...]
    changes: tuple[str, ...]
    """Those that came after the document was issued."""
    published: str | None
    published_on: str | None


def metadata(document: Document, context: Context) -> Metadata:
    """The facts of a held document or a stub."""
    dispatch = document.dispatch
    published = dispatch.published if dispatch else None
    return Metadata(
        code=document.code,
        symbol=designation.blank_symbol(document.symbol),
        type_name=designation.type_name(document.type),
        type_address=routes.type_(document.type),
        issuer=_issuer(document, context),
        organ=document.organ,
        date=date_view(document.date) if document.date else None,
        month_address=_month_address(document),
        field=own_field(document),
        authority=tuple(_authority(dispatch)),
        states=states(document, context),
        changes=states(document, context)[:-1],
        published=published.isoformat() if published else None,
        published_on=say_day(published) if published else None,
    )


def field_view(letters: str) -> FieldView:
    """A drafting field by the letters of its unit."""
    return FieldView(letters, types.unit_name(letters), routes.field(types.unit_slug(letters)))


def own_field(document: Document) -> FieldView | None:
    """The drafting field of a held document, None where its symbol names no unit."""
    unit = unit_of(document) if document.held else None
    return field_view(unit) if unit else None


def states(document: Document, context: Context) -> tuple[str, ...]:
    """What is to be known of the document's standing, most serious first."""
    if not document.held:
        return (labels.say("status.stub"),)
    kinds = {r.kind for r in context.archive.relations_to(document.id)}
    corrected = bool(document.dispatch and document.dispatch.corrections) or "corrects" in kinds
    found = [
        *(["recalled"] if "recalls" in kinds else []),
        *(["abolished"] if "abolishes" in kinds else []),
        *(["replaced"] if "replaces" in kinds else []),
        *(["corrected"] if corrected else []),
        "issued" if document.code else "unnumbered",
    ]
    return tuple(labels.say(f"status.{state}") for state in found)


def corrections(dispatch: Dispatch) -> tuple[Correction, ...]:
    """The log of corrections, the latest first."""
    return tuple(sorted(dispatch.corrections, key=lambda c: c.date, reverse=True))


def pages(dispatch: Dispatch) -> tuple[PageView, ...]:
    """The pictures of the original's pages, each with the number that its name ends in."""
    return tuple(PageView(int(name.removesuffix(".jpg")[-3:]), name) for name in dispatch.pages)


def file_views(dispatch: Dispatch) -> tuple[FileView, ...]:
    """The file received and the attachments."""
    source = dispatch.source
    own = [FileView(source.file, None, source.sha256)] if source else []
    return (*own, *(FileView(a.file, a.title, a.sha256) for a in dispatch.attachments))


def _issuer(document: Document, context: Context) -> PartyView:
    name = designation.owner_name(document.owner, document.date, context.archive)
    return party_view(Party(name, agency=document.owner), context)


def _month_address(document: Document) -> str | None:
    date = document.date
    if date is None:
        return None
    return routes.month(date.year, date.month) if date.month else routes.year(date.year)


def _authority(dispatch: Dispatch | None) -> list[tuple[str, str | None]]:
    signer = dispatch.signer if dispatch else None
    meanings = labels.group("authority")
    lines = signer.authority if signer else ()
    return [(line, meanings.get(line.split(" ")[0])) for line in lines]
