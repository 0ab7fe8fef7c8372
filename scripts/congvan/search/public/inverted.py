"""The inverted index of one tier: made in sorted runs on disk, so that memory stays flat."""

from __future__ import annotations

import heapq
import marshal
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO

from congvan.search.public.extracts import SORTS, Sort
from congvan.search.public.postings import FIELD_BITS, postings
from congvan.search.public.shards import order

MOST = 6_000_000
"""Postings held in memory: with their terms some 300 MB."""

_CHUNK = 2048
"""Terms read from a run at once."""

Row = tuple[bytes, str, bytes]
"""The term as it is sorted, the term, its postings as an array's bytes."""


@dataclass(slots=True)
class Inverted:
    """The terms met so far. Documents are added in rising order of their numbers."""

    folder: Path
    """Where runs are put; whoever made it removes it."""
    most: int = field(default_factory=lambda: MOST)
    _held: int = 0
    _runs: int = 0
    _terms: dict[Sort, defaultdict[str, array[int]]] = field(init=False)

    def __post_init__(self) -> None:
        self._terms = _empty()

    def add(self, number: int, terms: Iterable[tuple[Sort, int, str]]) -> None:
        """Notes the terms of an extract under a document's number."""
        for sort, fields, joined in terms:
            table = self._terms[sort]
            posting = number << FIELD_BITS | fields
            for term in (found := joined.split("\n")):
                table[term].append(posting)
            self._held += len(found)
        if self._held >= self.most:
            self._spill()

    def entries(self, sort: Sort) -> Iterator[tuple[str, bytes]]:
        """The terms of one sort in order, each with its packed postings."""
        runs = [self._run(i, sort) for i in range(self._runs)]
        rows = heapq.merge(*runs, _rows(self._terms[sort]), key=itemgetter(0))
        for (_, term), same in groupby(rows, key=itemgetter(0, 1)):
            found = array("I")
            found.frombytes(b"".join(row[2] for row in same))
            yield term, postings(found)

    def _spill(self) -> None:
        for sort in SORTS:
            with self._file(self._runs, sort).open("wb") as file:
                rows = _rows(self._terms[sort])
                while chunk := list(islice(rows, _CHUNK)):
                    marshal.dump(chunk, file)
        self._terms, self._held = _empty(), 0
        self._runs += 1

    def _run(self, run: int, sort: Sort) -> Iterator[Row]:
        with self._file(run, sort).open("rb") as file:
            chunks = iter(lambda: _chunk(file), None)
            yield from chain.from_iterable(chunks)

    def _file(self, run: int, sort: Sort) -> Path:
        return self.folder / f"{sort}-{run}.run"


def _empty() -> dict[Sort, defaultdict[str, array[int]]]:
    return {sort: defaultdict(lambda: array("I")) for sort in SORTS}


def _rows(terms: dict[str, array[int]]) -> Iterator[Row]:
    return ((order(term), term, terms[term].tobytes()) for term in sorted(terms, key=order))


def _chunk(file: BinaryIO) -> list[Row] | None:
    try:
        chunk: list[Row] = marshal.load(file)  # noqa: S302 - this process wrote it a moment ago
    except EOFError:
        return None
    return chunk
