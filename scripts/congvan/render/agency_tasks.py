"""All tasks of one agency: those with a day by that day, then those without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from congvan.language import labels
from congvan.model.document import Task
from congvan.render import designation, keys, routes
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.paging import Slot, slots
from congvan.render.stub_page import due_order
from congvan.render.views import TaskView, task_keys, task_view

UNDATED = "khong-thoi-han/"
"""Where the older slots of tasks without a day stand, below the agency's tasks."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of tasks, a slot of a list."""

    title: str
    slot: Slot[Task]
    tasks: tuple[TaskView, ...]


def agency_task_pages(id_: str, context: Context) -> Iterator[Page]:
    """The tasks of an agency in fixed slots; none where it has none. The base page holds the newest
    slot of both kinds."""
    agency = designation.find_agency(id_, context.register)
    if agency is None:
        return
    tasks = sorted(context.archive.tasks_of(id_), key=due_order)
    if not tasks:
        return
    base = routes.agency_tasks(id_)
    dated, *older = slots(base, [t for t in tasks if _dated(t)])
    undated, *others = slots(base + UNDATED, [t for t in tasks if not _dated(t)])
    titles = (labels.say("page.with_deadline"), labels.say("page.without_deadline"))
    yield _page(id_, base, [(titles[0], dated), (titles[1], undated)], context)
    for slot in older:
        yield _page(id_, slot.address, [(titles[0], slot)], context)
    if others:
        for slot in (undated, *others):
            yield _page(id_, slot.address, [(titles[1], slot)], context)


def _page(
    id_: str, address: str, shown: Sequence[tuple[str, Slot[Task]]], context: Context
) -> Page:
    agency = context.register.agency(id_)
    base = routes.agency_tasks(id_)
    title = labels.say("page.tasks_of", agency=agency.name)
    tables = tuple(
        Table(name, slot, tuple(task_view(t, t.text, context) for t in reversed(slot.items)))
        for name, slot in shown
        if slot.items
    )
    above: tuple[Crumb, ...] = (Crumb(agency.name, routes.agency(id_)),)
    if address != base:
        above = (*above, Crumb(labels.say("page.tasks"), base))
    return Page(
        address=address,
        kind="tasks",
        title=title if address == base else labels.say("page.part", title=title, part=shown[0][0]),
        description=labels.say("description.tasks", name=agency.name),
        template="tasks.md.j2",
        trail=(
            Crumb(labels.say("page.home"), routes.HOME),
            Crumb(labels.say("page.agencies"), routes.AGENCIES),
            *above,
        ),
        made_from=(
            keys.agency(id_),
            keys.listing(f"nhiem-vu/{id_}"),
            *task_keys((t for _, slot in shown for t in slot.items), context),
        ),
        context={"tables": tables, "shelves": (), "intro": None},
    )


def _dated(task: Task) -> bool:
    return task.deadline is not None and task.deadline.due is not None
