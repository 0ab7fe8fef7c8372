"""Identity: which document a number, an owner and a date name."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from congvan.model.dispatch import Dispatch
from congvan.model.partial_date import PartialDate
from congvan.model.prepared import Candidate
from congvan.model.symbol import Symbol

ID_LENGTH = 8
"""Letters of a stub's id: forty bits, so that a clash among a million stubs stays improbable
enough to be a finding rather than a scheme."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What makes a document one: the owner of its series, its code and its time.

    State numbers restart each year (Decree 30/2020, article 15), so a year is enough; Party numbers
    run through a term (Guideline 36-HD/VPTW, II.1.3), so the full date is used where it is known.
    """

    owner: str
    symbol: str
    when: str

    @classmethod
    def of(cls, owner: str, symbol: Symbol, date: PartialDate | None) -> Key | None:
        """The key, or None while the year is unknown."""
        year = symbol.year or (date.year if date else None)
        if year is None:
            return None
        dated = symbol.style == "party" and date is not None and date.is_day
        return cls(owner, symbol.key, str(date) if dated else str(year))

    @property
    def stub_id(self) -> str:
        """The id of a document that is known and not held: the hash of its key."""
        digest = hashlib.sha256(f"{self.owner}\n{self.symbol}\n{self.when}".encode()).digest()
        return base64.b32encode(digest).decode().lower()[:ID_LENGTH]


class Index:
    """Documents by owner and code."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._by_code: dict[tuple[str, str], list[Candidate]] = {}
        for candidate in candidates:
            place = (candidate.owner, candidate.symbol.key)
            self._by_code.setdefault(place, []).append(candidate)

    def matching(
        self, owner: str, symbol: Symbol, date: PartialDate | None
    ) -> tuple[Candidate, ...]:
        """Every document the words can mean; all of the code where the date is unknown."""
        found = self._by_code.get((owner, symbol.key), [])
        return tuple(c for c in found if date is None or c.fits(date))


def symbol_of(dispatch: Dispatch) -> Symbol | None:
    """The symbol a dispatch bears, its number blank or not; None where it is unreadable."""
    if dispatch.symbol is None:
        return None
    try:
        return Symbol.of(dispatch.number, dispatch.symbol)
    except ValueError:
        return None


def held_index(dispatches: Iterable[Dispatch]) -> Index:
    """The index of held, numbered dispatches."""
    return Index(
        Candidate(d.id, d.issuer, symbol, d.date)
        for d in dispatches
        if (symbol := symbol_of(d)) is not None and symbol.number is not None
    )
