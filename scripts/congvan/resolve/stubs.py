"""Stubs: documents known because public documents cite them, or `known.yml` describes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from congvan.language import types
from congvan.language.register import Register
from congvan.model.partial_date import PartialDate
from congvan.model.prepared import Candidate, Claim
from congvan.model.recognised import RecognisedKnown
from congvan.model.symbol import Symbol
from congvan.resolve.identity import Index, Key

PLAIN_TYPE = "van-ban"
"""The type of a document that nobody calls by one ("văn bản số …")."""


@dataclass(frozen=True, slots=True)
class Stub:
    """What public words say of a document that is not held."""

    id: str
    key: Key
    symbol: Symbol
    type: str
    date: PartialDate | None
    organ: str | None
    title: str | None
    url: str | None = None

    @property
    def candidate(self) -> Candidate:
        """As something that an undated citation could mean."""
        return Candidate(self.id, self.key.owner, self.symbol, self.date)


def gather_stubs(
    claims: Iterable[Claim], known: Mapping[Key, RecognisedKnown], held: Index, register: Register
) -> tuple[Stub, ...]:
    """One stub for each key whose owner, code and year are known and that is not held."""
    grouped: dict[Key, list[Claim]] = {}
    for claim in claims:
        key = key_of(claim)
        symbol = claim.citation.symbol
        if key and symbol and claim.owner and not held.matching(claim.owner, symbol, claim.date):
            grouped.setdefault(key, []).append(claim)
    return tuple(_stub(key, grouped[key], known.get(key), register) for key in sorted(grouped))


def key_of(claim: Claim) -> Key | None:
    """The claim's key, or None while its owner, number or year is unknown."""
    symbol = claim.citation.symbol
    if symbol is None or symbol.number is None or claim.owner is None:
        return None
    return Key.of(claim.owner, symbol, claim.date)


def _stub(key: Key, claims: list[Claim], known: RecognisedKnown | None, register: Register) -> Stub:
    first = claims[0]
    assert first.citation.symbol is not None
    entry = known.known if known else None
    organs = (register.organ_of(c.citation.issuer) for c in claims if c.citation.issuer)
    return Stub(
        id=key.stub_id,
        key=key,
        symbol=first.citation.symbol,
        type=_type(claims, first.citation.symbol),
        date=_sharpest(c.date for c in claims),
        organ=_most_said(organs),
        title=(entry.title if entry else None) or _longest(c.citation.title for c in claims),
        url=entry.url if entry else None,
    )


def _type(claims: list[Claim], symbol: Symbol) -> str:
    """What the citations call it, or else the only type that its letters can mean."""
    said = _most_said(c.citation.type for c in claims if c.citation.type != PLAIN_TYPE)
    possible = types.by_symbol(symbol)
    return said or (possible[0].id if len(possible) == 1 else PLAIN_TYPE)


def _most_said(values: Iterable[str | None]) -> str | None:
    """The value said most often; the first said among equals."""
    counted = Counter(v for v in values if v)
    return counted.most_common(1)[0][0] if counted else None


def _longest(values: Iterable[str | None]) -> str | None:
    return max((v for v in values if v), key=len, default=None)


def _sharpest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    known = [d for d in dates if d is not None]
    return min(known, key=lambda d: (d.latest - d.earliest, d), default=None)
