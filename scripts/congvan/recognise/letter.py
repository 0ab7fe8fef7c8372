"""Letters: header and footer of a whole document as received, around its body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from congvan.language.register import Register
from congvan.model.recognised import Letter
from congvan.model.span import Span
from congvan.model.symbol_pattern import tidy
from congvan.recognise.letter_foot import Foot, FootReader, is_distribution
from congvan.recognise.letter_head import Head, HeadReader
from congvan.recognise.letter_issuer import issuer_name
from congvan.recognise.letter_layout import Cell, cells
from congvan.recognise.reading import Reading, read
from congvan.recognise.second_reading import reread

_END = re.compile(r"\.\s?/\s?\.")


def read_letter(text: str, register: Register) -> Letter:
    """The letter that a text as received holds, plain or in Markdown; NFC.

    What is not there is None or empty; nothing is made up. The body runs from the first paragraph
    after the addressees to the closing "./.", or to where the list of copies begins.
    """
    reading = read(text)
    found = cells(reading)
    head = HeadReader(found).read()
    body, rest = _body(reading, found, head)
    foot = FootReader(rest).read()
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


def _body(reading: Reading, found: Sequence[Cell], head: Head) -> tuple[Span, Sequence[Cell]]:
    """Where the body stands, and the cells after it."""
    after = [cell for cell in found if cell.line >= head.body_line]
    if not after:
        at = reading.span(len(reading.text), len(reading.text))
        return at, ()
    start = after[0].start
    foot = next((cell for cell in after if is_distribution(cell)), None)
    closing = _END.search(reading.flat, start, foot.start if foot else len(reading.flat))
    if closing:
        end = closing.end()
    else:
        end = _before_foot(after, foot) if foot else after[-1].end
    rest = [cell for cell in after if cell.start >= end]
    return reading.plain.span(start, end), rest


def _before_foot(after: Sequence[Cell], foot: Cell) -> int:
    """The end of the last words before the list of copies that are no signature block."""
    body = [cell for cell in after if cell.end <= foot.start]
    while body and body[-1].is_capital:
        body.pop()
    return body[-1].end if body else after[0].start
