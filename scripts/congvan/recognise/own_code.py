"""The letter's own code, on the line that opens with "Số", as far as it can be read."""

from __future__ import annotations

import re
from itertools import pairwise

from congvan.language import types, vocabulary
from congvan.model.symbol import Symbol, find_symbols
from congvan.model.symbol_pattern import tidy

_NUMBER = vocabulary.either("letterhead", "number")
# A scan may misread the vowel: "Sá:202/SYT-NVY"; then the colon must be there, as it must behind
# the name of a type: "Luật số: 17/2025/QH15".
NUMBER = re.compile(
    rf"\W{{0,2}}(?:{_NUMBER}\s*[:.]?|S[^\W\d_]{{1,2}}\s*[:;]"
    rf"|{vocabulary.alternation(types.names())}\s+{_NUMBER}\s*[:.])",
    re.IGNORECASE,
)
_PART = r"[^\W_][\w&]*(?:,[^\W\d_a-z]{2,}(?!\w))*"
_LETTERS = rf"(?P<letters>[^\W\d_]{{2,}}(?:\s?-\s?{_PART})+)"
_UNREAD = re.compile(rf"/\s*{_LETTERS}")
# Capital letters that a scan reads where a hand wrote digits.
_ALIKE = str.maketrans("IlO|", "1101")
_AS_LETTERS = re.compile(rf"\s*(?P<number>[IlO|\d]{{1,5}})\s*/\s*{_LETTERS}")
# The dotted or solid line on which a hand wrote the number: "Số:17_ /TB-UBND".
_BLANK_RULE = re.compile(r"(?<=\d)[_.…]+(?=\s*[/-])")
_GARBLED = re.compile(r"[^\s:.…_\d/]")


def own_code(line: str) -> tuple[Symbol | None, int]:
    """The code on a line and where it ends; None and 0 where the line holds none.

    A number of which a part cannot be read is blank: "†4 /TB-UBND" is "/TB-UBND".
    """
    opened = NUMBER.match(line)
    if opened is None:
        return None, 0
    line = _BLANK_RULE.sub(_gap, line)
    for symbol, place in find_symbols(line):
        if _GARBLED.search(line, opened.end(), place.start):
            break
        # A register begins at one: a lone nought is part of a number that a hand wrote.
        if symbol.number and symbol.number.value == 0:
            break
        return symbol, place.end
    return _damaged(line, opened.end())


def _gap(rule: re.Match[str]) -> str:
    return " " * len(rule[0])


def _damaged(line: str, at: int) -> tuple[Symbol | None, int]:
    alike = _AS_LETTERS.match(line, at)
    if alike:
        number = alike["number"].translate(_ALIKE).lstrip("0")
        return _symbol(number and alike["number"].translate(_ALIKE), alike["letters"]), alike.end()
    unread = _UNREAD.search(line, at)
    return (_symbol("", unread["letters"]), unread.end()) if unread else (None, 0)


def undoubled(symbol: Symbol, kind: types.DocumentType) -> Symbol:
    """The code of a paper of that type where a scan doubled a sign of the type's letters:
    "QĐĐ-UBND" under the words "QUYẾT ĐỊNH" is "QĐ-UBND". Other codes stay as they are.
    """
    letters = symbol.bodies[0] if symbol.style == "letter" and symbol.bodies else ""
    doubled = next((at for at, pair in enumerate(pairwise(letters)) if pair[0] == pair[1]), None)
    if doubled is None:
        return symbol
    single = letters[:doubled] + letters[doubled + 1 :]
    if not kind.has_letters(single, party=False):
        return symbol
    return Symbol.parse(tidy(symbol.written).replace(letters, single, 1))


def _symbol(number: str, letters: str) -> Symbol | None:
    try:
        return Symbol.parse(f"{number}/{letters}")
    except ValueError:
        return None
