"""Deadlines by month. No page says what is past: that depends on the day it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from congvan.language import labels
from congvan.model.document import Task
from congvan.render import keys, routes
from congvan.render.agency_tasks import Table
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.paging import ShelfLink, Slot, slots
from congvan.render.views import task_keys, task_view


@dataclass(frozen=True, slots=True)
class _List:
    """A page of deadlines before it is made."""

    address: str
    title: str
    trail: tuple[Crumb, ...]
    key: str
    links: tuple[ShelfLink, ...] = ()
    tables: tuple[Table, ...] = ()


def deadline_pages(context: Context) -> Iterator[Page]:
    """The index, every year and every month with a deadline."""
    yield _page(_index(context), context)
    months = context.shelves.deadlines
    for year in sorted({year for year, _ in months}):
        links = month_links(context, year)
        title = labels.say("page.deadlines_of_year", year=year)
        year_list = _List(routes.deadlines(year), title, _trail(), f"han/{year}", links)
        yield _page(year_list, context)
    for (year, month), tasks in sorted(months.items()):
        for month_list in _month(year, month, tasks, context):
            yield _page(month_list, context)


def month_links(context: Context, year: int | None = None) -> tuple[ShelfLink, ...]:
    """The months with a deadline, the latest first; those of one year where it is given."""
    found = sorted(context.shelves.deadlines, reverse=True)
    return tuple(
        ShelfLink(
            labels.say("page.month_short", month=m, year=y),
            routes.deadlines(y, m),
            len(context.shelves.deadlines[y, m]),
        )
        for y, m in found
        if year in (None, y)
    )


def _index(context: Context) -> _List:
    """The months, and the newest slot of recurring tasks, which have no day to be listed by."""
    recurring = next(slots(routes.DEADLINES, context.shelves.recurring))
    return _List(
        address=routes.DEADLINES,
        title=labels.say("page.deadlines"),
        trail=_trail()[:1],
        key="han",
        links=month_links(context),
        tables=_tables(labels.say("page.recurring"), recurring, context),
    )


def _month(year: int, month: int, tasks: Sequence[Task], context: Context) -> Iterator[_List]:
    base = routes.deadlines(year, month)
    title = labels.say("page.deadlines_of_month", month=month, year=year)
    above = labels.say("page.deadlines_of_year", year=year)
    trail = (*_trail(), Crumb(above, routes.deadlines(year)))
    for slot in slots(base, tasks):
        newest = slot.address == base
        yield _List(
            address=slot.address,
            title=title if newest else labels.say("page.slot", title=title, number=slot.ordinal),
            trail=trail if newest else (*trail, Crumb(title, base)),
            key=f"han/{year}/{month}",
            tables=_tables(labels.say("page.tasks"), slot, context),
        )


def _tables(title: str, slot: Slot[Task], context: Context) -> tuple[Table, ...]:
    rows = tuple(task_view(t, t.text, context) for t in reversed(slot.items))
    return (Table(title, slot, rows),) if rows else ()


def _page(made: _List, context: Context) -> Page:
    tasks = (task for table in made.tables for task in table.slot.items)
    return Page(
        address=made.address,
        kind="list",
        title=made.title,
        description=labels.say("description.deadlines"),
        template="tasks.md.j2",
        trail=made.trail,
        made_from=(keys.listing(made.key), *task_keys(tasks, context)),
        context={
            "tables": made.tables,
            "shelves": made.links,
            "intro": labels.say("page.deadlines_intro"),
        },
    )


def _trail() -> tuple[Crumb, ...]:
    return (
        Crumb(labels.say("page.home"), routes.HOME),
        Crumb(labels.say("page.deadlines"), routes.DEADLINES),
    )
