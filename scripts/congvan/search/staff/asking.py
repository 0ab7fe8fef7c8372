"""Asking: a query as Whoosh understands it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day
from itertools import pairwise

from whoosh import query as whoosh_query

from congvan.search.staff.query_text import QueryText
from congvan.search.staff.schema import ANY, BOOSTS, NEVER, PAIR
from congvan.search.terms import JOINT

_FIRST_DAY = Day(1, 1, 1).isoformat()
_LAST_DAY = "9999-99-99"

WHOLE_CODE = 20
"""A whole code outweighs all words of a citation around it."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search, names resolved to ids. None does not narrow."""

    agencies: tuple[str, ...] | None = None
    issuers: tuple[str, ...] | None = None
    type: str | None = None
    plan: tuple[str, ...] | None = None
    """Terms of a plan's code."""
    from_: Day | None = None
    to: Day | None = None
    due_from: Day | None = None
    due_to: Day | None = None


def near(text: QueryText, filters: Filters) -> whoosh_query.Query:
    """Documents in which the words of each run stand side by side."""
    return _asked(text, filters, _side_by_side)


def loose(text: QueryText, filters: Filters) -> whoosh_query.Query:
    """Documents in which the words stand anywhere; phrases stay together."""
    return _asked(text, filters, lambda run: run)


def stands_apart(text: QueryText) -> bool:
    """Whether the loose query can find more than the near one."""
    return any(len(run) > 1 for run in text.runs)


def _asked(
    text: QueryText, filters: Filters, of_run: Callable[[tuple[str, ...]], Sequence[str]]
) -> whoosh_query.Query:
    """Filters stand among the demands: Whoosh's own `filter=` gives wrong totals when empty."""
    terms = [term for run in text.runs for term in of_run(run)]
    terms += [term for phrase in text.phrases for term in _side_by_side(phrase)]
    demands = [whoosh_query.Term("text", term) for term in dict.fromkeys(terms)]
    demands += _filters(filters)
    asked = whoosh_query.And(demands) if demands else whoosh_query.Every()
    without = [
        whoosh_query.And([whoosh_query.Term("text", t) for t in _side_by_side(words)])
        for words in text.without
    ]
    if without:
        asked = whoosh_query.AndNot(asked, whoosh_query.Or(without))
    raising = list(_raising(terms))
    return whoosh_query.AndMaybe(asked, whoosh_query.Or(raising)) if raising else asked


def _raising(terms: Sequence[str]) -> Iterator[whoosh_query.Query]:
    """Where the words weigh more than in the running text."""
    for field, boost in BOOSTS.values():
        for term in dict.fromkeys(terms):
            share = WHOLE_CODE if JOINT in term else 1
            yield whoosh_query.Term(field, term, boost=boost * share)


def _side_by_side(run: tuple[str, ...]) -> tuple[str, ...]:
    """Codes, pairs of neighbouring words, and words that have no neighbour.

    >>> _side_by_side(("ke", "hoach", "28_kh_tu"))
    ('ke+hoach', '28_kh_tu')
    """
    pairs = [(a, b) for a, b in pairwise(run) if JOINT not in a and JOINT not in b]
    paired = {word for pair in pairs for word in pair}
    alone = [term for term in run if term not in paired]
    return (*(PAIR.join(pair) for pair in pairs), *alone)


def _filters(filters: Filters) -> Iterator[whoosh_query.Query]:
    due = filters.due_from is not None or filters.due_to is not None
    if due:
        yield _one_of([_due(a, filters) for a in filters.agencies or (ANY,)])
    elif filters.agencies is not None:
        yield _one_of([whoosh_query.Term("agency", a) for a in filters.agencies])
    if filters.issuers is not None:
        yield _one_of([whoosh_query.Term("issuer", i) for i in filters.issuers])
    if filters.type is not None:
        yield whoosh_query.Term("type", filters.type)
    if filters.plan is not None:
        yield from (whoosh_query.Term("plan", term) for term in filters.plan)
    if filters.from_ is not None:
        yield whoosh_query.TermRange("last", filters.from_.isoformat(), _LAST_DAY)
    if filters.to is not None:
        yield whoosh_query.TermRange("first", _FIRST_DAY, filters.to.isoformat())


def _due(agency: str, filters: Filters) -> whoosh_query.Query:
    """A task of the agency due between the days, both of one and the same task."""
    first = filters.due_from.isoformat() if filters.due_from else NEVER
    last = filters.due_to.isoformat() if filters.due_to else _LAST_DAY
    return whoosh_query.TermRange("due", f"{agency}@{first}", f"{agency}@{last}")


def _one_of(queries: list[whoosh_query.Query]) -> whoosh_query.Query:
    return whoosh_query.Or(queries) if queries else whoosh_query.NullQuery
