"""Deadlines by month. No page says what is past: that depends on the day it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from congvan.language import labels
from congvan.render import routes
from congvan.render.agency_tasks import with_tables
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.paging import ShelfLink, Slot, newest_slot, slot_of

RECURRING = "recurring/all"


@dataclass(frozen=True, slots=True)
class Month:
    """A month with the number of tasks due in it."""

    year: int
    month: int
    tasks: int

    @property
    def shelf(self) -> str:
        """Where its tasks stand."""
        return f"due/{self.year}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class _List:
    """A page of deadlines before it is made."""

    address: str
    title: str
    trail: tuple[Crumb, ...]
    links: tuple[ShelfLink, ...] = ()
    tables: tuple[tuple[str, Slot], ...] = ()


def deadline_index(context: Context) -> Page:
    """The months, and the newest slot of recurring tasks, which have no day to be listed by."""
    recurring = newest_slot(routes.DEADLINES, context.archive.shelf(RECURRING))
    title = labels.say("page.recurring")
    return _page(
        _List(
            address=routes.DEADLINES,
            title=labels.say("page.deadlines"),
            trail=_trail()[:1],
            links=month_links(months(context)),
            tables=((title, recurring),) if recurring.places else (),
        ),
        context,
    )


def deadline_years(context: Context) -> Iterator[Page]:
    """Every year with a deadline, with its months."""
    for year, found in groupby(months(context), key=lambda month: month.year):
        title = labels.say("page.deadlines_of_year", year=year)
        yield _page(_List(routes.deadlines(year), title, _trail(), month_links(found)), context)


def months(context: Context) -> tuple[Month, ...]:
    """The months with a deadline, the latest first."""
    found = (Month(*_year_month(name), n) for name, n in context.archive.under("due/"))
    return tuple(sorted(found, key=lambda month: (month.year, month.month), reverse=True))


def month_links(found: Iterable[Month]) -> tuple[ShelfLink, ...]:
    """Links to months."""
    return tuple(
        ShelfLink(
            labels.say("page.month_short", month=m.month, year=m.year),
            routes.deadlines(m.year, m.month),
            m.tasks,
        )
        for m in found
    )


def due_slot(name: str, ordinal: int, context: Context) -> Page:
    """One page of the tasks due in a month, "2021-05"."""
    year, month = _year_month(name)
    base = routes.deadlines(year, month)
    title = labels.say("page.deadlines_of_month", month=month, year=year)
    above = labels.say("page.deadlines_of_year", year=year)
    trail = (*_trail(), Crumb(above, routes.deadlines(year)))
    slot = slot_of(base, context.archive.shelf(f"due/{name}"), ordinal)
    return _page(
        _List(
            address=slot.address,
            title=title if slot.newest else labels.say("page.slot", title=title, number=ordinal),
            trail=trail if slot.newest else (*trail, Crumb(title, base)),
            tables=((labels.say("page.tasks"), slot),),
        ),
        context,
    )


def recurring_slot(_name: str, ordinal: int, context: Context) -> Iterator[Page]:
    """One full page of the recurring tasks; the newest stands on the index."""
    slot = slot_of(routes.DEADLINES, context.archive.shelf(RECURRING), ordinal)
    if not slot.newest:
        title = labels.say("page.recurring")
        yield _page(
            _List(
                address=slot.address,
                title=labels.say("page.slot", title=title, number=ordinal),
                trail=_trail(),
                tables=((title, slot),),
            ),
            context,
        )


def _year_month(name: str) -> tuple[int, int]:
    year, month = name.split("-")
    return int(year), int(month)


def _page(made: _List, context: Context) -> Page:
    page = Page(
        address=made.address,
        kind="list",
        title=made.title,
        description=labels.say("description.deadlines"),
        template="tasks.md.j2",
        trail=made.trail,
        context={
            "shelves": made.links,
            "intro": labels.say("page.deadlines_intro"),
        },
    )
    return with_tables(page, made.tables, context)


def _trail() -> tuple[Crumb, ...]:
    return (
        Crumb(labels.say("page.home"), routes.HOME),
        Crumb(labels.say("page.deadlines"), routes.DEADLINES),
    )
