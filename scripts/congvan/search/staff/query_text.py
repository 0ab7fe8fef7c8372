"""What staff type, read into words side by side, phrases, and what must not stand there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from congvan.language import folding
from congvan.search.terms import JOINT

_QUOTED = re.compile(r"(?<!\S)(-?)[\"“”«»]([^\"“”«»]+)[\"“”«»]?")
_WITHOUT = re.compile(r"(?<!\S)-([^\W_]\S*)")


@dataclass(frozen=True, slots=True)
class QueryText:
    """A query's words, folded. A run is what was typed in one stretch."""

    runs: tuple[tuple[str, ...], ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()

    @property
    def wanted(self) -> tuple[tuple[str, ...], ...]:
        """Runs and phrases: all that must stand in an answer."""
        return self.runs + self.phrases


def read(text: str) -> QueryText:
    """Reads a query as the search page does: "…" for a phrase, -word for what must not be there.

    >>> read('ke hoach 28-KH/TU -hung "dai hoi"').runs
    (('ke', 'hoach', '28_kh_tu'),)
    """
    phrases: list[tuple[str, ...]] = []
    without: list[tuple[str, ...]] = []
    rest = text
    for match in reversed(list(_QUOTED.finditer(text))):
        (without if match[1] else phrases).insert(0, _terms(match[2]))
        rest = f"{rest[: match.start()]}\0{rest[match.end() :]}"
    codes = [token for token in folding.tokens(rest) if JOINT in token.text]
    for match in reversed(list(_WITHOUT.finditer(rest))):
        # A dash inside a code, "28 -KH/TU", takes nothing away.
        if not any(code.start <= match.start() < code.end for code in codes):
            without.insert(0, _terms(match[1]))
            rest = f"{rest[: match.start()]}\0{rest[match.end() :]}"
    runs = tuple(filter(None, map(_terms, rest.split("\0"))))
    return QueryText(runs, tuple(filter(None, phrases)), tuple(filter(None, without)))


def _terms(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in folding.tokens(text))
