"""Where the body of a letter ends: at "./.", before the list of copies, or at the signature."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice, takewhile

from congvan.language import vocabulary
from congvan.language.folding import fold
from congvan.recognise.letter_foot import MAY_OPEN, is_distribution
from congvan.recognise.letter_layout import Cell, Layout
from congvan.recognise.reading import Reading
from congvan.recognise.signature import PREFIX, is_capital, is_signed_mark, is_title, name_in

_LINES_OF_SIGNATURE = 40
# A name stands within so many cells of the first line of a signature.
_CELLS_TO_NAME = 8
_END = re.compile(r"\.\s?/\s?\.")
_QUOTES = re.compile("[“”]")
_ANNEXES = tuple(map(fold, vocabulary.words("letterhead", "annexes")))
_TITLES = vocabulary.alternation(vocabulary.words("letterhead", "titles"))
_MAY_SIGN = re.compile(rf"^[ \t|*_]*(?:(?:{PREFIX.pattern})|{_TITLES})", re.MULTILINE)


def body_end(reading: Reading, layout: Layout, first: Cell) -> int:
    """The place in the text that was read where the body that begins with `first` ends.

    The last "./." before the list of copies closes it. A signature far above that list is the
    letter's own, and the list an annex's. Signs inside a quotation belong to what is quoted.
    """
    quoted = _Quotations(reading.flat)
    foot = _foot(reading, layout, first.start, quoted)
    limit = foot.start if foot else len(reading.flat)
    signed = _signature(reading, layout, (first.end, limit), quoted)
    if signed is not None and not (foot and _belongs(layout, signed, foot)):
        foot, limit = None, signed
    ends = [
        m.end() for m in _END.finditer(reading.flat, first.start, limit) if m.start() not in quoted
    ]
    if ends and signed is None and foot is None:
        return ends[0]
    if ends and _near(layout, ends[-1], limit):
        return ends[-1]
    if foot:
        return _before_foot(layout, first, foot)
    return first.start + len(reading.flat[first.start : limit].rstrip(" \t\n|"))


class _Quotations:
    """The places of a text between an opening quotation mark and the closing one after it."""

    def __init__(self, text: str) -> None:
        marks = list(_QUOTES.finditer(text))
        self._starts = [mark.start() for mark in marks]
        self._signs = [mark[0] for mark in marks]

    def __contains__(self, place: int) -> bool:
        at = bisect_right(self._starts, place)
        return 0 < at < len(self._signs) and self._signs[at - 1 : at + 1] == ["“", "”"]


def _near(layout: Layout, place: int, other: int) -> bool:
    return layout.line_at(other) - layout.line_at(place) <= _LINES_OF_SIGNATURE


def _belongs(layout: Layout, signed: int, foot: Cell) -> bool:
    """Whether a list of copies stands under a signature, and no annex between them."""
    if not _near(layout, signed, foot.start):
        return False
    between = layout.cells(layout.line_at(signed), foot.line)
    return not any(fold(cell.text).startswith(_ANNEXES) for cell in between)


def _foot(reading: Reading, layout: Layout, start: int, quoted: _Quotations) -> Cell | None:
    """The cell after the head that opens the list of copies."""
    for match in MAY_OPEN.finditer(reading.flat, start):
        line = layout.line_at(match.start())
        found = (cell for cell in layout.cells(line, line + 1) if cell.start >= start)
        opening = next((cell for cell in found if is_distribution(cell)), None)
        if opening and opening.start not in quoted:
            return opening
    return None


def _before_foot(layout: Layout, first: Cell, foot: Cell) -> int:
    """The end of the last words before the list of copies that are no signature block."""
    above = layout.cells(max(first.line, foot.line - _LINES_OF_SIGNATURE), foot.line + 1)
    body = [cell for cell in above if first.start <= cell.start and cell.end <= foot.start]
    while body and body[-1].is_capital:
        body.pop()
    return body[-1].end if body else first.start


def _signature(
    reading: Reading, layout: Layout, within: tuple[int, int], quoted: _Quotations
) -> int | None:
    """Where the first signature begins: authority or title, and a name under it."""
    for match in _MAY_SIGN.finditer(reading.flat, *within):
        line = layout.line_at(match.end())
        block = tuple(islice(layout.cells(line, line + 3 * _CELLS_TO_NAME), _CELLS_TO_NAME))
        if block and _is_signed(block) and match.end() not in quoted:
            return block[0].start
    return None


def _is_signed(block: tuple[Cell, ...]) -> bool:
    """Whether lines in capitals that hold a title come first, and a name right after them."""
    titles = list(takewhile(lambda cell: is_capital(cell.text), block))
    under = block[len(titles) :]
    name = next((cell for cell in under if not is_signed_mark(cell.text)), None)
    titled = any(is_title(cell.text) for cell in titles)
    return titled and name is not None and name_in(name.text) is not None
