"""The inverted index of one tier: terms of each sort with their postings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from congvan.search.entry import Entry, Field, Passage
from congvan.search.public.postings import Postings
from congvan.search.public.shard_files import order
from congvan.search.terms import terms_of

Sort = Literal["w", "p", "c"]
"""w: words; p: pairs of neighbours; c: joined codes and their endings.

Apart, so that the words beginning with "tu" lie together and not among the pairs of "tu".
"""


@dataclass(slots=True)
class Inverted:
    """The terms met so far. Documents are added in rising order of their numbers."""

    sorts: dict[Sort, defaultdict[str, Postings]] = field(
        default_factory=lambda: {sort: defaultdict(Postings) for sort in ("w", "p", "c")}
    )

    def add(self, number: int, entry: Entry) -> None:
        """Notes every term of `entry` under `number`."""
        for passage in entry.passages:
            for sort, term, mask in _found(passage):
                self.sorts[sort][term].add(number, mask)

    def entries(self, sort: Sort) -> Iterator[tuple[str, bytes]]:
        """The terms of one sort in order, each with its packed postings."""
        terms = self.sorts[sort]
        return ((term, terms[term].packed()) for term in sorted(terms, key=order))


def _found(passage: Passage) -> Iterable[tuple[Sort, str, int]]:
    """The terms of a passage with the fields they count for."""
    terms = terms_of(passage.text)
    mask = int(passage.fields)
    yield from (("c", code, mask) for code in terms.codes)
    if passage.code:
        yield from _of_number(terms.words, passage.fields)
        return
    yield from (("w", word, mask) for word in terms.words)
    yield from (("p", pair, mask) for pair in terms.pairs)


def _of_number(words: tuple[str, ...], fields: Field) -> Iterable[tuple[Sort, str, int]]:
    """Of a code only what holds its number counts: every second dispatch is an UBND-KGVX.

    The words of the type stand before the number, as readers type them: "ke hoach 28".
    """
    yield from (("w", word, int(fields)) for word in words if _is_number(word))
    for first, second in pairwise(words):
        if _is_number(first) or _is_number(second):
            yield "p", f"{first} {second}", int(fields)


def _is_number(word: str) -> bool:
    return word[:1].isdecimal()
