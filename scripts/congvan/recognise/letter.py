"""Letters: header and footer of a whole document as received, around its body."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from congvan.language.register import Register
from congvan.model.recognised import Letter
from congvan.model.span import Span
from congvan.model.symbol_pattern import tidy
from congvan.recognise.letter_close import body_end
from congvan.recognise.letter_date import passed
from congvan.recognise.letter_foot import Foot, FootReader
from congvan.recognise.letter_head import Head, HeadReader
from congvan.recognise.letter_issuer import issuer_name
from congvan.recognise.letter_layout import Cells, Layout
from congvan.recognise.reading import Reading, read
from congvan.recognise.second_letter import second_letter
from congvan.recognise.second_reading import reread

# More than the longest heading with its addressees, and the longest foot.
_LINES_OF_HEAD = 100
_CELLS_OF_FOOT = 80
# The sentence that says when a law was passed stands so near the body's end, before or behind it.
_CLOSING = 400


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
    if head.date is None:
        head = replace(head, date=passed(reading.flat[max(0, end - _CLOSING) : end + _CLOSING]))
    other = second_letter(reading, layout, end, head.symbol)
    return replace(_letter(head, foot, body, body.of(text), register), second=other)


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
    end = body_end(reading, layout, first)
    return reading.plain.span(first.start, end), end
