"""The letters of a body in a code, held against the words of its name: STP, "Sở Tư pháp"."""

from __future__ import annotations

import re

from congvan.language import vocabulary
from congvan.model.signs import unaccented
from congvan.model.symbol import Symbol

# The letters of fewer words say too little of a body.
_FEWEST = 3
_WORD = re.compile(r"[^\W\d_]+")
_SILENT = frozenset(vocabulary.words("connectors", "silent"))


def bears(symbol: Symbol | None, name: str) -> bool:
    """Whether a code has the letters of the body that `name` names, alone or with its head.

    >>> bears(Symbol.parse("9/BC-STP"), "Giám đốc Sở Tư pháp")
    True
    """
    body = "".join(map(_letter, symbol.bodies[0].upper())) if symbol and symbol.bodies else ""
    return len(body) >= _FEWEST and body in _initials(name)


def _initials(name: str) -> str:
    """The letters that a code has for the words: capitals as they are, else the first letter."""
    words = (word for word in _WORD.findall(name) if word.lower() not in _SILENT)
    taken = (word if word.isupper() else word[0].upper() for word in words)
    return "".join(_letter(letter) for word in taken for letter in word)


def _letter(letter: str) -> str:
    """A capital as codes have it: marks off, Đ kept."""
    return letter if letter == "Đ" else unaccented(letter)
