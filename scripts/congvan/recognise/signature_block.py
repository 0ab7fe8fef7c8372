"""The signature blocks of a foot, gathered line by line: the first signer's lines and name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from congvan.model.dispatch import Signer
from congvan.recognise.letter_layout import Cell
from congvan.recognise.signature import PREFIX, is_title, signer


@dataclass(frozen=True, slots=True)
class _Placed:
    words: str
    line: int
    column: int


@dataclass
class SignatureBlock:
    """Titles and names as they come; a paper of two bodies has two of each."""

    _titles: list[_Placed] = field(default_factory=list)
    _names: list[_Placed] = field(default_factory=list)
    _behind: list[str] = field(default_factory=list)
    _first: int | None = None

    @property
    def is_begun(self) -> bool:
        """Whether a title has been met."""
        return bool(self._titles)

    @property
    def last_name_line(self) -> int | None:
        """The line of the last name; None before any."""
        return self._names[-1].line if self._names else None

    def add_title(self, words: str, cell: Cell) -> None:
        """A line of authority or a title, in this cell."""
        self._titles.append(_Placed(words, cell.line, cell.column))

    def add_name(self, name: str, cell: Cell) -> None:
        """A person's name, in a cell of its own."""
        if not self._names:
            self._first = len(self._titles)
        self._names.append(_Placed(name, cell.line, cell.column))

    def add_name_behind(self, name: str) -> None:
        """A name that a scan put behind an item of the other column: taken where none else is."""
        self._behind.append(name)

    def signer(self) -> Signer | None:
        """The signer of the first block; None where nobody signed."""
        names = [name.words for name in self._names] or self._behind
        return signer([title.words for title in self._of_first()], names)

    def _of_first(self) -> Sequence[_Placed]:
        """The lines over the first name: its column's where two names stand side by side, else
        those before it, if one of them is a title."""
        beside = len(self._names) > 1 and self._names[0].line == self._names[1].line
        if beside:
            column = self._names[0].column
            own = [title for title in self._titles if title.column == column]
        else:
            own = self._titles[: self._first]
        titled = any(is_title(t.words) and not PREFIX.match(t.words) for t in own)
        return own if titled else self._titles
