"""Slugs: the ASCII names of addresses and anchors. A slug once published never changes."""

from __future__ import annotations

import re

from congvan.language.folding import fold
from congvan.model.symbol import Symbol

LONGEST = 100
"""Characters of a slug, so that an address fits a line of print."""
UNNUMBERED = "ks"
"""Opens the slug of a document without a number ("không số")."""

_OTHER = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """`text` in lower-case ASCII, words joined by hyphens, cut after a word to at most 100."""
    bare = _OTHER.sub("-", fold(text).replace("'", "")).strip("-")
    if len(bare) <= LONGEST:
        return bare
    cut = bare[: LONGEST + 1]
    return cut.rpartition("-")[0] if "-" in cut else cut[:LONGEST]


def anchor(value: str, separator: str) -> str:
    """The anchor of a heading, in the form in which Markdown's table of contents asks for it."""
    return slug(value).replace("-", separator)


def document_slug(symbol: Symbol | None, symbol_text: str | None, type_id: str, id_: str) -> str:
    """The last part of a document's address.

    "28-kh-tu" where it has a number; "ks-ubnd-kgvx-k7d2m9qa" while it has none, from the symbol, or
    from the words of the symbol or type where there is no symbol that can be read.
    """
    if symbol is not None and symbol.number is not None:
        return symbol.slug
    stem = symbol.slug if symbol is not None else slug(symbol_text or type_id)
    return "-".join(part for part in (UNNUMBERED, stem, id_) if part)
