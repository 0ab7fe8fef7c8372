"""The page of an agency: its life, its tasks, what it was sent and what it issued."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from congvan.language import labels
from congvan.model.agency import Agency, DatedName, Succession
from congvan.model.document import Document, Task
from congvan.model.link import Party
from congvan.render import designation, keys, routes
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, ShelfLink, list_pages
from congvan.render.stub_page import due_order
from congvan.render.views import (
    Entry,
    PartyView,
    entry,
    entry_keys,
    party_view,
    say_day,
    task_keys,
    task_view,
)

SHOWN = 20
"""Documents and tasks of each kind on the page itself: a phone's screen or two; the full lists
stand beside it."""


@dataclass(frozen=True, slots=True)
class Follower:
    """A body that took over."""

    party: PartyView
    kind: str
    since: str
    function: str | None
    basis: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """A list of documents, with links to the full lists."""

    id: str
    title: str
    entries: tuple[Entry, ...]
    shelves: tuple[ShelfLink, ...]


@dataclass(frozen=True, slots=True)
class InGroup:
    """A document that reached the agency through a group."""

    entry: Entry
    group: str


@dataclass(frozen=True, slots=True)
class NamedFor:
    """A former name with the period in which it was borne."""

    name: str
    period: str


def agency_pages(id_: str, context: Context) -> Iterator[Page]:
    """The page of an agency, and the full list of what it was sent where that is long. Nothing for
    an id that the register does not know."""
    agency = designation.find_agency(id_, context.register)
    if agency is None:
        return
    sent = context.archive.addressed_to(id_)
    tasks = context.archive.tasks_of(id_)
    shown = latest(tasks)
    in_groups = context.shelves.by_group.get(id_, ())
    yield Page(
        address=routes.agency(id_),
        kind="agency",
        title=agency.name,
        description=labels.say("description.agency", name=agency.name),
        template="agency.md.j2",
        trail=_trail(),
        made_from=_keys(agency, shown, [d for d, _ in in_groups], context),
        context={
            "agency": agency,
            **_life(agency, context),
            "tasks": tuple(task_view(t, t.text, context) for t in shown),
            "task_count": len(tasks),
            "tasks_address": routes.agency_tasks(id_),
            "sections": tuple(_sections(id_, context)),
            "by_group": tuple(
                InGroup(entry(d, context), group.name) for d, group in reversed(in_groups[-SHOWN:])
            ),
            "more_by_group": max(0, len(in_groups) - SHOWN),
        },
    )
    if len(sent) > SHOWN:
        yield from list_pages(
            Listing(
                base=routes.agency_received(id_),
                title=labels.say("page.received", agency=agency.name),
                documents=sent,
                trail=(*_trail(), Crumb(agency.name, routes.agency(id_))),
                made_from=(keys.agency(id_),),
            ),
            context,
        )


def latest(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks with the latest days, by day, and as many of the last undated ones as have room."""
    ordered = sorted(tasks, key=due_order)
    dated = [t for t in ordered if t.deadline and t.deadline.due]
    undated = [t for t in ordered if not (t.deadline and t.deadline.due)]
    room = max(0, SHOWN - len(dated))
    return (*dated[-SHOWN:], *undated[len(undated) - min(room, len(undated)) :])


def lifetime(agency: Agency) -> str:
    """A body's life in words."""
    born = say_day(agency.born) if agency.born else ""
    died = say_day(agency.died) if agency.died else ""
    key = {(True, True): "whole", (True, False): "from", (False, True): "until"}
    form = key.get((bool(born), bool(died)), "open")
    return labels.say(f"lifetime.{form}", born=born, died=died)


def _life(agency: Agency, context: Context) -> dict[str, object]:
    province = agency.province and context.register.province(agency.province).full_name
    parent = designation.find_agency(agency.parent, context.register) if agency.parent else None
    before = (designation.find_agency(i, context.register) for i in agency.predecessors)
    return {
        "lifetime": lifetime(agency),
        "names": tuple(n for n in (agency.short, *agency.names) if n != agency.name),
        "dated_names": tuple(_named_for(n) for n in agency.dated_names if n.name != agency.name),
        "province": province,
        "parent": party_view(Party(parent.name, agency=parent.id), context) if parent else None,
        "predecessors": tuple(
            party_view(Party(a.name, agency=a.id), context) for a in before if a is not None
        ),
        "followers": tuple(_follower(s, context) for s in agency.successors),
    }


def _follower(succession: Succession, context: Context) -> Follower:
    agency = designation.find_agency(succession.successor, context.register)
    name = agency.name if agency else succession.successor
    return Follower(
        party=party_view(Party(name, agency=succession.successor), context),
        kind=labels.say(f"succession.{succession.kind}"),
        since=say_day(succession.since),
        function=succession.function,
        basis=succession.basis,
    )


def _named_for(name: DatedName) -> NamedFor:
    since = labels.say("lifetime.since", day=say_day(name.since)) if name.since else ""
    until = labels.say("lifetime.to", day=say_day(name.until)) if name.until else ""
    return NamedFor(name.name, " ".join(part for part in (since, until) if part))


def _sections(id_: str, context: Context) -> Iterator[Section]:
    sent = context.archive.addressed_to(id_)
    full = [ShelfLink(labels.say("page.all"), routes.agency_received(id_), len(sent))]
    yield Section(
        "tieu-de-nhan",
        labels.say("page.addressed"),
        _newest(sent, context),
        tuple(full) if len(sent) > SHOWN else (),
    )
    issued = context.archive.issued_by(id_)
    yield Section(
        "tieu-de-ban-hanh",
        labels.say("page.issued"),
        _newest(issued, context),
        year_shelves(id_, context),
    )


def year_shelves(owner: str, context: Context) -> tuple[ShelfLink, ...]:
    """An owner's years, the latest first, with the number of documents."""
    return tuple(
        ShelfLink(
            labels.say("page.year_of", year=year) if year else labels.say("page.unknown_year"),
            routes.owner_year(owner, year),
            len(context.shelves.owner_years[owner, year]),
        )
        for year in sorted(context.shelves.owners.get(owner, ()), reverse=True)
    )


def _newest(documents: Sequence[Document], context: Context) -> tuple[Entry, ...]:
    return tuple(entry(d, context) for d in reversed(documents[-SHOWN:]))


def _trail() -> tuple[Crumb, ...]:
    return (
        Crumb(labels.say("page.home"), routes.HOME),
        Crumb(labels.say("page.agencies"), routes.AGENCIES),
    )


def _keys(
    agency: Agency, tasks: Sequence[Task], in_groups: Sequence[Document], context: Context
) -> Iterator[str]:
    yield keys.agency(agency.id)
    yield keys.listing("co-quan")
    kin = (*agency.predecessors, agency.parent, *(s.successor for s in agency.successors))
    yield from map(keys.agency, filter(None, kin))
    for name in (f"nhan/{agency.id}", f"ban-hanh/{agency.id}", f"nhom/{agency.id}"):
        yield keys.listing(name)
    yield keys.listing(f"nhiem-vu/{agency.id}")
    yield from task_keys(tasks, context)
    yield from entry_keys(in_groups[-SHOWN:])
    yield from entry_keys(context.archive.addressed_to(agency.id)[-SHOWN:])
    yield from entry_keys(context.archive.issued_by(agency.id)[-SHOWN:])
