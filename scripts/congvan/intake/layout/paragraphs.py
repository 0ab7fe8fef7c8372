"""Paragraphs: rows that were wrapped by the margin become one line again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from congvan.intake.layout.blocks import Block, Paragraph, Table
from congvan.intake.layout.columns import Band, Item
from congvan.intake.layout.words import Page, Row
from congvan.language import vocabulary
from congvan.language.folding import fold

_LONG = 5
"""Words of a row by which margins are measured."""
_INDENT = 0.9
"""Word heights by which a first line stands in."""
_SLACK = 0.8
"""Word heights by which the words of a scan may end before or beyond the margin."""
_SPACE = 0.4
"""Word heights between two words."""
_APART = 1.55
"""Usual distances of rows beyond which a new paragraph begins."""
_MARK = re.compile(r"(?:[-–—+•*]|\d{1,2}[.)]|[a-zđ][.)]|[IVX]{1,5}\.)(?=\s|\w)", re.IGNORECASE)
_ENDED = re.compile(r"[.;:!?”\"]$")
# A code broken at its dash or stroke: "1744/QĐ-" and "BGTVT".
_BROKEN_CODE = re.compile(r"[\w&](?:-|/)$")
_FOOT = tuple(fold(words) for words in vocabulary.words("letterhead", "distribution"))


@dataclass(frozen=True, slots=True)
class Measure:
    """What a page's text is measured by."""

    left: float
    right: float
    pitch: float
    unit: float

    @classmethod
    def of(cls, page: Page, rows: Sequence[Row]) -> Measure:
        """The measure of the rows that stand in no column."""
        long = [row for row in rows if len(row.words) >= _LONG] or list(rows)
        if not long:
            return cls(0.0, page.width, page.unit * 2, page.unit)
        steps = [b.middle - a.middle for a, b in pairwise(long)]
        near = [step for step in steps if 0 < step < 4 * page.unit] or [page.unit * 2]
        left = sorted(row.x0 for row in long)[len(long) // 10]
        right = sorted(row.x1 for row in long)[-1 - len(long) // 10]
        return cls(left, right, median(near), page.unit)

    def goes_on(self, row: Row, after: Row) -> bool:
        """Whether `row` goes on with the paragraph of the row before it.

        It does where its first word found no room behind the row before: it was wrapped.
        """
        if after.page != row.page:
            return self._wrapped(row, after) and not _MARK.match(row.text)
        if row.middle - after.middle > _APART * self.pitch:
            return False
        if row.x0 > max(self.left, after.x0) + _INDENT * self.unit:
            return self._wrapped(row, after) and self._centred(row, after)
        marked = _MARK.match(row.text) and _ENDED.search(after.text)
        return self._wrapped(row, after) and not marked

    def _centred(self, row: Row, after: Row) -> bool:
        """Whether a shorter row stands under the middle of the one before, as in a subject."""
        left, right = row.x0 - after.x0, after.x1 - row.x1
        return abs(left - right) < self.unit and not _ENDED.search(after.text)

    def _wrapped(self, row: Row, after: Row) -> bool:
        first = row.words[0]
        needed = after.x1 + _SPACE * self.unit + (first.x1 - first.x0)
        return needed > self.right - _SLACK * self.unit

    def near(self, row: Row, after: Row | None) -> bool:
        """Whether a row stands close under the one before."""
        return (
            after is not None
            and after.page == row.page
            and (row.middle - after.middle <= _APART * self.pitch)
        )


def blocks(pages: Iterable[tuple[Page, Sequence[Item]]]) -> list[Block]:
    """The blocks of a document, paragraphs joined over the ends of pages."""
    writer = _Writer([])
    for page, listed in pages:
        measure = Measure.of(page, [item for item in listed if isinstance(item, Row)])
        for item in listed:
            if isinstance(item, Band):
                writer.band(item, measure)
            else:
                writer.row(item, measure)
    return writer.blocks


@dataclass
class _Writer:
    """Gathers rows into paragraphs."""

    blocks: list[Block]
    last: Row | None = None
    begun: bool = False
    """Whether the running text has begun: before it, lines stand as printed."""

    def band(self, band: Band, measure: Measure) -> None:
        """Rows in columns."""
        self.blocks.append(_table(band, measure))
        self.last = None

    def row(self, row: Row, measure: Measure) -> None:
        """A row of its own, or more of the paragraph before it."""
        before = self.blocks[-1] if self.blocks else None
        if (
            self.last is not None
            and isinstance(before, Paragraph)
            and measure.goes_on(row, self.last)
        ):
            # A paragraph of running text stands apart from the heading above it; an item does not.
            close = before.close and bool(_MARK.match(before.text))
            self.blocks[-1] = Paragraph((joined(before.text, row.text),), close)
            self.begun = True
        else:
            listed = not self.begun and measure.near(row, self.last)
            self.blocks.append(Paragraph((row.text,), close=listed))
            self.begun = self.begun and not fold(row.text).lstrip("-* ").startswith(_FOOT)
        self.last = row


def joined(first: str, second: str) -> str:
    """Two parts of a wrapped line; a code that broke at its dash is one word again."""
    gap = "" if _BROKEN_CODE.search(first) and second[:1].isalnum() else " "
    return first + gap + second


def _table(band: Band, measure: Measure) -> Table:
    if band.cells:
        return Table(tuple(tuple((Paragraph((c.text,)),) for c in row) for row in band.cells))
    return Table((tuple(tuple(_lines(column, measure)) for column in band.columns),))


def _lines(column: Sequence[Row], measure: Measure) -> Iterator[Paragraph]:
    """The rows of a column as lines, close where they stand close."""
    steps = [b.middle - a.middle for a, b in pairwise(column)]
    pitch = median(steps) if steps else measure.pitch
    after: Row | None = None
    for row in column:
        close = after is not None and row.middle - after.middle <= _APART * max(pitch, measure.unit)
        yield Paragraph((row.text,), close=close)
        after = row
