"""Numbers of documents: an ordinal, now and then with a decimal part or a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import total_ordering

NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,2})?[A-Za-zĐđ]?"
"""05 · 66.22 (resolutions that carry out 66-NQ/TW) · 123a (a number put in later)."""

_PARTS = re.compile(r"([0-9]{1,6})(?:\.([0-9]{1,2}))?([A-Za-zĐđ]?)")


@total_ordering
@dataclass(frozen=True, slots=True)
class Number:
    """The number of a document. "05" and "5" are written apart and have one key."""

    written: str
    value: int = field(compare=False)
    fraction: str = field(default="", compare=False)
    """The digits after the point, as written: 66.1 and 66.10 are two documents."""
    letter: str = field(default="", compare=False)

    @classmethod
    def parse(cls, text: str) -> Number:
        """The number `text` writes. Raises ValueError where it is none."""
        match = _PARTS.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"not a document number: {text!r}")
        value, fraction, letter = match.groups(default="")
        return cls(text, int(value), fraction, letter)

    @property
    def key(self) -> str:
        """The identity: without leading zeros, the letter a capital, Đ kept."""
        return f"{self.value}{'.' if self.fraction else ''}{self.fraction}{self.letter.upper()}"

    @property
    def slug(self) -> str:
        """For addresses: "66-22", "123a"; đ is "dd", since 12d and 12đ are two numbers."""
        return self.key.lower().replace(".", "-").replace("đ", "dd")

    def _order(self) -> tuple[int, int, str, str, str]:
        fraction = int(self.fraction) if self.fraction else -1
        return (self.value, fraction, self.fraction, self.letter.lower(), self.written)

    def __lt__(self, other: Number) -> bool:
        """By value, then decimal part, then letter: 123 before 123a before 124."""
        return self._order() < other._order()

    def __str__(self) -> str:
        """As written."""
        return self.written
