"""Views: what templates show of documents, parties, tasks and agencies, in finished words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date as Day

from markupsafe import Markup

from congvan.language import calendar, labels
from congvan.model.agency import Agency, Group
from congvan.model.archive import Place
from congvan.model.assignment import Deadline
from congvan.model.document import Card, Document, Task
from congvan.model.link import Party
from congvan.model.partial_date import PartialDate
from congvan.render import designation, routes
from congvan.render.body import inline_html
from congvan.render.context import Context


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
    stated: bool
    place: str | None = None
    """The name of the item it stands in, told beside the document's own text."""


def date_view(date: PartialDate) -> DateView:
    """A date in EDTF and in words."""
    day = date.earliest.isoformat() if date.is_day else None
    return DateView(str(date), calendar.say(date), day)


def say_day(day: Day) -> str:
    """A day in figures, as lifetimes are told: "28/2/2025"."""
    return f"{day.day}/{day.month}/{day.year}"


def entry(document: Card | Document, context: Context) -> Entry:
    """A document as lists show it."""
    return Entry(
        address=document.address,
        title=designation.short(document),
        owner=designation.owner_name(document.owner, document.date, context.archive),
        owner_address=routes.agency(document.owner),
        subject=_subject(document),
        date=date_view(document.date) if document.date else None,
        held=document.held,
    )


def _subject(document: Card | Document) -> str | None:
    """The subject as it is printed: after "V/v" on a công văn."""
    if document.subject is None or document.type != designation.CONG_VAN:
        return document.subject
    return labels.say("about", subject=document.subject)


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


def due_view(deadline: Deadline | None) -> DueView | None:
    """A deadline: its date, where one can be named, and the words of the text."""
    if deadline is None:
        return None
    date = date_view(deadline.due) if deadline.due else None
    return DueView(date, deadline.phrase, deadline.repeat)


def task_view(
    task: Task, text: Markup | str, context: Context, place: str | None = None
) -> TaskView:
    """A task in a table; `text` is its words, with links or without."""
    return TaskView(
        lead=tuple(party_view(p, context) for p in task.lead),
        with_=tuple(party_view(p, context) for p in task.with_),
        via=party_view(task.via, context) if task.via else None,
        text=text,
        due=due_view(task.deadline),
        document=entry(context.archive.card(task.document), context),
        anchor=task.anchor,
        stated=task.stated,
        place=place,
    )


def entries(places: Iterable[Place], context: Context) -> tuple[Entry, ...]:
    """The documents at these places as lists show them."""
    return tuple(entry(context.archive.card(place.document), context) for place in places)


def task_rows(places: Iterable[Place], context: Context) -> tuple[TaskView, ...]:
    """The tasks at these places as lists show them."""
    tasks = (task_at(place, context) for place in places)
    return tuple(task_view(task, task.text, context) for task in tasks)


def task_at(place: Place, context: Context) -> Task:
    """The task that stands at a place. Raises KeyError where its document has none such."""
    for task in context.archive.tasks(place.document):
        if task.ordinal == place.task:
            return task
    raise KeyError(place)
