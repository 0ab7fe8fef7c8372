"""The lines of a whole letter, cut into the cells of its two columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import overload

from congvan.language import vocabulary
from congvan.language.folding import fold
from congvan.recognise.reading import Reading

_DATE_WORD = vocabulary.alternation(
    word
    for name in ("day", "month", "year")
    for word in vocabulary.sorted_words("connectors", "date")[name]
)
_BETWEEN_BARS = re.compile(r"[^|]+")
_BAR = re.compile(r"(?<!\S)\|(?!\S)")
_APART = re.compile(r"[^\s>]\S*(?:[ ]{1,2}\S+)*")
# A blank to be filled by hand is no gap between columns: "Số:          /UBND", "ngày       tháng".
_BLANK_AFTER = re.compile(
    rf"(?:{vocabulary.either('letterhead', 'number')}\s*:?|{_DATE_WORD})$", re.IGNORECASE
)
_BLANK_BEFORE = re.compile(rf"/|{_DATE_WORD}", re.IGNORECASE)
_MOTTO = tuple(fold(line) for line in vocabulary.words("letterhead", "motto"))
_BANNERS = tuple(fold(line) for line in vocabulary.words("letterhead", "banners"))
_LONGEST_BANNER = max(map(len, _BANNERS))
_WORD = re.compile(r"\w+")
# A scan may misread letters of the motto; its words stay in order, most of them whole.
_ENOUGH = 4
# Its first word: "Cộng", "Độc", "Đảng", whatever their marks.
_MOTTO_OPENS = re.compile(r"(?<!\w)[CDĐ][^\W\d_]{2,3}(?!\w)")
_MOTTO_WORDS = tuple(tuple(_WORD.findall(motto)) for motto in _MOTTO)
_MOTTO_SETS = tuple(map(frozenset, _MOTTO_WORDS))


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of one line that stand together; `column` counts from the left."""

    start: int
    end: int
    line: int
    column: int
    text: str
    """As a reader sees it, gaps closed up."""

    @property
    def is_capital(self) -> bool:
        """Whether it is written in capitals, as names and titles in head and foot are."""
        letters = [letter for letter in self.text if letter.isalpha()]
        return len(letters) > 1 and sum(map(str.isupper, letters)) >= 0.8 * len(letters)


class Cells(Sequence[Cell]):
    """Cells in order, cut no further than they are looked at."""

    def __init__(self, cells: Iterator[Cell]) -> None:
        self._rest = cells
        self._cut: list[Cell] = []

    @overload
    def __getitem__(self, at: int) -> Cell: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Cell]: ...
    def __getitem__(self, at: int | slice) -> Cell | Sequence[Cell]:
        """One of them, or some from the start on."""
        until = at.stop if isinstance(at, slice) else at + 1
        self._reach(until)
        return self._cut[at]

    def __len__(self) -> int:
        """How many there are in all."""
        self._reach(None)
        return len(self._cut)

    def __iter__(self) -> Iterator[Cell]:
        """Each in turn."""
        at = 0
        while self._reach(at + 1) > at:
            yield self._cut[at]
            at += 1

    def _reach(self, count: int | None) -> int:
        wanted = None if count is None else max(0, count - len(self._cut))
        self._cut.extend(islice(self._rest, wanted))
        return len(self._cut)


class Layout:
    """The lines of a text; their cells are cut when they are asked for, since a body has none."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lines = reading.flat.split("\n")
        lengths = (len(line) + 1 for line in self._lines)
        self._starts = list(accumulate(lengths, initial=0))[:-1]

    def line_at(self, place: int) -> int:
        """The number of the line on which a place of the text stands."""
        return bisect_right(self._starts, place) - 1

    def cells(self, first: int = 0, until: int | None = None) -> Iterator[Cell]:
        """The cells of some lines in reading order, without the motto and signature banners.

        Columns are what stands apart by a bar or by three spaces; "TỈNH A Độc lập - Tự do - Hạnh
        phúc" on one line loses its motto.
        """
        until = len(self._lines) if until is None else min(until, len(self._lines))
        for number in range(max(0, first), until):
            yield from (cell for cell in self._of_line(number) if not _is_banner(cell.text))

    def has_motto(self, first: int, until: int) -> bool:
        """Whether one of some lines holds the motto of the State or the Party."""
        return any(map(_may_hold_motto, self._lines[max(0, first) : until]))

    def _of_line(self, number: int) -> Iterator[Cell]:
        line, start = self._lines[number], self._starts[number]
        may_hold = _may_hold_motto(line)
        for column, (first, last) in enumerate(_columns(line)):
            begin, end = start + first, start + last
            end = _without_motto(self._reading.flat, begin, end) if may_hold else end
            if end > begin:
                yield Cell(begin, end, number, column, self._reading.words(begin, end))


def _is_banner(words: str) -> bool:
    opening = words[:_LONGEST_BANNER]
    return ":" in opening and fold(opening).startswith(_BANNERS)


def _columns(line: str) -> list[tuple[int, int]]:
    """The places of a line's cells: between its bars, or where wide gaps part it."""
    if "|" in line and (line.count("|") > 1 or _BAR.search(line)):
        spans = (match.span() for match in _BETWEEN_BARS.finditer(line))
        return [tight for span in spans if (tight := _tight(line, *span))]
    found: list[tuple[int, int]] = []
    for match in _APART.finditer(line):
        blank = found and (
            _BLANK_AFTER.search(line, *found[-1]) or _BLANK_BEFORE.match(line, match.start())
        )
        if blank:
            found[-1] = (found[-1][0], match.end())
        else:
            found.append(match.span())
    return found


def _tight(line: str, start: int, end: int) -> tuple[int, int] | None:
    words = line[start:end]
    first = start + len(words) - len(words.lstrip())
    return (first, first + len(words.strip())) if words.strip() else None


def _may_hold_motto(line: str) -> bool:
    """Whether enough words of a motto stand on the line, in whatever order."""
    if _MOTTO_OPENS.search(line) is None:
        return False
    folded = set(_WORD.findall(fold(line)))
    return any(len(folded & words) >= min(_ENOUGH, len(words)) for words in _MOTTO_SETS)


def _without_motto(flat: str, start: int, end: int) -> int:
    """Where the cell ends once the motto at its end is taken off."""
    found = list(_WORD.finditer(flat, start, end))
    folded = [fold(word[0]) for word in found]
    for words in _MOTTO_WORDS:
        for at in range(len(folded)):
            if folded[at] != words[0]:
                continue
            alike = sum(word in words for word in folded[at : at + len(words)])
            if alike >= min(_ENOUGH, len(words)):
                before = flat[start : found[at].start()].rstrip(" _\t")
                return start + len(before)
    return end
