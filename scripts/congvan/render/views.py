"""Views: what templates show of documents, parties, tasks and agencies, in finished words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date as Day

from markupsafe import Markup

from congvan.language import calendar, labels
from congvan.model.agency import Agency, Group
from congvan.model.assignment import Deadline
from congvan.model.document import Document, Task
from congvan.model.link import Party
from congvan.model.partial_date import PartialDate
from congvan.render import designation, keys, routes
from congvan.render.body import inline_html
from congvan.render.context import Context
from congvan.render.places import place_names


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


@dataclass(frozen=True, slots=True)
class DueView:
    """When a task is due."""

    date: DateView | None
    phrase: str
    repeat: str | None


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task in a table."""

    lead: tuple[PartyView, ...]
    with_: tuple[PartyView, ...]
    via: PartyView | None
    text: Markup | str
    due: DueView | None
    document: Entry
    anchor: str | None
    place: str | None
    """The name of the item it stands in."""
    stated: bool


def date_view(date: PartialDate) -> DateView:
    """A date in EDTF and in words."""
    day = date.earliest.isoformat() if date.is_day else None
    return DateView(str(date), calendar.say(date), day)


def say_day(day: Day) -> str:
    """A day in figures, as lifetimes are told: "28/2/2025"."""
    return f"{day.day}/{day.month}/{day.year}"


def entry(document: Document, context: Context) -> Entry:
    """A document as lists show it."""
    return Entry(
        address=document.address,
        title=designation.short(document),
        owner=designation.owner_name(document.owner, document.date, context.register),
        owner_address=routes.agency(document.owner),
        subject=_subject(document),
        date=date_view(document.date) if document.date else None,
        held=document.held,
    )


def _subject(document: Document) -> str | None:
    """The subject as it is printed: after "V/v" on a công văn."""
    if document.subject is None or document.type != designation.CONG_VAN:
        return document.subject
    return labels.say("about", subject=document.subject)


def entry_keys(documents: Iterable[Document]) -> Iterator[str]:
    """What the entries of documents are made from."""
    for document in documents:
        yield keys.document(document.id)
        yield keys.agency(document.owner)


def party_view(party: Party, context: Context, members: tuple[PartyView, ...] = ()) -> PartyView:
    """A party with the page of its agency, where it has one."""
    agency = designation.find_agency(party.agency, context.register) if party.agency else None
    name = party.name if party.name != party.printed else None
    if agency is None:
        return PartyView(party.printed, None, None, name, party.group is not None, members)
    address = routes.agency(agency.id) if context.shelves.has_page(agency.id) else None
    return PartyView(party.printed, address, agency_title(agency), name)


def group_view(party: Party, document: Document, context: Context) -> PartyView:
    """An addressee as printed; a group with its members on the document's day."""
    group = context.shelves.group(party, document)
    members = tuple(member_views(group, context)) if group else ()
    view = party_view(party, context, members)
    return replace(view, printed=inline_html(party.printed, ()))


def member_views(group: Group, context: Context) -> Iterator[PartyView]:
    """The members of a group by the names of the register."""
    for id_ in group.members:
        agency = designation.find_agency(id_, context.register)
        if agency is not None:
            yield party_view(Party(agency.short, agency=id_), context)


def party_keys(parties: Iterable[Party | None], context: Context, on: Document) -> Iterator[str]:
    """What the views of a document's parties are made from."""
    for party in parties:
        if party and party.agency:
            yield keys.agency(party.agency)
        group = context.shelves.group(party, on) if party else None
        if group:
            yield keys.group(group.id)
            yield from map(keys.agency, group.members)


def agency_title(agency: Agency) -> str:
    """What a link to an agency tells: its name and lifetime."""
    born = say_day(agency.born) if agency.born else ""
    died = say_day(agency.died) if agency.died else ""
    key = "_".join(["agency", *(["from"] if born else []), *(["until"] if died else [])])
    return labels.say(f"leads_to.{key}", name=agency.name, born=born, died=died)


def due_view(deadline: Deadline | None) -> DueView | None:
    """A deadline: its date, where one can be named, and the words of the text."""
    if deadline is None:
        return None
    date = date_view(deadline.due) if deadline.due else None
    return DueView(date, deadline.phrase, deadline.repeat)


def task_view(task: Task, text: Markup | str, context: Context) -> TaskView:
    """A task in a table; `text` is its words, with links or without."""
    document = context.archive.document(task.document)
    return TaskView(
        lead=tuple(party_view(p, context) for p in task.lead),
        with_=tuple(party_view(p, context) for p in task.with_),
        via=party_view(task.via, context) if task.via else None,
        text=text,
        due=due_view(task.deadline),
        document=entry(document, context),
        anchor=task.anchor,
        place=place_names(document.seen.outline).get(task.anchor or "", task.anchor),
        stated=task.stated,
    )


def task_keys(tasks: Iterable[Task], context: Context) -> Iterator[str]:
    """What the views of tasks are made from."""
    for task in tasks:
        document = context.archive.document(task.document)
        yield from entry_keys([document])
        yield from party_keys((*task.lead, *task.with_, task.via), context, document)
