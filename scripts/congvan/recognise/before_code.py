"""What stands right before a code and says whose it is: "Kế hoạch số ", "Luật Đất đai số "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from congvan.language import types, vocabulary
from congvan.language.folding import fold
from congvan.model.symbol import Symbol
from congvan.recognise import citation_grammar as grammar

# The longest name of a type with "số" after it; the name of a law may be longer.
_REACH = 60
_NUMBER = vocabulary.words("connectors", "number")[0]
_BY_FOLDED = {fold(name): name for name in types.names()}
# A type's name by its letters alone, as a scan that lost its marks gives it: "Tò trình số ".
_MISREAD = re.compile(rf"(?P<type>{vocabulary.alternation(_BY_FOLDED)})\s+{fold(_NUMBER)}\s*:?\s*$")
_JOINED = re.compile(rf"(?:[,;]|{vocabulary.either('connectors', 'and')})\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Before:
    """The words that end where a code begins."""

    length: int
    """How many places they take up."""
    type: str | None = None
    law: str | None = None
    bare: bool = False
    """Whether "số" stands alone."""


def before_code(window: str, symbol: Symbol) -> Before | None:
    """The words at the end of `window` that lead up to the code; None where none do."""
    near = grammar.BEFORE_CODE.search(window, max(0, len(window) - _REACH))
    law = _law(window)
    if law and not (near and near["type"] and _is_another(window, near, symbol)):
        return Before(len(law[0]), law=" ".join(law["law"].split()))
    if near is None or near["bare"]:
        misread = _misread(window, symbol)
        if misread:
            return misread
    return Before(len(near[0]), near["type"], bare=bool(near["bare"])) if near else None


def _law(window: str) -> re.Match[str] | None:
    """The law's name at the end, and none that began before another code."""
    match = grammar.LAW_BEFORE_CODE.search(window) if grammar.LAW_WORD.search(window) else None
    while match and grammar.NUMBERED_HERE.search(match["law"]):
        match = grammar.LAW_BEFORE_CODE.search(window, match.start() + 1)
    return match


def _is_another(window: str, near: re.Match[str], symbol: Symbol) -> bool:
    """Whether a law stands before another document: "Luật Quy hoạch và Quyết định số "."""
    return symbol.style != "law" or _JOINED.search(window[: near.start()]) is not None


def _misread(window: str, symbol: Symbol) -> Before | None:
    """A type whose marks are misread, where the code's letters are of that type."""
    end = window[-_REACH:]
    match = _MISREAD.search(fold(end))
    name = _BY_FOLDED[" ".join(match["type"].split())] if match else None
    kind = types.by_name(name) if name else None
    possible = types.by_symbol(symbol)
    if match is None or kind is None or (symbol.letters and kind not in possible):
        return None
    return Before(match.end() - match.start(), name)
