"""Codes as they are cited: their gaps closed, a scan's doublings undone, examples told apart."""

from __future__ import annotations

from congvan.model.symbol import Symbol
from congvan.model.symbol_pattern import tidy
from congvan.recognise import citation_grammar as grammar


def tidied(symbol: Symbol) -> Symbol:
    """A code as it is cited, gaps and line breaks closed."""
    closed = tidy(symbol.written)
    return symbol if closed == symbol.written else Symbol.parse(closed)


def undoubled(symbol: Symbol) -> Symbol:
    """A code whose Đ a scan read twice, "QĐÐ-UBND", as the code it is."""
    single = str(symbol).replace("ĐĐ", "Đ")
    if symbol.letters or single == str(symbol):
        return symbol
    try:
        read = Symbol.parse(single)
    except ValueError:
        return symbol
    return read if read.letters else symbol


class Examples:
    """The paragraphs of a text that only give examples: "Ví dụ 1: 36-HD/VPTW"."""

    def __init__(self, flat: str) -> None:
        found = grammar.EXAMPLE.finditer(flat) if grammar.may_hold_example(flat) else ()
        self._spans = [match.span() for match in found]

    def __contains__(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._spans)
