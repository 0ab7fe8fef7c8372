"""The page of an agency: its life, its tasks, what it was sent and what it issued."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congvan.language import labels
from congvan.model.agency import Agency, DatedName, Succession
from congvan.model.archive import Place, Shelf
from congvan.model.link import Party
from congvan.render import routes
from congvan.render.context import Context
from congvan.render.owner_pages import year_shelves
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, ShelfLink, list_page, longer_than
from congvan.render.task_views import task_rows
from congvan.render.views import Entry, PartyView, entries, entry, party_view, say_day

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


def agency_page(id_: str, context: Context) -> Iterator[Page]:
    """The page of an agency. Nothing for an id that the register does not know."""
    agency = context.archive.agency(id_)
    if agency is None:
        return
    dated = context.archive.shelf(f"dated-tasks/{id_}")
    undated = context.archive.shelf(f"undated-tasks/{id_}")
    in_groups = context.archive.shelf(f"in-group/{id_}")
    yield Page(
        address=routes.agency(id_),
        kind="agency",
        title=agency.name,
        description=labels.say("description.agency", name=agency.name),
        template="agency.md.j2",
        trail=_trail(),
        context={
            "agency": agency,
            **_life(agency, context),
            "tasks": task_rows(_latest(dated, undated), context),
            "task_count": len(dated) + len(undated),
            "tasks_address": routes.agency_tasks(id_),
            "sections": tuple(_sections(id_, context)),
            "by_group": tuple(_in_group(p, context) for p in reversed(in_groups.last(SHOWN))),
            "more_by_group": max(0, len(in_groups) - SHOWN),
        },
    )


def received_slot(id_: str, ordinal: int, context: Context) -> Iterator[Page]:
    """One page of all that an agency was sent by name; nothing while its own page shows it all."""
    agency = context.archive.agency(id_)
    if agency is None or not longer_than(SHOWN, context.archive.shelf(f"addressed/{id_}")):
        return
    listing = Listing(
        base=routes.agency_received(id_),
        shelf=f"addressed/{id_}",
        title=labels.say("page.received", agency=agency.name),
        trail=(*_trail(), Crumb(agency.name, routes.agency(id_))),
    )
    yield list_page(listing, ordinal, context)


def _latest(dated: Shelf, undated: Shelf) -> tuple[Place, ...]:
    """The tasks with the latest days, by day, and as many of the last undated ones as have room."""
    shown = dated.last(SHOWN)
    return (*shown, *undated.last(SHOWN - len(shown)))


def _in_group(place: Place, context: Context) -> InGroup:
    card = context.archive.card(place.document)
    return InGroup(entry(card, context), place.note or "")


def lifetime(agency: Agency) -> str:
    """A body's life in words."""
    born = say_day(agency.born) if agency.born else ""
    died = say_day(agency.died) if agency.died else ""
    key = {(True, True): "whole", (True, False): "from", (False, True): "until"}
    form = key.get((bool(born), bool(died)), "open")
    return labels.say(f"lifetime.{form}", born=born, died=died)


def _life(agency: Agency, context: Context) -> dict[str, object]:
    province = agency.province and context.archive.province(agency.province).full_name
    parent = context.archive.agency(agency.parent) if agency.parent else None
    before = map(context.archive.agency, agency.predecessors)
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
    agency = context.archive.agency(succession.successor)
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
    sent = context.archive.shelf(f"addressed/{id_}")
    full = ShelfLink(labels.say("page.all"), routes.agency_received(id_), len(sent))
    yield Section(
        "tieu-de-nhan",
        labels.say("page.addressed"),
        entries(reversed(sent.last(SHOWN)), context),
        (full,) if len(sent) > SHOWN else (),
    )
    issued = context.archive.shelf(f"owner/{id_}")
    yield Section(
        "tieu-de-ban-hanh",
        labels.say("page.issued"),
        entries(reversed(issued.last(SHOWN)), context),
        year_shelves(id_, context),
    )


def _trail() -> tuple[Crumb, ...]:
    return (
        Crumb(labels.say("page.home"), routes.HOME),
        Crumb(labels.say("page.agencies"), routes.AGENCIES),
    )
