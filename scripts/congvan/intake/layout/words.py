"""Words with their places on a page, and the rows they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median

SURE = 100.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its box, in points from the top left corner of the page."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float = SURE

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.y0 + self.y1) / 2

    @property
    def height(self) -> float:
        """From the lowest to the highest point of its box."""
        return self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Row:
    """Words that stand on one line of a page, from left to right."""

    words: tuple[Word, ...]
    page: int = 0

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(word.x1 for word in self.words)

    @property
    def y0(self) -> float:
        """Its upper edge."""
        return min(word.y0 for word in self.words)

    @property
    def y1(self) -> float:
        """Its lower edge."""
        return max(word.y1 for word in self.words)

    @property
    def middle(self) -> float:
        """The height at which most of it stands."""
        return median(word.middle for word in self.words)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True)
class Page:
    """A page as words, with the size of the sheet."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]

    @cached_property
    def unit(self) -> float:
        """The usual height of a word: what gaps are measured by."""
        heights = [word.height for word in self.words if len(word.text) > 1]
        return median(heights) if heights else 10.0


_SAME_LINE = 0.5
"""Words whose middles are nearer than this share of a usual word's height stand on one line."""
_OPEN_ROWS = 4
"""Rows that may still grow while words come in from the top: more only where a scan is skewed."""


def rows(words: Iterable[Word], unit: float, page: int = 0) -> list[Row]:
    """The rows of a page, from the top."""
    open_: list[list[Word]] = []
    done: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.x0)):
        nearest = min(open_, key=lambda row: abs(_level(row) - word.middle), default=None)
        if nearest is not None and abs(_level(nearest) - word.middle) < _SAME_LINE * unit:
            nearest.append(word)
            continue
        open_.append([word])
        if len(open_) > _OPEN_ROWS:
            done.append(open_.pop(0))
    made = (Row(tuple(sorted(row, key=lambda w: w.x0)), page) for row in (*done, *open_))
    return sorted(made, key=lambda row: row.middle)


def _level(row: Sequence[Word]) -> float:
    last = row[-_OPEN_ROWS:]
    return sum(word.middle for word in last) / len(last)


_LONG_LINE = 5
"""Words of a line from which its slope is measured."""


def straightened(words: Sequence[Word], lines: Iterable[Sequence[Word]]) -> tuple[Word, ...]:
    """The words of a page scanned askew, brought level by the slope of its longer lines."""
    slopes = [_slope(line) for line in lines if len(line) >= _LONG_LINE]
    if not slopes:
        return tuple(words)
    slope = median(slopes)
    return tuple(
        replace(word, y0=word.y0 - slope * word.x0, y1=word.y1 - slope * word.x0) for word in words
    )


def _slope(line: Sequence[Word]) -> float:
    """How much the feet of a line's words fall from its first half to its second, per point."""
    half = len(line) // 2
    first, second = line[:half], line[half:]
    across = _mean(w.x0 for w in second) - _mean(w.x0 for w in first)
    down = median(w.y1 for w in second) - median(w.y1 for w in first)
    return down / across if across > 0 else 0.0


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)
