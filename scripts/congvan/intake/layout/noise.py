"""Noise: what stands on a page and is no part of the document.

Page numbers, banners of digital signatures, stamps of the office that received the document, file
names that a drafter's word processor printed at the foot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from congvan.intake.layout.columns import parts
from congvan.intake.layout.words import Page, Row, Word
from congvan.language import vocabulary
from congvan.language.folding import fold

_PAGE_NUMBER = re.compile(r"[-–—]?\s*\d{1,3}\s*[-–—]?")
_FILE_NAME = re.compile(r"[A-Za-z]:\\\S|.{0,200}\.docx?$")
_TIME = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}\s+\d{1,2}:\d{2}|\+\d{2}:\d{2}$")
_EMAIL = re.compile(r"\S+@\S+\.\S+")
_BANNERS = tuple(fold(words) for words in vocabulary.words("intake", "banners"))
_STAMPS = tuple(fold(words) for words in vocabulary.words("intake", "stamps"))
_IN_STAMP = tuple(fold(words) for words in vocabulary.words("intake", "in_stamps"))
_MOTTO = tuple(
    fold(words)[:_n] for words in vocabulary.words("letterhead", "motto") for _n in (12,)
)
_STAMP_LINES = 4
_BANNER_LINES = 2


def is_banner(text: str) -> bool:
    """Whether words are a line of a digital signature's banner."""
    plain = text.strip()
    return fold(plain).startswith(_BANNERS) or bool(_TIME.search(plain) or _EMAIL.fullmatch(plain))


def cleaned(page: Page, listed: Sequence[Row]) -> tuple[list[Row], list[str]]:
    """The rows of a page without noise, and what was taken out."""
    kept, dropped = _without_edges(page, listed)
    above, rest = _letterhead(page, kept)
    if any(is_banner(part.text) for row in above for part in parts(row, page.unit)):
        return _without_parts(page, rest, [*dropped, *(row.text for row in above)])
    return _without_parts(page, kept, dropped)


def _without_edges(page: Page, listed: Sequence[Row]) -> tuple[list[Row], list[str]]:
    """The rows between the page's number and the file name at its foot."""
    kept, dropped = list(listed), []
    while kept and _is_edge(kept[-1]) and kept[-1].y0 > page.height / 2:
        dropped.append(kept.pop().text)
    while len(kept) > 1 and _is_edge(kept[0]) and kept[0].y1 < page.height / 2:
        dropped.append(kept.pop(0).text)
    return kept, dropped


def _is_edge(row: Row) -> bool:
    text = row.text
    return bool(_PAGE_NUMBER.fullmatch(text) or _FILE_NAME.match(text))


def _letterhead(page: Page, listed: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """The rows above the letterhead, and those from it on."""
    if page.number == 0:
        for at, row in enumerate(listed):
            if any(fold(part.text).startswith(_MOTTO) for part in parts(row, page.unit)):
                return listed[:at], listed[at:]
    return (), listed


def _without_parts(
    page: Page, listed: Iterable[Row], dropped: list[str]
) -> tuple[list[Row], list[str]]:
    """The rows without banners and stamps that stand beside other words."""
    kept: list[Row] = []
    region: Row | None = None
    left = 0
    for row in listed:
        words: list[Word] = []
        for part in parts(row, page.unit):
            opening = _opens(part)
            if opening:
                region, left = part, opening
            elif region is not None and left and _under(part, region, page.unit):
                left -= 1
            else:
                words += part.words
                continue
            dropped.append(part.text)
        if words:
            kept.append(Row(tuple(words), row.page))
    return kept, dropped


def _opens(part: Row) -> int:
    """How many lines may follow where a part begins a stamp or a banner; 0 where it does not."""
    words = fold(part.text)
    if words.startswith(_STAMPS):
        return _STAMP_LINES
    if words.startswith(_BANNERS):
        return _BANNER_LINES
    return 1 if _TIME.search(part.text) and len(part.words) <= _STAMP_LINES else 0


def _under(part: Row, region: Row, unit: float) -> bool:
    """Whether a part goes on with the stamp or banner above it."""
    beside = part.x0 > region.x0 - 4 * unit and part.x1 < region.x1 + 8 * unit
    words = fold(part.text)
    return beside and (words.startswith(_IN_STAMP) or is_banner(part.text))
