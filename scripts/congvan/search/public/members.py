"""Members: what of each document decides where in the index it stands."""

from __future__ import annotations

from datetime import date as Day
from typing import NamedTuple

from congvan.model.document import Document

ORIGIN = Day(1900, 1, 1)
"""Day 0; no document of the Republic is older."""

FAR = 200 * 366
"""Days after which an open end is cut, so that a day fits in three bytes."""

UNDATED = -1


class Member(NamedTuple):
    """One document of the index. A tuple, since a state holds a hundred thousand of them."""

    id: str
    arrived: int
    """The day on which it was put online; 0 where none is told."""
    latest: int = UNDATED
    """The last day it may be dated."""
    earliest: int = UNDATED

    @property
    def dated(self) -> bool:
        """Whether anything is known of its date."""
        return self.latest != UNDATED


def member_of(document: Document) -> Member:
    """The member that stands for a document."""
    published = document.dispatch.published if document.dispatch else None
    arrived = _count(published) if published else 0
    if document.date is None:
        return Member(document.id, arrived)
    latest, earliest = _count(document.date.latest), _count(document.date.earliest)
    return Member(document.id, arrived, latest, earliest)


def newest_first(member: Member) -> tuple[int, int, str]:
    """The order of documents: by last day, then first day, backwards, then by id; those without a
    date last."""
    return -member.latest, -member.earliest, member.id


def as_it_came(member: Member) -> tuple[int, str]:
    """The order of arrival."""
    return member.arrived, member.id


def _count(day: Day) -> int:
    return min(max((day - ORIGIN).days, 0), FAR)
