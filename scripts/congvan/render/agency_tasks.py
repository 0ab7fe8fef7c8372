"""All tasks of one agency: those with a day by that day, then those without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congvan.language import labels
from congvan.model.agency import Agency
from congvan.render import routes
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.paging import Slot, newest_slot, slot_of
from congvan.render.views import TaskView, task_rows

UNDATED = "khong-thoi-han/"
"""Where the slots of tasks without a day stand, below the agency's tasks."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of tasks, a slot of a list."""

    title: str
    slot: Slot
    tasks: tuple[TaskView, ...]


def table(title: str, slot: Slot, context: Context) -> Table:
    """The tasks of a slot, those due first above."""
    return Table(title, slot, task_rows(reversed(slot.places), context))


def agency_task_page(id_: str, context: Context) -> Iterator[Page]:
    """The newest tasks of both kinds; nothing where it has none."""
    agency = context.archive.agency(id_)
    if agency is None:
        return
    base = routes.agency_tasks(id_)
    dated = newest_slot(base, context.archive.shelf(f"dated-tasks/{id_}"))
    undated = newest_slot(base + UNDATED, context.archive.shelf(f"undated-tasks/{id_}"))
    titles = (labels.say("page.with_deadline"), labels.say("page.without_deadline"))
    tables = (table(titles[0], dated, context), table(titles[1], undated, context))
    shown = tuple(t for t in tables if t.tasks)
    if shown:
        yield _page(agency, base, shown)


def dated_slot(id_: str, ordinal: int, context: Context) -> Iterator[Page]:
    """One full page of the tasks with a day; the newest stands on the agency's page of tasks."""
    agency = context.archive.agency(id_)
    shelf = context.archive.shelf(f"dated-tasks/{id_}")
    slot = slot_of(routes.agency_tasks(id_), shelf, ordinal)
    if agency is not None and not slot.newest:
        title = labels.say("page.with_deadline")
        yield _page(agency, slot.address, (table(title, slot, context),))


def undated_slot(id_: str, ordinal: int, context: Context) -> Iterator[Page]:
    """One page of the tasks without a day; nothing where one slot holds them all, for then they
    stand on the agency's page of tasks."""
    agency = context.archive.agency(id_)
    shelf = context.archive.shelf(f"undated-tasks/{id_}")
    if agency is not None and shelf.has_slot(2):
        slot = slot_of(routes.agency_tasks(id_) + UNDATED, shelf, ordinal)
        title = labels.say("page.without_deadline")
        yield _page(agency, slot.address, (table(title, slot, context),))


def _page(agency: Agency, address: str, tables: tuple[Table, ...]) -> Page:
    base = routes.agency_tasks(agency.id)
    title = labels.say("page.tasks_of", agency=agency.name)
    above: tuple[Crumb, ...] = (Crumb(agency.name, routes.agency(agency.id)),)
    if address != base:
        above = (*above, Crumb(labels.say("page.tasks"), base))
        title = labels.say("page.part", title=title, part=tables[0].title)
    return Page(
        address=address,
        kind="tasks",
        title=title,
        description=labels.say("description.tasks", name=agency.name),
        template="tasks.md.j2",
        trail=(
            Crumb(labels.say("page.home"), routes.HOME),
            Crumb(labels.say("page.agencies"), routes.AGENCIES),
            *above,
        ),
        context={"tables": tables, "shelves": (), "intro": None},
    )
