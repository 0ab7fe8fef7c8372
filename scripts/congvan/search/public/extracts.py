"""Extracts: what the index keeps of one document, made by itself and put together later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from operator import itemgetter
from typing import Literal

from congvan.language import calendar
from congvan.model.archive import Archive
from congvan.model.output import Output
from congvan.search.entry import Entry, Facet, Passage, entry_of, title_of
from congvan.search.public.files import as_json, packed, stamped
from congvan.search.public.members import Member, member_of
from congvan.search.terms import Terms as TermsOf
from congvan.search.terms import terms_of

Sort = Literal["w", "p", "c"]
"""w: words; p: pairs of neighbours; c: joined codes and their endings.

Apart, so that the words beginning with "tu" lie together and not among the pairs of "tu".
"""

Terms = dict[str, None]
"""A set of terms that keeps its order, so that equal documents have equal extracts."""

SORTS: tuple[Sort, ...] = ("w", "p", "c")

TEXT = "tim.bin"
"""The file of a document's text, beside its page."""

_KEPT = 8192
"""Short lines and names of agencies whose terms are kept: few stand in most documents."""

_SHORT = 100
"""Signs of a line that is likely to come again: an addressee, who signed."""


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
    """Every term once, under all the fields it stands in; in the order of the text."""
    stands: dict[Sort, dict[int, Terms]] = {sort: defaultdict(dict) for sort in SORTS}
    for passage in passages:
        found = _often(passage) if passage.often else _found(passage)
        for sort, terms in zip(SORTS, found, strict=True):
            stands[sort][int(passage.fields)].update(terms)
    for sort, by_fields in stands.items():
        for fields, own in sorted(_joined(by_fields).items(), key=itemgetter(0)):
            yield sort, fields, "\n".join(own)


def _found(passage: Passage) -> tuple[Terms, Terms, Terms]:
    """The words, pairs and codes of a passage."""
    words: list[str] = []
    pairs: list[str] = []
    codes: list[str] = []
    for line in passage.lines:
        terms = _kept(line) if len(line) < _SHORT else terms_of(line)
        codes += terms.codes
        if passage.code:
            words += filter(_is_number, terms.words)
            pairs += _with_number(terms.words)
        else:
            words += terms.words
            pairs += terms.pairs
    return dict.fromkeys(words), dict.fromkeys(pairs), dict.fromkeys(codes)


@lru_cache(maxsize=_KEPT)
def _kept(line: str) -> TermsOf:
    return terms_of(line)


@lru_cache(maxsize=_KEPT)
def _often(passage: Passage) -> tuple[Terms, Terms, Terms]:
    return _found(passage)


def _joined(by_fields: dict[int, Terms]) -> dict[int, list[str]]:
    """Terms by all the fields that each stands in; none is there twice."""
    # Most terms stand in the text alone: these are told apart with little ado.
    most = max(by_fields, key=lambda fields: len(by_fields[fields]))
    in_most = by_fields.pop(most)
    masks: dict[str, int] = {}
    for fields, terms in by_fields.items():
        for term in terms:
            masks[term] = masks.get(term, 0) | fields
    joined: dict[int, list[str]] = defaultdict(list)
    for term, mask in masks.items():
        joined[mask | most if term in in_most else mask].append(term)
    joined[most] += [term for term in in_most if term not in masks]
    return {fields: found for fields, found in joined.items() if found}


def _with_number(words: tuple[str, ...]) -> Iterator[str]:
    """Of a code only what holds its number counts: every second dispatch is an UBND-KGVX.

    The words of the type stand before the number, as readers type them: "ke hoach 28".
    """
    return (f"{a} {b}" for a, b in pairwise(words) if _is_number(a) or _is_number(b))


def _is_number(word: str) -> bool:
    return word[:1].isdecimal()
