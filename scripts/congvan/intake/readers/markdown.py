"""Markdown as converters write it: the text stays, tables in HTML become lines of text."""

from __future__ import annotations

from congvan.intake.layout import arrange
from congvan.intake.readers import html

_OPEN, _CLOSE = "<table", "</table>"


def without_tables(text: str) -> str:
    """`text` with each table in HTML written as the lines that a reader sees."""
    parts: list[str] = []
    at = 0
    while (start := text.find(_OPEN, at)) >= 0:
        end = text.find(_CLOSE, start)
        if end < 0:
            break
        parts.append(text[at:start])
        parts.append(_table(text[start : end + len(_CLOSE)]))
        at = end + len(_CLOSE)
    return "".join([*parts, text[at:]])


def _table(fragment: str) -> str:
    return "\n" + arrange.text_of(html.blocks(fragment))
