"""Records: what is kept of a document beside the index, as plain values that JSON can hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from congvan.model.document import Document, Task
from congvan.search.entry import Entry, title_of


@dataclass(frozen=True, slots=True)
class TaskRecord:
    """A task with the days and agencies by which it is asked for."""

    lead: tuple[str, ...]
    """As printed."""
    with_: tuple[str, ...]
    text: str
    due: str | None
    """EDTF."""
    due_day: str | None
    """The last day it may mean: what `--due-to` compares."""
    phrase: str | None
    agencies: tuple[str, ...]
    """Ids of who leads and who works along."""


@dataclass(frozen=True, slots=True)
class Record:
    """A document as a result shows it."""

    id: str
    url: str
    title: str
    code: str | None
    type: str
    issuer: str
    issuer_name: str
    date: str | None
    subject: str | None
    held: bool
    tasks: tuple[TaskRecord, ...] = field(default=())


def record_of(entry: Entry) -> Record:
    """The record of one entry."""
    document = entry.document
    return Record(
        id=document.id,
        url=document.address,
        title=title_of(document),
        code=document.code,
        type=document.type,
        issuer=document.owner,
        issuer_name=entry.issuer,
        date=str(document.date) if document.date else None,
        subject=document.subject,
        held=document.held,
        tasks=tuple(_tasks(document)),
    )


def as_plain(record: Record) -> dict[str, Any]:
    """For JSON; `from_plain` is its inverse."""
    return asdict(record)


def from_plain(plain: dict[str, Any]) -> Record:
    """A record from what `as_plain` made of it, through JSON."""
    tasks = tuple(TaskRecord(**_frozen(row)) for row in plain["tasks"])
    return Record(**{**plain, "tasks": tasks})


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    """Lists as the tuples that they were before JSON."""
    return {key: tuple(v) if isinstance(v, list) else v for key, v in row.items()}


def _tasks(document: Document) -> Iterator[TaskRecord]:
    for task in document.tasks:
        deadline = task.deadline
        due = deadline.due if deadline else None
        yield TaskRecord(
            lead=tuple(party.printed for party in task.lead),
            with_=tuple(party.printed for party in task.with_),
            text=task.text,
            due=str(due) if due else None,
            due_day=due.latest.isoformat() if due else None,
            phrase=deadline.phrase if deadline else None,
            agencies=tuple(_agencies(task)),
        )


def _agencies(task: Task) -> Iterator[str]:
    """Agencies and groups; an id of a group never equals an agency's."""
    for party in (*task.lead, *task.with_):
        if party.agency or party.group:
            yield party.agency or party.group or ""
