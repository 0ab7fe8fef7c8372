"""Each distinct document that a text cites, once, with the best that is said of it anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from congvan.language import types, vocabulary
from congvan.language.folding import fold
from congvan.model.citation import Citation
from congvan.model.partial_date import PartialDate
from congvan.model.symbol import Symbol

_WORD = re.compile(r"\w+")
_LAW = re.compile(vocabulary.either("citations", "law_heads"), re.IGNORECASE)

_VAGUE = re.compile(vocabulary.either("citations", "vague"), re.IGNORECASE)
_VAGUE_TYPE = next(kind.id for kind in types.TYPES.values() if kind.kind == "vague")

Groups = dict[str, list[Citation]]


@dataclass(frozen=True, slots=True)
class Cited:
    """One document, from all its mentions."""

    type: str | None
    symbol: Symbol | None
    date: PartialDate | None
    issuer: str | None
    title: str | None
    verbs: tuple[str, ...]
    pinpoints: tuple[str, ...]


def distinct(citations: Iterable[Citation], behind: Iterable[Citation] = ()) -> tuple[Cited, ...]:
    """The documents in order of their first mention.

    What stands behind the body, in footnotes and annexes, tells more of a document; it adds none.
    """
    mentions = list(citations)
    groups = _grouped(mentions)
    same = _same_laws(groups)
    documents: Groups = {}
    for key, group in groups.items():
        documents.setdefault(same.get(key, key), []).extend(group)
    verbs = {key: [c.verb for c in group if c.verb] for key, group in documents.items()}
    for key, group in _grouped(behind).items():
        documents.get(same.get(key, key), []).extend(group)
    return tuple(_cited(group, verbs[key]) for key, group in documents.items())


def _grouped(citations: Iterable[Citation]) -> Groups:
    """Mentions by what names their document; words that name none by themselves are left out."""
    groups: Groups = {}
    for citation in citations:
        if citation.form not in ("self", "anaphor"):
            groups.setdefault(_key(citation), []).append(citation)
    return groups


def _key(citation: Citation) -> str:
    if citation.symbol is not None:
        return citation.symbol.key
    name = _law_name(citation)
    if name is None:
        return " ".join((citation.title or citation.quote).split()).casefold()
    return f"{name} {_year(citation) or ''}".strip()


def _law_name(citation: Citation) -> str | None:
    """A law's name as it is compared: scans and clerks vary its marks, commas and capitals."""
    if not citation.title or not _LAW.match(citation.title):
        return None
    return " ".join(_WORD.findall(fold(citation.title)))


def _year(citation: Citation) -> int | None:
    if citation.symbol and citation.symbol.year:
        return citation.symbol.year
    return citation.date.year if citation.date else None


def _same_laws(groups: Groups) -> Mapping[str, str]:
    """For the key of a law's name, the key under which the text gives more of the same law.

    A name and a year are the law of that year with a code; a name alone is the only law of that
    name. Two of one name stay apart from a third mention that may be either.
    """
    named: dict[str, list[str]] = {}
    for key, group in groups.items():
        for name in {name for citation in group if (name := _law_name(citation))}:
            named.setdefault(name, []).append(key)
    same = {
        key: more for keys in named.values() for key in keys if (more := _more(key, keys, groups))
    }
    return {key: same.get(more, more) for key, more in same.items()}


def _more(key: str, keys: Sequence[str], groups: Groups) -> str | None:
    """Of the keys of one name, the one under which more is told of the law than under `key`."""
    if groups[key][0].symbol:
        return None
    years = {k: next(filter(None, map(_year, groups[k])), None) for k in keys}
    coded = [k for k in keys if groups[k][0].symbol and years[key] in (None, years[k])]
    dated = [k for k in keys if k != key and years[key] is None]
    alike = coded or dated
    return alike[0] if len(alike) == 1 else None


def _cited(said: Sequence[Citation], verbs: Iterable[str]) -> Cited:
    symbol = next((c.symbol for c in said if c.symbol), None)
    # The year of a code is no date of its own.
    told = symbol.year if symbol else None
    dates = [c.date for c in said if c.date is not None and (c.date.month or c.date.year != told)]
    issuers = [c.issuer for c in said if c.issuer]
    return Cited(
        type=next((c.type for c in said if c.type), None) or _vague(said),
        symbol=symbol,
        date=next((d for d in dates if d.is_day), dates[0]) if dates else None,
        issuer=max(issuers, key=len) if issuers else None,
        title=next((c.title for c in said if c.title), None),
        verbs=tuple(dict.fromkeys(verbs)),
        pinpoints=tuple(dict.fromkeys(p.anchor for c in said for p in c.pinpoints)),
    )


def _vague(said: Iterable[Citation]) -> str | None:
    """The type of what a text only calls "văn bản"; None where it says no word."""
    return _VAGUE_TYPE if any(_VAGUE.match(c.quote) for c in said) else None
