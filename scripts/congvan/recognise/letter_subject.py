"""The subject of a letter: behind "V/v", or in the lines under the name of the type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from congvan.language import vocabulary
from congvan.language.folding import fold
from congvan.recognise.letter_date import dated
from congvan.recognise.letter_layout import Cell

_WORDS = sorted(vocabulary.words("letterhead", "about"), key=len)[::-1]
# Scans run "Về việc" together, and with what follows.
_ABOUT = re.compile(
    rf"[\"“'(,.]*\s*(?:{'|'.join(word.replace(' ', chr(92) + 's*') for word in _WORDS)})"
    r"(?!\w)\s*:?\s*",
    re.IGNORECASE,
)
_FULL = next(word for word in _WORDS if " " in word)
_RUN_TOGETHER = re.compile(_FULL.replace(" ", ""), re.IGNORECASE)
# The same words in the middle of a line, with a capital, after what a stamp left.
_BEGINS = re.compile(rf"(?<!\w){_FULL[:1].upper()}{_FULL[1:]}(?!\w)")
_RULE = re.compile(r"[\W_]{3,}")
_ITEM = re.compile(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s")
_BASIS = re.compile(vocabulary.either("letterhead", "body_opens"))
_DECIDES = tuple(
    fold(f"{word} ")
    for key in ("posts", "kinds")
    for word in vocabulary.words("parties", key)
    if len(word.split()) > 1
)
_AROUND = " .;,"


def subject_about(head: Sequence[Cell]) -> tuple[str | None, Cell] | None:
    """The subject behind "V/v" and its last line; None where no line opens with it."""
    for at, cell in enumerate(head):
        if about := _ABOUT.match(cell.text):
            lines = _block(head[at:])
            words = " ".join(line.text for line in lines)
            return _tidy(words[about.end() :]), lines[-1]
    return None


def subject_under(below: Sequence[Cell]) -> tuple[str | None, Cell] | None:
    """The subject in the cells under the name of the type and its last line; None for none."""
    lines = list(_until_body(_block(below)))
    if not lines:
        return None
    return _tidy(_without_stamp([line.text for line in lines])), lines[-1]


def opens_body(line: str) -> bool:
    """Whether a line opens a body: words of a legal basis, or a numbered heading."""
    return _BASIS.match(line) is not None or _ITEM.match(line) is not None


def _block(cells: Sequence[Cell]) -> list[Cell]:
    """The first cell and those close under it in its column; a date that cuts in is left out."""
    block: list[Cell] = []
    line = cells[0].line if cells else 0
    for cell in cells:
        if cell.line - line > 1:
            break
        cuts_in = bool(block) and dated(cell.text) is not None
        if not cuts_in and (not block or cell.column <= block[0].column):
            block.append(cell)
        line = cell.line
    return block


def _until_body(block: Sequence[Cell]) -> Iterator[Cell]:
    """The lines of the subject, up to the first of the body.

    The body begins under a rule, with the words of a legal basis ("Căn cứ …"), a numbered heading,
    the one who decides in capitals, or a sentence under a subject in capitals.
    """
    lines = list(dropwhile(_is_rule, block))
    capital = bool(lines) and lines[0].is_capital
    for at, cell in enumerate(takewhile(lambda cell: not _is_rule(cell), lines)):
        decides = cell.is_capital and fold(cell.text).startswith(_DECIDES)
        sentence = capital and not cell.is_capital and cell.text[:1].isupper()
        if decides or sentence or (at and opens_body(cell.text)):
            return
        yield cell


def _is_rule(cell: Cell) -> bool:
    return _RULE.fullmatch(cell.text) is not None


def _without_stamp(lines: Sequence[str]) -> str:
    """The lines as one, from "Về việc" on where a stamp's words stand before it."""
    first = next((match for match in map(_BEGINS.search, lines[:2]) if match), None)
    whole = " ".join(lines)
    if first is None or first.start() == 0:
        return whole
    return whole[whole.index(first.string) + first.start() :]


def _tidy(words: str) -> str | None:
    """The subject without its quotation marks, where they open before "V/v"."""
    closed = " ".join(words.split()).rstrip(" .;").lstrip(_AROUND)
    if joined := _RUN_TOGETHER.match(closed):
        opening = _FULL.upper() if joined[0].isupper() else _FULL.capitalize()
        closed = f"{opening} {closed[joined.end() :].lstrip()}"
    quoted = closed.endswith(("”", '"')) and closed.count('"') % 2 == closed.count('"') > 0
    unopened = closed.count("”") > closed.count("“") or quoted
    return (closed.rstrip(' .;”"') if unopened else closed) or None
