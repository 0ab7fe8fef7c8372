"""Extracts: what the index keeps of one document, made by itself and put together later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from typing import Literal

from congvan.language import calendar
from congvan.model.archive import Archive
from congvan.model.output import Output
from congvan.search.entry import Entry, Facet, Passage, entry_of, title_of
from congvan.search.public.files import as_json, packed, stamped
from congvan.search.public.members import Member, member_of
from congvan.search.terms import Terms, terms_of

Sort = Literal["w", "p", "c"]
"""w: words; p: pairs of neighbours; c: joined codes and their endings.

Apart, so that the words beginning with "tu" lie together and not among the pairs of "tu".
"""

SORTS: tuple[Sort, ...] = ("w", "p", "c")

TEXT = "tim.bin"
"""The file of a document's text, beside its page."""

_SHORT = 200
"""Signs of a text that is likely to come again: a name of an agency."""

_KEPT = 1 << 15
"""Short texts whose terms are kept; a province has some thousands of names."""


@dataclass(frozen=True, slots=True)
class Extract:
    """One document as the index sees it; values that travel between processes."""

    member: Member
    card: bytes
    """What a result shows: a row of JSON."""
    facets: tuple[Facet, ...]
    terms: tuple[tuple[Sort, int, str], ...]
    """Terms of a sort that stand in the same fields, one a line; each term once."""


def extracted(id_: str, archive: Archive) -> tuple[Extract, Output]:
    """The extract of a document and the file of its text. Raises KeyError for an unknown id.

    The text stands apart from the tiers, so that it is written once however often these are merged.
    """
    entry = entry_of(id_, archive)
    text = packed(as_json(["\n".join(entry.lines), "\n".join(entry.also)]))
    stamp = sha256(text).digest()
    extract = Extract(
        member=member_of(entry.document),
        card=as_json(_card(entry, stamp)),
        facets=entry.facets,
        terms=tuple(_terms(entry.passages)),
    )
    return extract, Output("site", entry.document.address + TEXT, stamped(stamp, text))


def _card(entry: Entry, stamp: bytes) -> list[object]:
    """The order of the columns is part of the format."""
    document = entry.document
    date = document.date
    return [
        document.id,
        document.address,
        title_of(document),
        document.code,
        document.type,
        str(date) if date else None,
        calendar.say(date) if date else None,
        entry.issuer,
        document.subject,
        1 if document.held else 0,
        stamp[:4].hex(),
    ]


def _terms(passages: Iterable[Passage]) -> Iterator[tuple[Sort, int, str]]:
    """Every term once, under all the fields it stands in."""
    stands: dict[Sort, dict[int, set[str]]] = {sort: defaultdict(set) for sort in SORTS}
    for passage in dict.fromkeys(passages):
        _note(passage, stands)
    for sort, by_fields in stands.items():
        for fields, terms in sorted(_joined(by_fields).items()):
            yield sort, fields, "\n".join(sorted(terms))


def _note(passage: Passage, stands: dict[Sort, dict[int, set[str]]]) -> None:
    terms = _kept_terms(passage.text) if len(passage.text) < _SHORT else terms_of(passage.text)
    fields = int(passage.fields)
    stands["c"][fields].update(terms.codes)
    if passage.code:
        words, pairs = _of_number(terms.words)
        stands["w"][fields].update(words)
        stands["p"][fields].update(pairs)
    else:
        stands["w"][fields].update(terms.words)
        stands["p"][fields].update(terms.pairs)


@lru_cache(maxsize=_KEPT)
def _kept_terms(text: str) -> Terms:
    return terms_of(text)


def _joined(by_fields: dict[int, set[str]]) -> dict[int, set[str]]:
    """Sets that hold no term twice: one that stands in several fields stands under their sum."""
    masks: dict[str, int] = {}
    for fields, terms in by_fields.items():
        for term in terms:
            masks[term] = masks.get(term, 0) | fields
    joined: dict[int, set[str]] = defaultdict(set)
    for term, mask in masks.items():
        joined[mask].add(term)
    return joined


def _of_number(words: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Of a code only what holds its number counts: every second dispatch is an UBND-KGVX.

    The words of the type stand before the number, as readers type them: "ke hoach 28".
    """
    numbers = [word for word in words if _is_number(word)]
    pairs = [f"{a} {b}" for a, b in pairwise(words) if _is_number(a) or _is_number(b)]
    return numbers, pairs


def _is_number(word: str) -> bool:
    return word[:1].isdecimal()
