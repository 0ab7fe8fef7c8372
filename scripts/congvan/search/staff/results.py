"""What is asked and what is answered, as values that know nothing of any engine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day

from congvan.search.staff.records import TaskRecord

LIMIT = 20


@dataclass(frozen=True, slots=True)
class Query:
    """A search; what is None does not narrow it."""

    text: str = ""
    """Words with marks or without, codes in any form, "a phrase", -word."""
    agency: str | None = None
    """A name or id: who was given a task or was addressed."""
    issuer: str | None = None
    type: str | None = None
    """A type by id or name."""
    plan: str | None = None
    """The code of a document implemented."""
    year: int | None = None
    from_: Day | None = None
    to: Day | None = None
    due_from: Day | None = None
    due_to: Day | None = None
    """With an agency, the deadline is that of a task the agency is party to."""
    limit: int = LIMIT


@dataclass(frozen=True, slots=True)
class Row:
    """One document found."""

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
    snippet: str
    """The best line of its text, words as they stand there."""
    tasks: tuple[TaskRecord, ...]
    """Those that fit what was asked of agency and deadline; none where neither was asked."""


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a query."""

    rows: tuple[Row, ...]
    total: int
    about: bool = False
    """Whether phrases were proved only in the documents shown."""
