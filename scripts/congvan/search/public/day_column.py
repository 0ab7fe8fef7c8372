"""Days: the order of documents, and when each is dated, for a search between two days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Day

from congvan.model.document import Document
from congvan.search.public.postings import varint

ORIGIN = Day(1900, 1, 1)
"""Day 0; no document of the Republic is older."""

_FAR = 200 * 366
"""Days after which an open end is cut, so that a day fits in three bytes."""


def newest_first(document: Document) -> tuple[int, int, str]:
    """A key by which documents are numbered: by last day, then first day, backwards, then id."""
    if document.date is None:
        return 1, 0, document.id
    return -_count(document.date.latest), -_count(document.date.earliest), document.id


def days(documents: Sequence[Document]) -> tuple[int, bytes]:
    """How many are dated, and their days: how far back the last day lies, how long it is.

    Documents come newest first, those without a date at the end; these have no bytes.
    """
    packed = bytearray()
    before = _FAR
    dated = [document.date for document in documents if document.date is not None]
    for date in dated:
        latest, earliest = _count(date.latest), _count(date.earliest)
        packed += varint(before - latest) + varint(latest - earliest)
        before = latest
    return len(dated), bytes(packed)


def _count(day: Day) -> int:
    return min(max((day - ORIGIN).days, 0), _FAR)
