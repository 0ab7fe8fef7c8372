"""The head of a letter: issuer, code, place and date, type and subject, addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from congvan.language import types, vocabulary
from congvan.language.folding import fold
from congvan.model.partial_date import PartialDate
from congvan.model.symbol import Symbol
from congvan.recognise.letter_date import dated, place_and_date
from congvan.recognise.letter_layout import Cell
from congvan.recognise.letter_subject import opens_body, subject_about, subject_under
from congvan.recognise.own_code import NUMBER, own_code, undoubled

# "Kính gửi: …", or the sender's name and "điện:" over the addressees of a telegram.
_ADDRESSED = re.compile(
    rf"(?:{vocabulary.either('letterhead', 'addressed')}\s*:?"
    rf"|[^.;:\n]{{2,90}}\s{vocabulary.either('letterhead', 'wires')}\s*:)\s*",
    re.IGNORECASE,
)
_TYPES = {fold(name): types.by_name(name) for name in types.names()}
_ITEM = re.compile(r"[-–—+*•~]\s*")
_LOOSE = re.compile(r"^(?:\W|\w\s)+|(?:\W|\s\w)+$")
_LONGEST_TITLE = 60
_URGENCY = {fold(word): word for word in vocabulary.words("letterhead", "urgency")}
_NO_ISSUER = (*_URGENCY, *map(fold, vocabulary.words("letterhead", "drafts")))
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
        place, date = place_and_date(head)
        subject, after = self._subject(head, titled)
        to, after = self._addressees(addressed) if addressed is not None else ((), after)
        kind = _TYPES.get(_titled_as(self.cells[titled].text)) if titled is not None else None
        symbol = undoubled(symbol, kind) if symbol and kind else symbol
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
            (i for i, c in enumerate(cells) if c.is_capital and _titled_as(c.text) in _TYPES),
            None,
        )

    def _upto(self, limit: int | None) -> Sequence[Cell]:
        if limit is not None:
            return self.cells[:limit]
        return list(takewhile(_may_head, self.cells))

    def _subject(self, head: Sequence[Cell], titled: int | None) -> tuple[str | None, int]:
        """The subject and the line after it: behind "V/v", or under the name of the type."""
        if titled is None:
            found = subject_about(head)
            return (found[0], found[1].line + 1) if found else (None, self._after_head(head))
        below = self.cells[titled + 1 : titled + 1 + _LONGEST_SUBJECT]
        found = subject_under([cell for cell in below if not _ADDRESSED.match(cell.text)])
        return (found[0], found[1].line + 1) if found else (None, self.cells[titled].line + 1)

    def _after_head(self, head: Sequence[Cell]) -> int:
        """Without subject and addressees the body begins after the last line of the heading."""
        marks = [c.line for c in head if dated(c.text) or NUMBER.match(c.text)]
        return max(marks, default=-1) + 1

    def _addressees(self, at: int) -> tuple[tuple[str, ...], int]:
        """The addressees and the line after them."""
        first = self.cells[at]
        opened = _ADDRESSED.match(first.text)
        rest = first.text[opened.end() :] if opened else ""
        mark = _ITEM.match(rest)
        items: list[str] = [rest[mark.end() :] if mark else rest] if rest.strip() else []
        line, listed = first.line, mark is not None
        for cell in islice(self.cells, at + 1, None):
            gap = cell.line - line > 1
            if mark := _ITEM.match(cell.text):
                items.append(cell.text[mark.end() :])
                listed = True
            elif items and (gap or items[-1].rstrip().endswith(".") or opens_body(cell.text)):
                break
            elif items and (not listed or not items[-1].rstrip().endswith(";")):
                items[-1] += f" {cell.text}"
            elif items:
                break
            else:
                items.append(cell.text)
            line = cell.line
        return tuple(item.strip(" ;.,:") for item in items if item.strip(" ;.,:")), line + 1


def _titled_as(words: str) -> str:
    """What may be a type's name, folded, without the loose signs that a scan puts around it."""
    return fold(_LOOSE.sub("", words)) if len(words) <= _LONGEST_TITLE else ""


def _may_head(cell: Cell) -> bool:
    return cell.line < _MOST_LINES


def _symbol(head: Sequence[Cell]) -> tuple[Symbol | None, int]:
    """The letter's own code, on the line that opens with "Số", and that cell's place."""
    for at, cell in enumerate(head):
        symbol, _ = own_code(cell.text)
        if symbol is not None:
            return symbol, at
    return None, 0


def _issuer(above: Sequence[Cell]) -> tuple[str, ...]:
    """The lines in capitals above the code, from the left column."""
    return tuple(
        c.text.strip(" *_")
        for c in above
        if c.is_capital and not NUMBER.match(c.text) and not fold(c.text).startswith(_NO_ISSUER)
    )


def _type(symbol: Symbol | None, subject: str | None) -> str | None:
    """Without a name on the page: what the code says; a letter has a subject and no type."""
    known = types.by_symbol(symbol) if symbol else ()
    if len(known) == 1:
        return known[0].id
    return "cong-van" if symbol is not None and symbol.style == "letter" and subject else None
