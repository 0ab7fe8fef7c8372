"""Letters: header and footer of a whole document as received, around its body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from congvan.language import vocabulary
from congvan.language.register import Register
from congvan.model.agency import Agency
from congvan.model.partial_date import PartialDate
from congvan.model.recognised import Letter
from congvan.model.span import Span
from congvan.model.symbol_pattern import tidy
from congvan.recognise.letter_foot import Foot, FootReader, is_distribution
from congvan.recognise.letter_head import Head, HeadReader
from congvan.recognise.letter_layout import Cell, cells
from congvan.recognise.reading import Reading, read

_END = re.compile(r"\.\s?/\s?\.")
_LEVELS = vocabulary.words("parties", "levels")


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
    return _letter(head, foot, body, register)


def _letter(head: Head, foot: Foot, body: Span, register: Register) -> Letter:
    symbol = head.symbol
    number = symbol.number.written if symbol and symbol.number else None
    return Letter(
        type=head.type,
        number=number,
        symbol=symbol.without_number if symbol else None,
        code=tidy(str(symbol)) if symbol and number else None,
        issuer=_issuer(head, register),
        place=head.place,
        date=head.date,
        subject=head.subject,
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


def _issuer(head: Head, register: Register) -> str | None:
    """The full name of the body in the head: "UBND TỈNH A / SỞ NỘI VỤ" is Sở Nội vụ tỉnh A."""
    if not head.issuer:
        return None
    for words, province in _readings(head, register):
        known = _found(words, head.date, province, register)
        if known:
            return known.name
    return _cased(" ".join(head.issuer[-2:]))


def _readings(head: Head, register: Register) -> Iterator[tuple[str, str | None]]:
    """The names that the lines can be read as, the whole first, with the province they say."""
    lines = head.issuer
    for first in range(len(lines)):
        name = " ".join(lines[first:])
        yield name, _province(" ".join(lines[:first]), head, register)
    # A scan may have misread the place's name; the line with the date says it again.
    if head.place:
        for line, level in product(lines, _LEVELS):
            yield f"{line} {level} {head.place}", None


def _province(above: str, head: Head, register: Register) -> str | None:
    known = _found(above, head.date, None, register) if above else None
    return known.province if known else None


def _found(
    words: str, date: PartialDate | None, province: str | None, register: Register
) -> Agency | None:
    """The one body of that name; of several that bear it in turn, any says what it is called."""
    day = date.earliest if date else None
    found = register.find(words, day=day, province=province)
    return found[0] if len({agency.name for agency in found}) == 1 else None


def _cased(words: str) -> str:
    """A name in capitals as a sentence writes it, as far as that can be known."""
    return words[:1].upper() + words[1:].lower() if words.isupper() else words
