"""The foot of a letter: who receives copies, who signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from congvan.language import vocabulary
from congvan.language.folding import fold
from congvan.model.dispatch import Signer
from congvan.recognise.letter_layout import Cell
from congvan.recognise.reading import SMALL
from congvan.recognise.signature import begins_with_surname, is_capital, name_in, stacked
from congvan.recognise.signature_block import SignatureBlock

_OPENS = re.compile(
    rf"\W*\w{{0,3}}i\s+(?:{'|'.join(map(fold, vocabulary.words('letterhead', 'distribution')))})"
    r"\W*(?:(?<=[:;.])|$)"
)
"""Its opening words, folded: a scan may misread the first, "Mới nhận:", "-Vơi nhận:"."""
MAY_OPEN = re.compile(r"i[ \t]{1,9}(?:nh|g)\w{1,3}", re.IGNORECASE)
"""Where those words may stand at all."""
_FILED = re.compile(rf"{vocabulary.either('letterhead', 'filed')}", re.IGNORECASE)
_ITEM = re.compile(r"[.,_'`\s]{0,3}[-–—+*•~]\s*_?\s*")
# What stands behind the closing sign of an item comes from the other column.
_BEHIND = re.compile(r";\s*[^;]*$")
_WORD_IN_ITEM = re.compile(SMALL * 2)
_SCRAPS = re.compile(r"\s*[:;]?(?:\s+[^\s\w]{1,2}|\s+[^\W\d_](?!\w))+\s*$")
_AFTER_FILED = re.compile(r"[.;)]\s+(?P<name>[^\W\d_]+(?:\s+[^\W\d_]{2,}){1,4})\s*\.?$")
# Three words or more behind an item's closing sign: a name, if they begin as names do.
_NAME_BEHIND = re.compile(r";\s*(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+){2,3})\s*$")
# In the last item, behind a drafter's mark: "Lưu: VT, VX.b12 Lê Văn An".
_NAME_AFTER_MARK = re.compile(r"(?<=[\d)])\s+(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+){2,3})\s*$")
_END_SIGNS = " ;.,:*_-–—~|¬"
# The signature stands within so many lines of the last line of the list of copies.
_SIGNATURE = 14
_LONGEST_OPENING = 24
# A body's or a paper's name of two words can look like a person's.
_TWO_WORDS = 2


@dataclass(frozen=True, slots=True)
class Foot:
    """What the foot says."""

    copies: tuple[str, ...] = ()
    signer: Signer | None = None


def is_distribution(cell: Cell) -> bool:
    """Whether the cell opens the list of those who receive copies."""
    return _OPENS.match(fold(cell.text[:_LONGEST_OPENING])) is not None


@dataclass
class FootReader:
    """Reads the foot from the cells after the body, one after another."""

    cells: Sequence[Cell]
    _copies: list[str] = field(default_factory=list)
    _block: SignatureBlock = field(default_factory=SignatureBlock)
    _listing: bool = False
    _last_line: int = 0

    def read(self) -> Foot:
        """The foot; what is not there is None or empty."""
        for cell in self.cells:
            words, title = stacked(cell.text)
            if self._is_over(cell):
                break
            if title:
                self._block.add_title(title, cell)
            if words and not (self._opens(cell, words) or self._lists(cell, words)):
                self._signs(cell, words)
        return Foot(tuple(_tidy(self._copies)), self._block.signer())

    def _is_over(self, cell: Cell) -> bool:
        """Whether list and signature have been read: what follows is another text."""
        if self._listing:
            return False
        named = self._block.last_name_line
        if named is not None and (self._copies or cell.line > named + _SIGNATURE):
            return True
        return bool(self._copies) and cell.line > self._last_line + _SIGNATURE

    def _opens(self, cell: Cell, words: str) -> bool:
        """The words "Nơi nhận:", with what a scan put behind it on the line."""
        if not is_distribution(cell):
            return False
        self._listing = not self._copies
        if rest := words.partition(":")[2].strip(" *"):
            self._block.add_title(rest, cell)
        return True

    def _lists(self, cell: Cell, words: str) -> bool:
        """A line of the list, or more of one that was wrapped."""
        if not self._listing:
            return False
        mark = _ITEM.match(words)
        ended = not self._copies or self._copies[-1].endswith((";", "."))
        # An item goes on over a gap that a scan put in, where it has not ended and then does.
        goes_on = not ended and words.endswith((";", ".")) and name_in(words) is None
        inside = bool(self._copies) and self._copies[-1].rstrip().endswith(",")
        gap = 2 if inside or goes_on else 1
        close = bool(self._copies) and cell.line <= self._last_line + gap and cell.column == 0
        item = words[mark.end() :] if mark else words
        if mark or _FILED.match(words):
            self._copies.append(self._without_name(item))
            self._listing = not _FILED.match(item)
        elif not close or self._is_beside(words, ended=ended):
            return False
        elif ended:
            self._copies.append(words)
        else:
            self._copies[-1] += f" {words}"
        self._last_line = cell.line
        return True

    def _is_beside(self, words: str, *, ended: bool) -> bool:
        """Whether a line without a mark is the signature's: a title, or a name after an item."""
        title = is_capital(words) and not words.endswith((";", "."))
        return title or (ended and _is_person(words))

    def _without_name(self, item: str) -> str:
        """An item without the signer's name that a scan put behind it."""
        filed = _FILED.match(item)
        behind = _AFTER_FILED.search(item) if filed else None
        name = _name_or_rest_of_one(behind["name"]) if behind else None
        if behind is None or name is None:
            behind = (_NAME_AFTER_MARK if filed else _NAME_BEHIND).search(item)
            name = name_in(behind["name"]) if behind else None
            name = name if name and begins_with_surname(name) else None
        if behind is None or name is None:
            return item
        self._block.add_name_behind(name)
        return item[: behind.start()]

    def _signs(self, cell: Cell, words: str) -> None:
        name = name_in(words)
        if is_capital(words):
            self._block.add_title(words, cell)
        elif name and (self._block.is_begun or not self._listing or _is_person(words)):
            self._block.add_name(name, cell)


def _is_person(words: str) -> bool:
    """Whether a line between items of the list is the signer's name from the other column."""
    name = name_in(words) if not words.endswith((";", ".")) else None
    return name is not None and len(name.split()) > _TWO_WORDS and begins_with_surname(name)


def _name_or_rest_of_one(words: str) -> str | None:
    """The name that words are, or what a scan left of one: "guyền Văn An"."""
    capital = words[:1].upper() + words[1:]
    return name_in(words) or (words if name_in(capital) else None)


def _tidy(copies: Sequence[str]) -> list[str]:
    tidied = (_without_scraps(" ".join(item.split())).strip(_END_SIGNS) for item in copies)
    return [item for item in tidied if item]


def _without_scraps(item: str) -> str:
    """An item without what a scan put behind it: loose signs, capitals of the other column."""
    behind = _BEHIND.search(item)
    if behind and behind.start() and not _WORD_IN_ITEM.search(behind[0]):
        item = item[: behind.start()]
    scraps = _SCRAPS.search(item)
    return item[: scraps.start()] if scraps and scraps.start() else item
