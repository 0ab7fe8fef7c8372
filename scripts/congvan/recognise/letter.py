"""Letters: header and footer of a whole document as received, around its body."""

from __future__ import annotations

import re
from itertools import islice

from congvan.language.register import Register
from congvan.model.recognised import Letter
from congvan.model.span import Span
from congvan.model.symbol_pattern import tidy
from congvan.recognise.letter_foot import MAY_OPEN, Foot, FootReader, is_distribution
from congvan.recognise.letter_head import Head, HeadReader
from congvan.recognise.letter_issuer import issuer_name
from congvan.recognise.letter_layout import Cell, Cells, Layout
from congvan.recognise.reading import Reading, read
from congvan.recognise.second_reading import reread

# More than the longest heading with its addressees, and a foot with the signature block above it.
_LINES_OF_HEAD = 100
_LINES_OF_SIGNATURE = 40
_CELLS_OF_FOOT = 80
_END = re.compile(r"\.\s?/\s?\.")


def read_letter(text: str, register: Register) -> Letter:
    """The letter that a text as received holds, plain or in Markdown; NFC.

    What is not there is None or empty; nothing is made up. The body runs from the first paragraph
    after the addressees to the closing "./.", or to where the list of copies begins.
    """
    reading = read(text)
    layout = Layout(reading)
    head = HeadReader(Cells(layout.cells(until=_LINES_OF_HEAD))).read()
    body, end = _body(reading, layout, head)
    after = layout.cells(layout.line_at(end))
    foot = FootReader(tuple(islice((c for c in after if c.start >= end), _CELLS_OF_FOOT))).read()
    return _letter(head, foot, body, body.of(text), register)


def _letter(head: Head, foot: Foot, body: Span, text: str, register: Register) -> Letter:
    symbol = head.symbol
    number = symbol.number.written if symbol and symbol.number else None
    return Letter(
        type=head.type,
        number=number,
        symbol=symbol.without_number if symbol else None,
        code=tidy(str(symbol)) if symbol and number else None,
        issuer=issuer_name(head, register),
        place=head.place,
        date=head.date,
        subject=reread(head.subject, text) if head.subject else None,
        urgency=head.urgency,
        to=head.to,
        copies=foot.copies,
        signer=foot.signer,
        body=body,
    )


def _body(reading: Reading, layout: Layout, head: Head) -> tuple[Span, int]:
    """Where the body stands, and where it ends in the text that was read."""
    first = next(layout.cells(head.body_line), None)
    if first is None:
        end = len(reading.text)
        return reading.span(end, end), end
    foot = _foot(reading, layout, first.start)
    closing = _END.search(reading.flat, first.start, foot.start if foot else len(reading.flat))
    if closing:
        end = closing.end()
    elif foot:
        end = _before_foot(layout, first, foot)
    else:
        end = first.start + len(reading.flat[first.start :].rstrip())
    return reading.plain.span(first.start, end), end


def _foot(reading: Reading, layout: Layout, start: int) -> Cell | None:
    """The cell after the head that opens the list of copies."""
    for match in MAY_OPEN.finditer(reading.flat, start):
        line = layout.line_at(match.start())
        found = (cell for cell in layout.cells(line, line + 1) if cell.start >= start)
        opening = next((cell for cell in found if is_distribution(cell)), None)
        if opening:
            return opening
    return None


def _before_foot(layout: Layout, first: Cell, foot: Cell) -> int:
    """The end of the last words before the list of copies that are no signature block."""
    above = layout.cells(max(first.line, foot.line - _LINES_OF_SIGNATURE), foot.line + 1)
    body = [cell for cell in above if first.start <= cell.start and cell.end <= foot.start]
    while body and body[-1].is_capital:
        body.pop()
    return body[-1].end if body else first.start
