"""Views of tasks: one row of a table, in finished words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from congvan.model.archive import Place
from congvan.model.assignment import Deadline
from congvan.model.document import Task
from congvan.render.bounds import DETAILS, Detail
from congvan.render.context import Context
from congvan.render.excerpts import excerpt
from congvan.render.views import DateView, Entry, PartyView, date_view, entry, party_view


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
    more_lead: int = 0
    """How many further parties there are."""
    more_with: int = 0


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


def task_rows(
    places: Iterable[Place], context: Context, detail: Detail = DETAILS[0]
) -> tuple[TaskView, ...]:
    """The tasks at these places as lists show them."""
    return tuple(task_row(task_at(place, context), context, detail) for place in places)


def task_row(task: Task, context: Context, detail: Detail = DETAILS[0]) -> TaskView:
    """A task as lists show it: the first of its parties and of its words."""
    few = replace(task, lead=task.lead[: detail.parties], with_=task.with_[: detail.parties])
    return replace(
        task_view(few, excerpt(task.text, detail.text), context),
        more_lead=len(task.lead) - len(few.lead),
        more_with=len(task.with_) - len(few.with_),
    )


def task_at(place: Place, context: Context) -> Task:
    """The task that stands at a place. Raises KeyError where its document has none such."""
    for task in context.archive.tasks(place.document):
        if task.ordinal == place.task:
            return task
    raise KeyError(place)
