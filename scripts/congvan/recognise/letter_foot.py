"""The foot of a letter: who receives copies, who signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from congvan.language import vocabulary
from congvan.language.folding import fold
from congvan.model.dispatch import Signer
from congvan.recognise.letter_layout import Cell

_DISTRIBUTION = tuple(fold(words) for words in vocabulary.words("letterhead", "distribution"))
_FILED = re.compile(rf"{vocabulary.either('letterhead', 'filed')}", re.IGNORECASE)
_AUTHORITY = sorted(map(re.escape, vocabulary.words("letterhead", "authority")), key=len)[::-1]
_PREFIX = re.compile(
    rf"(?:{'|'.join(_AUTHORITY)})"
    r"(?=\s|[^\W\d_]{2})"
)
_STACKED = re.compile(rf"\s(?=(?:{_PREFIX.pattern})\s*[^\W\d_a-z]{{2}})")
_ITEM = re.compile(r"[-–—+*•~]\s*_?\s*")
_SIGNED = frozenset(vocabulary.words("letterhead", "signed"))
_NAME = re.compile(r"(?:[^\W\d_]+\.?\s+){0,2}[^\W\d_]+(?:\s+[^\W\d_]+){1,4}")
_SHORTEST_TITLE = 3
_LINES_OF_FOOT = 80
# The signature stands within so many lines of the last line of the list of copies.
_SIGNATURE = 14


@dataclass(frozen=True, slots=True)
class Foot:
    """What the foot says."""

    copies: tuple[str, ...] = ()
    signer: Signer | None = None


def is_distribution(cell: Cell) -> bool:
    """Whether the cell opens the list of those who receive copies."""
    return fold(cell.text).lstrip("*_ -").startswith(_DISTRIBUTION)


@dataclass
class FootReader:
    """Reads the foot from the cells after the body, one after another."""

    cells: Sequence[Cell]
    _copies: list[str] = field(default_factory=list)
    _signed: list[str] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)
    _listing: bool = False
    _last_line: int = 0

    def read(self) -> Foot:
        """The foot; what is not there is None or empty."""
        for cell in self.cells[:_LINES_OF_FOOT]:
            words, stacked = _stacked(cell)
            if self._is_over(cell):
                break
            self._signed += stacked
            if words and not (self._opens(cell, words) or self._lists(cell, words)):
                self._signs(words)
        return Foot(tuple(_tidy(self._copies)), _signer(self._signed, self._names))

    def _is_over(self, cell: Cell) -> bool:
        """Whether list and signature have been read: what follows is another text."""
        beyond = bool(self._copies) and cell.line > self._last_line + _SIGNATURE
        return not self._listing and (bool(self._names and self._copies) or beyond)

    def _opens(self, cell: Cell, words: str) -> bool:
        """The words "Nơi nhận:", with what a scan put behind it on the line."""
        if not is_distribution(cell):
            return False
        self._listing = not self._copies
        rest = words.partition(":")[2].strip(" *")
        self._signed += [rest] if rest else []
        return True

    def _lists(self, cell: Cell, words: str) -> bool:
        """A line of the list, or more of one that was wrapped."""
        if not self._listing:
            return False
        mark = _ITEM.match(words)
        ended = not self._copies or self._copies[-1].endswith((";", "."))
        close = bool(self._copies) and cell.line == self._last_line + 1 and cell.column == 0
        item = words[mark.end() :] if mark else words
        if mark or _FILED.match(words):
            self._copies.append(item)
            self._listing = not _FILED.match(item)
        elif not close or (_is_capital(words) and not words.endswith((";", "."))):
            return False
        elif ended:
            self._copies.append(words)
        else:
            self._copies[-1] += f" {words}"
        self._last_line = cell.line
        return True

    def _signs(self, words: str) -> None:
        if _is_capital(words):
            self._signed.append(words)
        elif _is_name(words) and (self._signed or not self._listing):
            self._names.append(words)


def _stacked(cell: Cell) -> tuple[str, list[str]]:
    """A cell's words, and an authority that a scan put behind them on the line."""
    cut = _STACKED.search(cell.text)
    if cut is None or _PREFIX.match(cell.text):
        return cell.text, []
    tail = cell.text[cut.end() :]
    return (cell.text[: cut.start()].rstrip(" :"), [tail]) if _is_capital(tail) else (cell.text, [])


def _is_capital(words: str) -> bool:
    if not words.isupper():
        return False
    letters = sum(map(str.isalpha, words))
    return letters >= _SHORTEST_TITLE and not any(map(str.isdigit, words))


def _is_name(words: str) -> bool:
    plain = words.strip(" .*")
    return (
        plain not in _SIGNED
        and _NAME.fullmatch(plain) is not None
        and all(word[0].isupper() for word in plain.split())
    )


def _signer(lines: Sequence[str], names: Sequence[str]) -> Signer | None:
    """The block's lines: prefixes of authority, the signer's own title last, then the name."""
    if not lines and not names:
        return None
    block = [" ".join(line.split()).strip(" *_") for line in lines]
    title = block[-1] if block and not _PREFIX.match(block[-1]) else None
    authority = tuple(block[:-1] if title else block)
    return Signer(authority, title, names[0].strip(" *.") if names else None)


def _tidy(copies: Sequence[str]) -> list[str]:
    tidied = (" ".join(item.split()).strip(" ;.,") for item in copies)
    return [item for item in tidied if item]
