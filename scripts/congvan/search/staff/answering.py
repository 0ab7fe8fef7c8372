"""Answering: a search over the indexes of all years that may hold an answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from whoosh import index
from whoosh import query as whoosh_query
from whoosh.reading import MultiReader
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

_DIGITS = 6
"""Scores that differ later than this are equal, so that the date decides between them."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer."""

    id: str
    score: float
    last: str
    """The last day the document may be dated."""


@contextmanager
def searching(folders: list[Path]) -> Iterator[Searcher | None]:
    """One searcher over several indexes; None over none."""
    if not folders:
        yield None
        return
    with ExitStack() as stack:
        readers = [
            stack.enter_context(index.open_dir(str(folder), readonly=True).reader())
            for folder in folders
        ]
        whole = readers[0] if len(readers) == 1 else MultiReader(readers)
        # A long text is no worse an answer than a short one: length is left out of account.
        yield Searcher(whole, weighting=BM25F(B=0.0))


def best(
    searcher: Searcher, asked: whoosh_query.Query, limit: int, *, by_date: bool
) -> tuple[list[Hit], int]:
    """The best answers, among equals the newest, and how many there are.

    `by_date` is for a search without words, in which no answer is better than another.
    """
    order = {"sortedby": "last", "reverse": True} if by_date else {}
    results = searcher.search(asked, limit=limit, **order)
    hits = [Hit(h["id"], 0 if by_date else round(h.score, _DIGITS), h["last"]) for h in results]
    hits.sort(key=lambda hit: hit.id)
    hits.sort(key=lambda hit: (hit.score, hit.last), reverse=True)
    # The length of a search that stopped at its limit is found by searching again.
    total = results.scored_length() if results.has_exact_length() else len(results)
    return hits, max(total, len(hits))
