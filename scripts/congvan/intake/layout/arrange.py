"""Arranging: blocks written as text, heading and foot in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from congvan.intake.layout.blocks import Block, Paragraph, columns_of, lines_of
from congvan.language import vocabulary
from congvan.language.folding import fold

_NUMBER = re.compile(rf"\W*{vocabulary.either('letterhead', 'number')}\s*[:.]?", re.IGNORECASE)
_NUMBERED = re.compile(r"[/-]\s?[^\W\d_]|:\s*$|:\s*[.…]")
_DATE = re.compile(
    rf"(?:{'|'.join(vocabulary.sorted_words('connectors', 'date')['day'])})"
    rf".{{0,12}}(?:{'|'.join(vocabulary.sorted_words('connectors', 'date')['month'])})",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(rf"\W*{vocabulary.either('letterhead', 'addressed')}", re.IGNORECASE)
_ABOUT = tuple(fold(words) for words in vocabulary.words("letterhead", "about"))
_MOTTO = tuple(fold(words) for words in vocabulary.words("letterhead", "motto"))
_MOTTO_WORDS = frozenset(word for line in _MOTTO for word in line.split())
_FOOT = tuple(fold(words) for words in vocabulary.words("letterhead", "distribution"))
_AUTHORITY = tuple(
    word for word in vocabulary.words("letterhead", "authority") if "." in word or "/" in word
)
_HEADING_BLOCKS = 14
"""Blocks among which the heading of a document is sought."""
_ENOUGH = 4
"""Words of the motto that tell it, where a scan misread the others."""


def text_of(blocks: Sequence[Block]) -> str:
    """The text of a document: blocks parted by blank lines, ended by a line feed."""
    lines: list[str] = []
    for at, block in enumerate(blocks):
        close = isinstance(block, Paragraph) and block.close
        written = _block(block, heading=at < _HEADING_BLOCKS)
        if written:
            lines += [*([""] if lines and not close else []), *written]
    return "\n".join(_squeezed(lines)) + "\n" if lines else ""


def _squeezed(lines: Iterable[str]) -> Iterator[str]:
    """Lines with single gaps, and single blank lines between groups."""
    blank = True
    for line in lines:
        plain = " ".join(line.split())
        if plain or not blank:
            yield plain
        blank = not plain


def _block(block: Block, *, heading: bool) -> list[str]:
    if isinstance(block, Paragraph):
        return list(block.lines)
    columns = columns_of(block)
    if len(columns) == 1:
        return columns[0]
    if heading and _is_heading(columns):
        return _in_order(columns)
    if _is_foot(columns) or len(block.rows) == 1:
        return [line for column in columns for line in ("", *column)]
    return [_row(row) for row in block.rows]


def _row(row: Sequence[tuple[Block, ...]]) -> str:
    cells = (" ".join(filter(None, lines_of(cell))) for cell in row)
    return f"| {' | '.join(cells)} |"


def _is_heading(columns: Sequence[Sequence[str]]) -> bool:
    lines = [line for column in columns for line in column]
    return any(map(is_motto, lines)) or (any(map(_is_number, lines)) and any(map(_is_date, lines)))


def is_motto(line: str) -> bool:
    """Whether a line is one of the motto's, some words misread or not."""
    words = fold(line).replace("-", " ").split()
    alike = sum(word in _MOTTO_WORDS for word in words)
    return fold(line).startswith(_MOTTO) or (len(words) >= _ENOUGH and alike >= len(words) - 1)


def _is_number(line: str) -> bool:
    return bool(_NUMBER.match(line) and _NUMBERED.search(line))


def _is_date(line: str) -> bool:
    return _DATE.search(line) is not None and not _NUMBER.match(line)


def _is_foot(columns: Sequence[Sequence[str]]) -> bool:
    lines = [line.lstrip(" *_") for column in columns for line in column]
    return any(fold(line).startswith(_FOOT) or line.startswith(_AUTHORITY) for line in lines)


def _titled(lines: list[str]) -> tuple[list[str], list[str]]:
    """Place and date, and the name of the type where it stands under them in the column."""
    at = next((i for i, line in enumerate(lines) if line.isupper()), len(lines))
    return lines[:at], lines[at:]


def _in_order(columns: Sequence[Sequence[str]]) -> list[str]:
    """Issuer, motto, number, place and date, subject: annex I of Decree 30/2020/NĐ-CP."""
    left = [line for column in columns[:-1] for line in ("", *column)]
    right = list(columns[-1])
    at = next((i for i, line in enumerate(left) if _is_number(line)), None)
    if at is None:
        subject = (i for i, line in enumerate(left) if fold(line).startswith(_ABOUT))
        at = next(subject, len(left))
    dated = next((i for i, line in enumerate(right) if _is_date(line)), len(right))
    addressed = next((i for i, line in enumerate(right) if _ADDRESSED.match(line)), len(right))
    dated = min(dated, addressed)
    number = left[at : at + 1] if at < len(left) and _is_number(left[at]) else []
    groups = (
        left[:at],
        right[:dated],
        number,
        *_titled(right[dated:addressed]),
        left[at + len(number) :],
        right[addressed:],
    )
    return [line for group in groups for line in ("", *group)]
