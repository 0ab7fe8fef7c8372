"""The outline of a body: paragraphs and items, with the anchors that readers link to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from congvan.model.outline import Item
from congvan.recognise.misread_marks import reread
from congvan.recognise.paragraphs import Paragraph, ordinal, paragraphs
from congvan.recognise.reading import Reading

_RANKS = {
    name: rank
    for rank, name in enumerate(
        (
            "part",
            "chapter",
            "capital",
            "roman",
            "article",
            "number",
            "deep",
            "letter",
            "dash",
            "plus",
        )
    )
}
_PREFIXES = {"part": "p", "chapter": "c", "capital": "p", "roman": "m", "article": "d"}
_DASHES = ("dash", "plus")
_HEADING_END = re.compile(r"[.;,!?”\"/]\s*$")
# A heading that names who the tasks under it are for is short.
_LONGEST_HEADING = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with its places in the text that was read."""

    item: Item
    paragraph: Paragraph


def outline(reading: Reading) -> tuple[Entry, ...]:
    """The paragraphs of a body in order, each item under the one it belongs to.

    Anchors are unique: "m2" for 2., "m2.a" for its a), "m2.g1" for its first dash, "m3.k2" for 2.
    under III., "d4" for Điều 4; a plain paragraph is "d1", or "v1" where the text has articles.
    """
    found = list(reread(paragraphs(reading.flat)))
    plain_letter = "v" if any(p.level == "article" for p in found) else "d"
    return tuple(_Numbering(reading, plain_letter).entries(found))


class _Numbering:
    """Gives out anchors; keeps the open items and what has been used."""

    def __init__(self, reading: Reading, plain_letter: str) -> None:
        self._reading = reading
        self._plain_letter = plain_letter
        self._open: list[tuple[int, Entry]] = []
        self._used: set[str] = set()
        self._counts: dict[str, int] = {}

    def entries(self, paragraphs: list[Paragraph]) -> Iterator[Entry]:
        for paragraph in paragraphs:
            yield self._marked(paragraph) if paragraph.level else self._plain(paragraph)

    def _marked(self, paragraph: Paragraph) -> Entry:
        rank = _RANKS[paragraph.level]
        while self._open and self._open[-1][0] >= rank:
            self._open.pop()
        parent = self._open[-1][1].item.anchor if self._open else None
        anchor = self._unique(self._anchor(paragraph, parent))
        entry = self._entry(paragraph, anchor, len(self._open), parent)
        self._open.append((rank, entry))
        return entry

    def _plain(self, paragraph: Paragraph) -> Entry:
        above = self._open[-1][1] if self._open else None
        parent = above.item.anchor if above and self._is_heading(above.paragraph) else None
        anchor = self._unique(f"{self._plain_letter}{self._count('')}")
        return self._entry(paragraph, anchor, 0, parent)

    def _is_heading(self, paragraph: Paragraph) -> bool:
        text = self._reading.flat[paragraph.text : paragraph.end]
        return len(text) < _LONGEST_HEADING and _HEADING_END.search(text) is None

    def _anchor(self, paragraph: Paragraph, parent: str | None) -> str:
        above = f"{parent}." if parent else ""
        if paragraph.level in _DASHES:
            return f"{above}g{self._count(parent or '-')}"
        mark = ordinal(paragraph)
        if paragraph.level in ("number", "deep"):
            # Under a Roman heading or an article an Arabic number is a khoản.
            nested = self._open and self._open[-1][0] in (_RANKS["roman"], _RANKS["article"])
            return f"{above}k{mark}" if nested else f"{above}m{mark}"
        return above + _PREFIXES.get(paragraph.level, "") + mark

    def _count(self, parent: str) -> int:
        self._counts[parent] = self._counts.get(parent, 0) + 1
        return self._counts[parent]

    def _unique(self, anchor: str) -> str:
        """The anchor, with a running number where the text uses a mark twice."""
        free, count = anchor, 1
        while free in self._used:
            count = self._count(f"={anchor}") + 1
            free = f"{anchor}-{count}"
        self._used.add(free)
        return free

    def _entry(self, paragraph: Paragraph, anchor: str, depth: int, parent: str | None) -> Entry:
        plain = self._reading.plain
        item = Item(
            anchor,
            paragraph.mark,
            depth,
            plain.wide(paragraph.start, paragraph.end),
            plain.span(paragraph.text, paragraph.end),
            parent,
        )
        return Entry(item, paragraph)
