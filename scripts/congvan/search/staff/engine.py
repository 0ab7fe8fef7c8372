"""The engine: from a query to rows, the one place that joins index and store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from whoosh import query as whoosh_query
from whoosh.searching import Searcher

from congvan.language import types
from congvan.search.staff import asking, query_text
from congvan.search.staff.agency_names import named
from congvan.search.staff.answering import Hit, best, searching
from congvan.search.staff.query_text import QueryText
from congvan.search.staff.records import TaskRecord
from congvan.search.staff.results import Query, Results, Row
from congvan.search.staff.snippets import holds, snippet
from congvan.search.staff.store import Store, opened
from congvan.search.terms import terms_of

ENOUGH = 10
"""Below this many answers words may also stand apart."""


def query(directory: Path, asked: Query) -> Results:
    """The answer from the index in `directory`. Raises UnknownName for a name nobody bears."""
    text = query_text.read(asked.text)
    with opened(directory) as store:
        filters = filters_of(asked, store)
        with searching(folders(directory, asked, store)) as searcher:
            if searcher is None:
                return Results((), 0)
            hits, total = _found(searcher, text, filters, asked.limit)
        rows = [_row(store, hit, asked, text, filters) for hit in hits]
    kept = tuple(row for row in rows if row is not None)
    return Results(kept, total - len(rows) + len(kept), bool(text.phrases) and total > len(rows))


def explain(directory: Path, asked: Query) -> tuple[str, ...]:
    """How the engine reads a query: each step with how many documents it finds."""
    text = query_text.read(asked.text)
    with opened(directory) as store:
        filters = filters_of(asked, store)
        with searching(folders(directory, asked, store)) as searcher:
            steps = [(kind, made) for kind, made in _steps(text, filters)] if searcher else []
            return tuple(f"{kind} {_count(searcher, made)} {made}" for kind, made in steps)


def filters_of(asked: Query, store: Store) -> asking.Filters:
    """The filters of a query, names made ids. Raises UnknownName."""
    return asking.Filters(
        agencies=named(store, asked.agency) if asked.agency else None,
        issuers=named(store, asked.issuer) if asked.issuer else None,
        type=_type_of(asked.type) if asked.type else None,
        plan=_plan_terms(asked.plan) if asked.plan else None,
        from_=asked.from_,
        to=asked.to,
        due_from=asked.due_from,
        due_to=asked.due_to,
    )


def folders(directory: Path, asked: Query, store: Store) -> list[Path]:
    """The indexes of the years that may hold an answer.

    A document lies in the year it begins; one dated by an interval may reach into the next.
    """
    low = f"{asked.from_.year - 1:04}" if asked.from_ else ""
    wanted = f"{asked.year:04}" if asked.year is not None else None
    years = [y for y in store.years() if y >= low and wanted in (None, y)]
    return [directory / f"{year}-{store.key(year)}" for year in years]


def _steps(text: QueryText, filters: asking.Filters) -> Iterator[tuple[str, whoosh_query.Query]]:
    yield "near", asking.near(text, filters)
    if asking.stands_apart(text):
        yield "loose", asking.loose(text, filters)


def _count(searcher: Searcher, made: whoosh_query.Query) -> int:
    return sum(1 for _ in searcher.docs_for_query(made))


def _found(
    searcher: Searcher, text: QueryText, filters: asking.Filters, limit: int
) -> tuple[list[Hit], int]:
    """What stands side by side first; then, where that is little, what stands apart."""
    hits: list[Hit] = []
    total = 0
    for _, made in _steps(text, filters):
        if total >= ENOUGH:
            break
        more, total = best(searcher, made, limit, by_date=not text.wanted)
        had = {hit.id for hit in hits}
        hits += [hit for hit in more if hit.id not in had]
    return hits[:limit], total


def _row(
    store: Store, hit: Hit, asked: Query, text: QueryText, filters: asking.Filters
) -> Row | None:
    """The row of a hit; None where a phrase that was asked does not stand in it."""
    record, lines, also = store.record(hit.id)
    known = (record.subject or "", *lines, *also)
    if not all(holds(known, phrase) for phrase in text.phrases):
        return None
    return Row(
        id=record.id,
        url=record.url,
        title=record.title,
        code=record.code,
        type=record.type,
        issuer=record.issuer,
        issuer_name=record.issuer_name,
        date=record.date,
        subject=record.subject,
        held=record.held,
        snippet=snippet(lines, text) if record.held else "",
        tasks=tuple(task for task in record.tasks if _fits(task, asked, filters)),
    )


def _fits(task: TaskRecord, asked: Query, filters: asking.Filters) -> bool:
    """Whether a task is one of those asked for."""
    due_asked = asked.due_from is not None or asked.due_to is not None
    if filters.agencies is None and not due_asked:
        return False
    if filters.agencies is not None and not set(task.agencies) & set(filters.agencies):
        return False
    if not due_asked:
        return True
    first = asked.due_from.isoformat() if asked.due_from else ""
    last = asked.due_to.isoformat() if asked.due_to else "9999"
    return task.due_day is not None and first <= task.due_day <= last


def _type_of(text: str) -> str:
    found = types.by_name(text)
    return found.id if found else text


def _plan_terms(text: str) -> tuple[str, ...]:
    """A code as a whole where it is one; else its words."""
    terms = terms_of(text)
    return terms.codes[:1] or terms.words
