"""Entries by hand: the number and the day that a scan seldom gives right.

On registration a clerk writes number and day into the printed heading. Character recognition reads
handwriting badly and says so by its confidence: such an entry is left blank, as it was printed,
and reported, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from congvan.intake.layout.words import Row, Word
from congvan.language import vocabulary

_SURE = 70
"""Confidence from which digits are taken as read."""
_TOP = 0.4
"""Share of the page's height in which the heading stands."""
_DATE = vocabulary.sorted_words("connectors", "date")
_UNITS = tuple(word for unit in ("day", "month", "year") for word in _DATE[unit])
_FEWEST_UNITS = 2
"""Of "ngày", "tháng" and "năm", those that a line with a date has at least."""
_OPENING = re.compile(
    rf"({'|'.join(map(re.escape, vocabulary.words('letterhead', 'number')))})\s*[:.]?",
    re.IGNORECASE,
)
_UNIT = re.compile(rf"(?:{'|'.join(map(re.escape, _UNITS))})", re.IGNORECASE)
_GLUED = re.compile(rf"(?P<left>.*?)(?P<unit>{_UNIT.pattern})(?P<right>.*)", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,6}[a-z]?[.]?", re.IGNORECASE)
_DAY = re.compile(r"\d{1,4}")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def legible(rows: Sequence[Row], height: float) -> tuple[list[Row], list[str]]:
    """The rows of a first page, unreadable entries left blank, and what those looked like."""
    kept: list[Row] = []
    doubtful: list[str] = []
    for row in rows:
        words = list(row.words)
        if row.y1 < _TOP * height:
            words = list(_number(words, doubtful))
            words = list(_dates(words, doubtful))
        if words:
            kept.append(Row(tuple(words), row.page))
    return kept, doubtful


def _number(words: Sequence[Word], doubtful: list[str]) -> Iterator[Word]:
    """The words of "Số: 12 /UBND-VX", the figures only where they were read for certain."""
    opened = _OPENING.match(words[0].text) if words else None
    code = next((at for at, word in enumerate(words) if "/" in word.text), None)
    if opened is None or code is None:
        yield from words
        return
    first = words[0].text
    before = first[opened.end() :].partition("/")[0]
    figures = [before, *(w.text for w in words[1:code])]
    figures += [] if code == 0 else [words[code].text.partition("/")[0]]
    written = [part for part in figures if part]
    read = [*words[1:code], *(words[:1] if before else ())]
    unsure = any(word.confidence < _SURE for word in read)
    if not written or (len(written) == 1 and _DIGITS.fullmatch(written[0]) and not unsure):
        yield from words
        return
    doubtful.append(" ".join(written))
    yield replace(words[0], text=opened[0])
    yield replace(words[code], text="/" + words[code].text.partition("/")[2])
    yield from words[code + 1 :]


def _dates(words: Sequence[Word], doubtful: list[str]) -> Iterator[Word]:
    """The words of a line with place and date, each figure only where it was read for certain."""
    if sum(bool(_UNIT.search(word.text)) for word in words) < _FEWEST_UNITS:
        yield from words
        return
    begun = False
    for word in words:
        parts = _apart(word)
        for part in parts:
            unit = _UNIT.fullmatch(part.text)
            begun = begun or bool(unit)
            figure = _DAY.fullmatch(part.text) and part.confidence >= _SURE
            if not begun or unit or figure or _LETTERS.search(part.text):
                yield part
            else:
                doubtful.append(part.text)


def _apart(word: Word) -> list[Word]:
    """The words of one that was run together: "ngày04", "04tháng"."""
    glued = _GLUED.fullmatch(word.text)
    if glued is None:
        return [word]
    return [replace(word, text=part) for part in glued.groups() if part]
