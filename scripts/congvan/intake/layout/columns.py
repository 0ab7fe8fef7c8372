"""Columns: where the rows of a page leave a gutter free, what stands beside what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from congvan.intake.layout.words import Page, Row, Word, rows
from congvan.language import vocabulary
from congvan.language.folding import fold

_SEED = 2.0
"""A gap of so many word heights may be a gutter; gaps in justified lines stay under one."""
_KEPT = 0.9
"""What must stay free of it over all rows."""
_MIDDLE = (0.2, 0.8)
"""A gutter of heading or foot lies between these shares of the page's width."""
_FEWEST_LEFT, _FEWEST_RIGHT = 2, 1
"""Rows on either side that make columns: "Kính gửi:   - Sở Nội vụ;" alone makes none."""
_FAR = 2.5
"""A row of the left column so many usual distances below the one before begins something else."""
_TOP = 0.35
"""Share of a page's height in which a heading stands."""
_TABLE = 3
"""Cells in a row that make it a row of a table."""

_FOOT_GUTTER = (0.3, 0.75)
"""Between these shares of the page's width, the gutter of a foot."""
_FOOT = tuple(fold(words) for words in vocabulary.words("letterhead", "distribution"))

Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that stand in columns; each column with its rows from the top."""

    columns: tuple[tuple[Row, ...], ...]
    cells: tuple[tuple[Row, ...], ...] = ()
    """For a table: its rows, each cut into cells."""


Item = Row | Band


def items(page: Page, listed: Sequence[Row]) -> Iterator[Item]:
    """The rows of a page, those in columns gathered into bands."""
    pitch = _pitch(listed)
    at = 0
    while at < len(listed):
        found = _columns_from(page, listed, at, pitch)
        if found is None:
            yield listed[at]
            at += 1
            continue
        end, gutter = found
        yield _band(page, listed[at:end], gutter)
        at = end


def _pitch(listed: Sequence[Row]) -> float:
    steps = [b.middle - a.middle for a, b in pairwise(listed)]
    return median(steps) if steps else 0.0


def _columns_from(
    page: Page, listed: Sequence[Row], at: int, pitch: float
) -> tuple[int, Gap] | None:
    """Where columns that begin with row `at` end, and their gutter; None where none begin."""
    ways = [
        _follow(page, listed, at, gap, pitch)
        for gap in _seeds(page, listed, at)
        if _central(page, gap)
    ]
    good = [way for way in ways if way is not None]
    return max(good, key=lambda way: (way[0], way[1][1] - way[1][0])) if good else None


def _seeds(page: Page, listed: Sequence[Row], at: int) -> list[Gap]:
    """Gaps that may be gutters: of the row itself, or of the next where this one opens a heading.

    Lines of a foot stand in columns even where no line of one is level with one of the other.
    """
    unit = page.unit
    found = _inner(listed[at], _SEED * unit)
    following = listed[at + 1 : at + 2]
    if not found and at == 0 and listed[0].text.isupper() and listed[0].y1 < _TOP * page.height:
        found = [gap for row in following for gap in _inner(row, _SEED * unit)]
    right = listed[at].x0 + listed[at].x1 > page.width
    if _opens_foot(listed[at]) or (right and any(map(_opens_foot, following))):
        found.append((_FOOT_GUTTER[0] * page.width, _FOOT_GUTTER[1] * page.width))
    return found


def _opens_foot(row: Row) -> bool:
    return fold(row.text).lstrip("-* ").startswith(_FOOT)


def _central(page: Page, gap: Gap) -> bool:
    return _MIDDLE[0] * page.width < sum(gap) / 2 < _MIDDLE[1] * page.width


def _inner(row: Row, least: float) -> list[Gap]:
    """The gaps between the words of a row."""
    found, reach = [], row.words[0].x1
    for word in row.words[1:]:
        if word.x0 - reach >= least:
            found.append((reach, word.x0))
        reach = max(reach, word.x1)
    return found


def _follow(
    page: Page, listed: Sequence[Row], at: int, gutter: Gap, pitch: float
) -> tuple[int, Gap] | None:
    """How far rows leave the gutter free; None where too few of them stand beside it."""
    least = _KEPT * page.unit
    left = right = 0
    end, below = at, listed[at].middle
    for row in listed[at:]:
        free = max((_common(gutter, gap) for gap in _free(row, least)), key=_width)
        middle = sum(free) / 2
        is_left, is_right = row.x0 < middle, row.x1 > middle
        far = row.middle - below > _FAR * pitch
        if _width(free) < least or (far and is_left and not is_right):
            break
        gutter, left, right = free, left + is_left, right + is_right
        end, below = end + 1, row.middle
    if left < _FEWEST_LEFT or right < _FEWEST_RIGHT:
        return None
    return end, gutter


def _free(row: Row, least: float) -> list[Gap]:
    return [(float("-inf"), row.x0), *_inner(row, least), (row.x1, float("inf"))]


def _common(one: Gap, other: Gap) -> Gap:
    return max(one[0], other[0]), min(one[1], other[1])


def _width(gap: Gap) -> float:
    return gap[1] - gap[0]


def _band(page: Page, listed: Sequence[Row], gutter: Gap) -> Band:
    middle = sum(gutter) / 2
    words = [word for row in listed for word in row.words]
    left = rows((w for w in words if w.x1 <= middle), page.unit, page.number)
    right = rows((w for w in words if w.x1 > middle), page.unit, page.number)
    cut = [_cells(row, _SEED * page.unit) for row in listed]
    table = sum(len(cells) >= _TABLE for cells in cut) * 2 > len(cut)
    return Band((tuple(left), tuple(right)), tuple(cut) if table else ())


def _cells(row: Row, least: float) -> tuple[Row, ...]:
    """A row cut at its wide gaps."""
    cells: list[list[Word]] = [[]]
    reach = row.x0
    for word in row.words:
        if word.x0 - reach >= least:
            cells.append([])
        cells[-1].append(word)
        reach = max(reach, word.x1)
    return tuple(Row(tuple(cell), row.page) for cell in cells)


def parts(row: Row, unit: float) -> tuple[Row, ...]:
    """The parts of a row that wide gaps set apart."""
    return _cells(row, _SEED * unit)
