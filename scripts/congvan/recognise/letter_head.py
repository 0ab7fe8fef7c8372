"""The head of a letter: issuer, code, place and date, type and subject, addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from congvan.language import calendar, types, vocabulary
from congvan.language.folding import fold
from congvan.model.partial_date import PartialDate
from congvan.model.symbol import Symbol, find_symbols
from congvan.recognise.letter_layout import Cell
from congvan.recognise.own_code import NUMBER, own_code

_ABOUT = re.compile(
    rf"[\"“'(]*\s*{vocabulary.either('letterhead', 'about')}\s*:?\s*", re.IGNORECASE
)
# "Kính gửi: …", or the sender's name and "điện:" over the addressees of a telegram.
_ADDRESSED = re.compile(
    rf"(?:{vocabulary.either('letterhead', 'addressed')}\s*:?"
    rf"|[^.;:\n]{{2,90}}\s{vocabulary.either('letterhead', 'wires')}\s*:)\s*",
    re.IGNORECASE,
)
_DATE_WORDS = vocabulary.sorted_words("connectors", "date")
# Scans leave no gap after these words: "ngày2 tháng01".
_DAY, _MONTH, _YEAR = (rf"(?:{'|'.join(_DATE_WORDS[w])})" for w in ("day", "month", "year"))
_DAY_WORD = re.compile(_DAY, re.IGNORECASE)
_DATE = re.compile(
    rf"(?P<place>[^\W\d_][^,\d:/]{{1,40}}?)\s*,\s*(?P<date>{_DAY}\s*(?P<day>\S{{0,4}}?)\s*{_MONTH}\s*"
    rf"(?P<month>\d{{0,2}}|\S{{0,3}}?)\s*{_YEAR}\s*(?P<year>\d{{4}})?)",
    re.IGNORECASE,
)
_TYPES = {fold(name): types.by_name(name) for name in types.names()}
_ITEM = re.compile(r"[-–—+*•~]\s*")
_URGENCY = {fold(word): word for word in vocabulary.words("letterhead", "urgency")}
_DECIDES = tuple(
    fold(f"{word} ")
    for key in ("posts", "kinds")
    for word in vocabulary.words("parties", key)
    if len(word.split()) > 1
)
# The head of a letter without addressees is looked for in this many lines.
_MOST_LINES = 60
_LONGEST_SUBJECT = 12


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says, and the line on which the body begins."""

    issuer: tuple[str, ...] = ()
    """The lines of the issuing body, its superior's first."""
    symbol: Symbol | None = None
    place: str | None = None
    date: PartialDate | None = None
    type: str | None = None
    subject: str | None = None
    urgency: str | None = None
    to: tuple[str, ...] = ()
    body_line: int = 0


@dataclass(frozen=True, slots=True)
class HeadReader:
    """Reads the head from the cells of a letter."""

    cells: Sequence[Cell]

    def read(self) -> Head:
        """The head; what is not there is None or empty."""
        addressed = self._addressed()
        titled = self._titled(addressed)
        limit = addressed if addressed is not None else titled
        head = self._upto(limit)
        symbol, at = _symbol(head)
        place, date = _place_and_date(head)
        subject, after = self._subject(head, titled)
        to, after = self._addressees(addressed) if addressed is not None else ((), after)
        kind = _TYPES.get(fold(self.cells[titled].text)) if titled is not None else None
        return Head(
            issuer=_issuer(head[:at] if symbol else head[: titled or 0]),
            symbol=symbol,
            place=place,
            date=date,
            type=kind.id if kind else _type(symbol, subject),
            subject=subject,
            urgency=next((_URGENCY[fold(c.text)] for c in head if fold(c.text) in _URGENCY), None),
            to=to,
            body_line=after,
        )

    def _addressed(self) -> int | None:
        return next(
            (i for i, c in enumerate(takewhile(_may_head, self.cells)) if _ADDRESSED.match(c.text)),
            None,
        )

    def _titled(self, addressed: int | None) -> int | None:
        """The cell that is a type's name in capitals: "QUYẾT ĐỊNH"."""
        cells = islice(takewhile(_may_head, self.cells), addressed)
        return next(
            (i for i, c in enumerate(cells) if c.is_capital and fold(c.text) in _TYPES),
            None,
        )

    def _upto(self, limit: int | None) -> Sequence[Cell]:
        if limit is not None:
            return self.cells[:limit]
        return list(takewhile(_may_head, self.cells))

    def _subject(self, head: Sequence[Cell], titled: int | None) -> tuple[str | None, int]:
        """The subject and the line after it: behind "V/v", or under the name of the type."""
        for at, cell in enumerate(head):
            if titled is None and (about := _ABOUT.match(cell.text)):
                lines = _block(head[at:])
                words = " ".join(line.text for line in lines)
                return _tidy(words[about.end() :]), lines[-1].line + 1
        if titled is None:
            return None, self._after_head(head)
        below = self.cells[titled + 1 : titled + 1 + _LONGEST_SUBJECT]
        under = [cell for cell in below if not _ADDRESSED.match(cell.text)]
        lines = list(takewhile(_is_subject, _block(under)))
        if not lines:
            return None, self.cells[titled].line + 1
        return _tidy(" ".join(line.text for line in lines)), lines[-1].line + 1

    def _after_head(self, head: Sequence[Cell]) -> int:
        """Without subject and addressees the body begins after the last line of the heading."""
        marks = [c.line for c in head if _dated(c.text) or NUMBER.match(c.text)]
        return max(marks, default=-1) + 1

    def _addressees(self, at: int) -> tuple[tuple[str, ...], int]:
        """The addressees and the line after them."""
        first = self.cells[at]
        opened = _ADDRESSED.match(first.text)
        rest = first.text[opened.end() :] if opened else ""
        items: list[str] = [_ITEM.sub("", rest, count=1)] if rest.strip() else []
        line, listed = first.line, bool(_ITEM.match(rest))
        for cell in islice(self.cells, at + 1, None):
            gap = cell.line - line > 1
            if mark := _ITEM.match(cell.text):
                items.append(cell.text[mark.end() :])
                listed = True
            elif items and (gap or items[-1].rstrip().endswith(".")):
                break
            elif items and (not listed or not items[-1].rstrip().endswith(";")):
                items[-1] += f" {cell.text}"
            elif items:
                break
            else:
                items.append(cell.text)
            line = cell.line
        return tuple(item.strip(" ;.,:") for item in items if item.strip(" ;.,:")), line + 1


