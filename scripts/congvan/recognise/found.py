"""Documents found in a text, by its places, and how overlaps between them are settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from congvan.model.citation import Form
from congvan.model.partial_date import PartialDate
from congvan.model.symbol import Symbol


@dataclass(frozen=True, slots=True)
class Found:
    """A document named in the text that was read, by places of that text."""

    start: int
    """Where its own words begin, pinpoints left out."""
    end: int
    form: Form
    type: str | None
    symbol: Symbol | None = None
    date: PartialDate | None = None
    issuer: str | None = None
    title: str | None = None
    title_end: int = 0
    listed: bool = False
    """Whether it stands in a list under one type word before it."""


class Taken:
    """The places of a text that found documents hold."""

    def __init__(self, length: int, found: Iterable[Found]) -> None:
        self._held = bytearray(length)
        self._hold(found)

    def free(self, others: Iterable[Found]) -> list[Found]:
        """Those that overlap nothing held before; they are held with it."""
        kept = [other for other in others if not any(self._held[other.start : other.end])]
        self._hold(kept)
        return kept

    def _hold(self, found: Iterable[Found]) -> None:
        for one in found:
            self._held[one.start : one.end] = b"\x01" * (one.end - one.start)


def apart(found: list[Found]) -> list[Found]:
    """The first of any that overlap."""
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
