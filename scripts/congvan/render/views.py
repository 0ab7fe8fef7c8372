"""Views: what templates show of documents, parties, tasks and agencies, in finished words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date as Day

from markupsafe import Markup

from congvan.language import calendar, labels
from congvan.model.agency import Agency, Group
from congvan.model.archive import Place
from congvan.model.document import Card, Document
from congvan.model.link import Party
from congvan.model.partial_date import PartialDate
from congvan.render import designation, routes
from congvan.render.body import inline_html
from congvan.render.context import Context
from congvan.render.excerpts import SUBJECT, excerpt


@dataclass(frozen=True, slots=True)
class DateView:
    """A date as a `<time>` element says it."""

    edtf: str
    words: str
    day: str | None
    """ISO 8601 where it is one day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in a list."""

    address: str
    title: str
    owner: str
    owner_address: str
    subject: str | None
    date: DateView | None
    held: bool


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party as printed, with the page it leads to and what a pointer over it tells."""

    printed: str | Markup
    address: str | None
    title: str | None
    name: str | None
    """The full name where the printed words are only its ending."""
    group: bool = False
    members: tuple[PartyView, ...] = ()


def date_view(date: PartialDate) -> DateView:
    """A date in EDTF and in words."""
    day = date.earliest.isoformat() if date.is_day else None
    return DateView(str(date), calendar.say(date), day)


def say_day(day: Day) -> str:
    """A day in figures, as lifetimes are told: "28/2/2025"."""
    return f"{day.day}/{day.month}/{day.year}"


def entry(document: Card | Document, context: Context, subject: int = SUBJECT) -> Entry:
    """A document as lists show it; `subject` is how many bytes of its subject they show."""
    return Entry(
        address=document.address,
        title=designation.short(document),
        owner=designation.owner_name(document.owner, document.date, context.archive),
        owner_address=routes.agency(document.owner),
        subject=_subject(document, subject),
        date=date_view(document.date) if document.date else None,
        held=document.held,
    )


def _subject(document: Card | Document, limit: int) -> str | None:
    """The subject as it is printed: after "V/v" on a công văn."""
    subject = excerpt(document.subject, limit) if document.subject else document.subject
    if subject is None or document.type != designation.CONG_VAN:
        return subject
    return labels.say("about", subject=subject)


def party_view(party: Party, context: Context, members: tuple[PartyView, ...] = ()) -> PartyView:
    """A party with the page of its agency, where it has one."""
    agency = context.archive.agency(party.agency) if party.agency else None
    name = party.name if party.name != party.printed else None
    if agency is None:
        return PartyView(party.printed, None, None, name, party.group is not None, members)
    address = routes.agency(agency.id) if context.archive.has_page(agency.id) else None
    return PartyView(party.printed, address, agency_title(agency), name)


def group_view(party: Party, document: Document, context: Context) -> PartyView:
    """An addressee as printed; a group with its members on the document's day."""
    group = _group(party, document, context)
    members = tuple(member_views(group, context)) if group else ()
    view = party_view(party, context, members)
    return replace(view, printed=inline_html(party.printed, ()))


def member_views(group: Group, context: Context) -> Iterator[PartyView]:
    """The members of a group by the names of the register."""
    for id_ in group.members:
        agency = context.archive.agency(id_)
        if agency is not None:
            yield party_view(Party(agency.short, agency=id_), context)


def _group(party: Party, document: Document, context: Context) -> Group | None:
    """The group a party of a document means, with its members on the document's day."""
    if party.group is None:
        return None
    owner = context.archive.agency(document.owner)
    day = document.date.earliest if document.date else None
    province = owner.province if owner else None
    return context.archive.group(party.name or party.printed, day, province)


def agency_title(agency: Agency) -> str:
    """What a link to an agency tells: its name and lifetime."""
    born = say_day(agency.born) if agency.born else ""
    died = say_day(agency.died) if agency.died else ""
    key = "_".join(["agency", *(["from"] if born else []), *(["until"] if died else [])])
    return labels.say(f"leads_to.{key}", name=agency.name, born=born, died=died)


def entries(places: Iterable[Place], context: Context, subject: int = SUBJECT) -> tuple[Entry, ...]:
    """The documents at these places as lists show them."""
    cards = (context.archive.card(place.document) for place in places)
    return tuple(entry(card, context, subject) for card in cards)