def _may_head(cell: Cell) -> bool:
    return cell.line < _MOST_LINES


def _symbol(head: Sequence[Cell]) -> tuple[Symbol | None, int]:
    """The letter's own code, on the line that opens with "Số", and that cell's place."""
    for at, cell in enumerate(head):
        symbol, _ = own_code(cell.text)
        if symbol is not None:
            return symbol, at
    return None, 0


def _dated(line: str, at: int = 0) -> re.Match[str] | None:
    """The place and date on a line, from a place on."""
    return _DATE.search(line, at) if _DAY_WORD.search(line, at) else None


def _place_and_date(head: Sequence[Cell]) -> tuple[str | None, PartialDate | None]:
    for cell in head:
        after_code = max((place.end for _, place in find_symbols(cell.text)), default=0)
        match = _dated(cell.text, max(after_code, own_code(cell.text)[1]))
        if match:
            return _place(match["place"]), _date(match)
    return None, None


def _place(words: str) -> str:
    """The place: the words with capitals right before the date."""
    shown = words.strip(" ._")
    capitals = re.search(r"(?:[^\W\d_][^\W\d_.]*\.?[ \t]*)+$", shown)
    return capitals[0].strip() if capitals else shown


def _date(match: re.Match[str]) -> PartialDate | None:
    """The date as far as its digits can be read."""
    if not match["year"]:
        return None
    whole = calendar.read(match["date"])
    if whole is not None:
        return whole
    month = match["month"] if match["month"].isdigit() else ""
    without_day = calendar.read(f"{month}/{match['year']}") if month else None
    return without_day or PartialDate.of(int(match["year"]))


def _issuer(above: Sequence[Cell]) -> tuple[str, ...]:
    """The lines in capitals above the code, from the left column."""
    return tuple(
        c.text.strip(" *_")
        for c in above
        if c.is_capital and not NUMBER.match(c.text) and fold(c.text) not in _URGENCY
    )


def _type(symbol: Symbol | None, subject: str | None) -> str | None:
    """Without a name on the page: what the code says; a letter has a subject and no type."""
    known = types.by_symbol(symbol) if symbol else ()
    if len(known) == 1:
        return known[0].id
    return "cong-van" if symbol is not None and symbol.style == "letter" and subject else None


def _block(cells: Sequence[Cell]) -> list[Cell]:
    """The first cell and those close under it in its column; a date that cuts in is left out."""
    block: list[Cell] = []
    line = cells[0].line if cells else 0
    for cell in cells:
        if cell.line - line > 1:
            break
        dated = _dated(cell.text) is not None and bool(block)
        if not dated and (not block or cell.column <= block[0].column):
            block.append(cell)
        line = cell.line
    return block


def _is_subject(cell: Cell) -> bool:
    """Whether a line under the type's name goes on with the subject: not where who decides is
    named in capitals, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"."""
    return not cell.is_capital or not fold(cell.text).startswith(_DECIDES)


def _tidy(words: str) -> str | None:
    """The subject without its quotation marks, where they open before "V/v"."""
    closed = " ".join(words.split()).strip(" .;")
    quoted = closed.endswith(("”", '"')) and closed.count('"') % 2 == closed.count('"') > 0
    unopened = closed.count("”") > closed.count("“") or quoted
    return (closed.rstrip(' .;”"') if unopened else closed) or None
