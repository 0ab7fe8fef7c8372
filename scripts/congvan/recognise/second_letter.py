"""A second letter behind the first in one text: two papers scanned together, or one enclosed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from congvan.language import vocabulary
from congvan.model.symbol import Symbol
from congvan.model.symbol_pattern import tidy
from congvan.recognise.letter_date import place_and_date
from congvan.recognise.letter_layout import Cell, Layout
from congvan.recognise.own_code import own_code
from congvan.recognise.reading import Reading

_NUMBER_LINE = re.compile(
    rf"^\W{{0,12}}{vocabulary.either('letterhead', 'number')}\s*[:.]", re.IGNORECASE | re.MULTILINE
)
# An annex of many forms has as many lines for a number; a second letter is among the first.
_MOST_LINES = 60
_LINES_TO_MOTTO = 10
_LINES_TO_DATE = 4


def second_letter(reading: Reading, layout: Layout, end: int, own: Symbol | None) -> str | None:
    """The code of another letter behind the body's end; None where there is none.

    It has a motto, a number and a day of its own. A form in an annex leaves number and day blank.
    """
    found = _numbered(reading, layout, end)
    return next((code for code in found if own is None or code != tidy(str(own))), None)


def _numbered(reading: Reading, layout: Layout, end: int) -> Iterator[str]:
    for match in islice(_NUMBER_LINE.finditer(reading.flat, end), _MOST_LINES):
        line = layout.line_at(match.end())
        symbols = (own_code(cell.text)[0] for cell in layout.cells(line, line + 1))
        symbol = next((symbol for symbol in symbols if symbol), None)
        if symbol and symbol.number and layout.has_motto(line - _LINES_TO_MOTTO, line + 1):
            around = tuple(layout.cells(line - _LINES_TO_DATE, line + _LINES_TO_DATE + 1))
            if _is_dated(around):
                yield tidy(str(symbol))


def _is_dated(cells: tuple[Cell, ...]) -> bool:
    date = place_and_date(cells)[1]
    return date is not None and date.is_day
