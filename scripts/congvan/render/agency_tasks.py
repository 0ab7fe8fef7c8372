"""All tasks of one agency: those with a day by that day, then those without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from congvan.language import labels
from congvan.model.agency import Agency
from congvan.render import routes
from congvan.render.bounds import DETAILS, Detail
from congvan.render.context import Context
from congvan.render.page import Crumb, Page, leaning
from congvan.render.paging import Slot, longer_than, newest_slot, slot_of
from congvan.render.task_views import TaskView, task_rows

SHOWN = 20
"""Tasks without a day beside a full slot of those with one."""

UNDATED = "khong-thoi-han/"
"""Where the slots of tasks without a day stand, below the agency's tasks."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of tasks, a slot of a list."""

    title: str
    slot: Slot
    tasks: tuple[TaskView, ...]


def table(title: str, slot: Slot, context: Context, detail: Detail) -> Table:
    """The tasks of a slot, those due first above."""
    return Table(title, slot, task_rows(reversed(slot.places), context, detail))


def agency_task_page(id_: str, context: Context) -> Iterator[Page]:
    """The newest tasks of both kinds, of those without a day the last few where they have a list
    of their own; nothing where it has none."""
    agency = context.archive.agency(id_)
    if agency is None:
        return
    base = routes.agency_tasks(id_)
    dated = newest_slot(base, context.archive.shelf(f"dated-tasks/{id_}"))
    shelf = context.archive.shelf(f"undated-tasks/{id_}")
    undated = newest_slot(base + UNDATED, shelf)
    if longer_than(SHOWN, shelf):
        undated = replace(undated, places=tuple(reversed(shelf.last(SHOWN))))
    titles = (labels.say("page.with_deadline"), labels.say("page.without_deadline"))
    shown = [(t, s) for t, s in zip(titles, (dated, undated), strict=True) if s.places]
    if shown:
        yield _page(agency, base, shown, context)


def dated_slot(id_: str, ordinal: int, context: Context) -> Iterator[Page]:
    """One full page of the tasks with a day; the newest stands on the agency's page of tasks."""
    agency = context.archive.agency(id_)
    shelf = context.archive.shelf(f"dated-tasks/{id_}")
    slot = slot_of(routes.agency_tasks(id_), shelf, ordinal)
    if agency is not None and not slot.newest:
        title = labels.say("page.with_deadline")
        yield _page(agency, slot.address, [(title, slot)], context)


def undated_slot(id_: str, ordinal: int, context: Context) -> Iterator[Page]:
    """One page of the tasks without a day; nothing while the page of its tasks shows them all."""
    agency = context.archive.agency(id_)
    shelf = context.archive.shelf(f"undated-tasks/{id_}")
    if agency is not None and longer_than(SHOWN, shelf):
        slot = slot_of(routes.agency_tasks(id_) + UNDATED, shelf, ordinal)
        title = labels.say("page.without_deadline")
        yield _page(agency, slot.address, [(title, slot)], context)


def _page(
    agency: Agency, address: str, shown: Sequence[tuple[str, Slot]], context: Context
) -> Page:
    base = routes.agency_tasks(agency.id)
    title = labels.say("page.tasks_of", agency=agency.name)
    above: tuple[Crumb, ...] = (Crumb(agency.name, routes.agency(agency.id)),)
    if address != base:
        above = (*above, Crumb(labels.say("page.tasks"), base))
        title = labels.say("page.part", title=title, part=shown[0][0])
    page = Page(
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
        context={"shelves": (), "intro": None},
    )
    return with_tables(page, shown, context)


def with_tables(page: Page, shown: Sequence[tuple[str, Slot]], context: Context) -> Page:
    """A page with tables of tasks, with less of each task where it would be too heavy."""

    def detailed(detail: Detail) -> Page:
        tables = tuple(table(title, slot, context, detail) for title, slot in shown)
        return replace(page, context={**page.context, "tables": tables})

    return leaning(DETAILS, detailed)
