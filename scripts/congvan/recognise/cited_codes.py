"""Codes as they are cited: their gaps closed, slips of clerks and scans undone, no examples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congvan.language import vocabulary
from congvan.model.span import Span
from congvan.model.symbol import Symbol, find_symbols
from congvan.model.symbol_letters import STATE
from congvan.model.symbol_pattern import tidy
from congvan.recognise import citation_grammar as grammar

_NUMBER = vocabulary.either("connectors", "number")
# The pattern begins with a letter, not with a choice: so it is looked for faster.
_WORD = vocabulary.words("connectors", "number")[0]
_HEAD, _TAIL = _WORD[0], _WORD[1:]
_DAY = vocabulary.sorted_words("connectors", "date")["day"][0]
_TYPES = "|".join(sorted(STATE, key=lambda letters: (-len(letters), letters)))
_LETTERS = r"[A-ZĐ][A-ZĐa-z&]*"
# "815TTr-BQL", "8/2023NQ-HĐND"; after a year a scan may read the sign as a figure: "/20237NQ".
_GLUED = re.compile(
    rf"""
    {_TAIL} (?<= [{_HEAD}{_HEAD.upper()}]{_TAIL} ) [\s:]{{0,4}}
    (?P<number> \d{{1,5}} ) (?: (?P<year> /(?:19|20)\d\d ) [71lI]? )?
    (?P<letters> (?:{_TYPES}) -\s? {_LETTERS} (?: -\s?{_LETTERS} )* ) (?!\w)
    """,
    re.VERBOSE,
)
# A body's letters in two words, "5/LĐBB BTh ngày": the day after them shows where the code ends.
_SECOND_WORD = re.compile(rf"[ ](?P<word>[A-ZĐ]{{1,6}}h?)(?=\s+{_DAY}\s)")
_FORM = re.compile(
    rf"{vocabulary.either('citations', 'forms')}(?:\s+{_NUMBER})?\s*:?\s*$", re.IGNORECASE
)
_REACH = 25
_MISSPELT = dict(vocabulary.table("citations")["misspelt_letters"])
_MISSPELLING = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, _MISSPELT))})(?![^\W_])")


def cited_codes(flat: str) -> Iterator[tuple[Symbol, Span]]:
    """The codes in a text that a document may be cited by, in order, each with its place.

    Left out are those of examples ("Ví dụ 1: 36-HD/VPTW") and of forms ("Mẫu số 01/QTDA").
    """
    examples = Examples(flat)
    second: dict[str, str] = {}
    for symbol, place in sorted((*find_symbols(flat), *_glued(flat)), key=lambda one: one[1]):
        if place.start in examples or _FORM.search(
            flat[max(0, place.start - _REACH) : place.start]
        ):
            continue
        yield _whole(_spelt(undoubled(tidied(symbol))), place, flat, second)


def _glued(flat: str) -> Iterator[tuple[Symbol, Span]]:
    """Codes without the sign between number and letters."""
    for match in _GLUED.finditer(flat):
        symbol = _read(f"{match['number']}{match['year'] or ''}/{match['letters']}")
        if symbol:
            yield symbol, Span(match.start("number"), match.end())


def _whole(symbol: Symbol, place: Span, flat: str, second: dict[str, str]) -> tuple[Symbol, Span]:
    """A code with the second word of its letters, which it keeps in the rest of the text."""
    known = second.get(symbol.key)
    match = _SECOND_WORD.match(flat, place.end)
    word = match["word"] if match else known
    here = word and flat.startswith(f" {word}", place.end)
    whole = _read(f"{symbol} {word}") if here else None
    if whole is None or word is None:
        return symbol, place
    second[symbol.key] = word
    return whole, Span(place.start, place.end + 1 + len(word))


def tidied(symbol: Symbol) -> Symbol:
    """A code as it is cited, gaps and line breaks closed."""
    closed = tidy(symbol.written)
    return symbol if closed == symbol.written else Symbol.parse(closed)


def _spelt(symbol: Symbol) -> Symbol:
    """A code whose letters are a listed misspelling, "12/ND-CP", as the code that is meant."""
    meant = _MISSPELLING.sub(lambda match: _MISSPELT[match[0]], str(symbol))
    return symbol if meant == str(symbol) else _read(meant) or symbol


def undoubled(symbol: Symbol) -> Symbol:
    """A code whose Đ a scan read twice, "QĐÐ-UBND", as the code it is."""
    single = str(symbol).replace("ĐĐ", "Đ")
    read = None if symbol.letters or single == str(symbol) else _read(single)
    return read if read and read.letters else symbol


def _read(text: str) -> Symbol | None:
    try:
        return Symbol.parse(text)
    except ValueError:
        return None


class Examples:
    """The paragraphs of a text that only give examples: "Ví dụ 1: 36-HD/VPTW"."""

    def __init__(self, flat: str) -> None:
        found = grammar.EXAMPLE.finditer(flat) if grammar.may_hold_example(flat) else ()
        self._spans = [match.span() for match in found]

    def __contains__(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._spans)
