"""Bounds: how much of what surrounds a document stands on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

_ALL = 10**9
"""More than there ever are."""


@dataclass(frozen=True, slots=True)
class Detail:
    """How much of each task a list of them shows."""

    parties: int
    """Names in one cell."""
    text: int
    """Bytes of its words."""


DETAILS = (Detail(8, 1500), Detail(4, 480), Detail(2, 240), Detail(1, 100))
"""What a list of tasks shows of each: the first with which its page is light enough."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many of each a page shows; the rest is a step away."""

    tasks: int = _ALL
    related: int = 50
    """Documents of one kind of relation: a law that thousands cite stays a page a phone can load,
    and the full list is paged beside it."""
    mentioning: int = 50
    """Documents that mention one clause."""
    places: int = _ALL
    """Places of its own text that speak of one other document."""
    sentences: bool = True
    """Whether documents that name it are quoted."""
    clauses: bool = True
    members: bool = True
    """Whether a group of addressees is told with its members."""
    beside: int = _ALL
    """Files, pictures of pages and corrections, of each."""
    detail: Detail = DETAILS[0]
    """Of each task of others."""


WHOLE = Bounds()

AROUND = (
    WHOLE,
    *(
        Bounds(tasks, related, 0, 3, sentences=False, clauses=False, members=False, beside=beside)
        for tasks, related, beside in ((12, 6, 6), (6, 3, 4), (3, 1, 2), (0, 0, 1))
    ),
)
"""What may surround the text on a dispatch's own page: the first that is light enough."""

APART = (
    WHOLE,
    Bounds(200, 50, 5, 20, detail=DETAILS[1]),
    Bounds(100, 50, 0, 10, sentences=False, clauses=False, detail=DETAILS[2]),
    Bounds(60, 20, 0, 3, sentences=False, clauses=False, beside=100, detail=DETAILS[3]),
)
"""The same for a page of its own, and for the page of a document that is not held."""


FEW = 30
"""Relations or tasks beyond which a page is never light enough for all of them: it is not tried,
and so the documents that it would not show are not asked for."""


def shown_last(items: Sequence[T], number: int) -> Sequence[T]:
    """The last of some items, at most so many."""
    return items[len(items) - min(number, len(items)) :]
