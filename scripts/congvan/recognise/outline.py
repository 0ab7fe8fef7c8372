"""The outline of a body: paragraphs and items, with the anchors that readers link to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from congvan.language import vocabulary
from congvan.model.outline import Item
from congvan.recognise.reading import CAPITAL, Reading

_ARTICLE, _PART, _CHAPTER = (
    vocabulary.alternation(vocabulary.sorted_words("citations", "levels")[level])
    for level in ("dieu", "phan", "chuong")
)
_MARK = re.compile(
    rf"""
    \s* (?: _{{1,3}} \s )?
    (?: (?P<part>    {_PART}    \s+ (?:[IVXLC]{{1,6}}|\d{{1,2}}) ) [.:]? (?= \s | $ )
      | (?P<chapter> {_CHAPTER} \s+ (?:[IVXLC]{{1,6}}|\d{{1,2}}) ) [.:]? (?= \s | $ )
      | (?P<article> {_ARTICLE} \s+ \d{{1,3}} [a-zđ]? \s? [.:] ) (?= \s | $ )
      | (?P<roman>   (?-i: [IVX]{{1,6}} )         \s? [.)/]  ) (?= \s )
      | (?P<deep>    \d{{1,2}} (?: \. \d{{1,2}} ){{1,3}} \s? [.)]?  ) (?= \s+ (?-i:{CAPITAL}) )
      | (?P<number>  \d{{1,2}}  \s? (?: [.)/] | \.\) )      ) (?= \s | (?-i:{CAPITAL}) )
      | (?P<capital> (?-i: [A-HĐ] )               [.)]       ) (?= \s )
      | (?P<letter>  (?-i: [a-zđ] )               \s? [.)]   ) (?= \s | (?-i:{CAPITAL}) )
      | (?P<plus>    \+                                      ) (?= \s? \w )
      | (?P<dash>    [-–—•*~]                                ) (?= \s | (?-i:{CAPITAL}) )
    )
    \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
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
_ROMAN = re.compile(r"(?=.)X{0,3}(?:IX|IV|V?I{0,3})\s?[.)/]")
_BREAK = re.compile(r"\n[^\S\n]*(?:\n\s*)*")
_BLANK = re.compile(r"\n\s*\n")
# A dash at the head of a line is a list's only where the line before it has ended.
_ENDED = re.compile(r"[.;:,!?)”\"/]\s*$")
_HEADING_END = re.compile(r"[.;,!?”\"/]\s*$")
_INDENT = 3
# A heading that names who the tasks under it are for is short.
_LONGEST_HEADING = 300


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text by its places: whole, and without its mark."""

    start: int
    text: int
    end: int
    mark: str
    level: str
    """The group of the mark's pattern, "" for a plain paragraph."""


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
    paragraphs = list(_paragraphs(reading.flat))
    plain_letter = "v" if any(p.level == "article" for p in paragraphs) else "d"
    return tuple(_Numbering(reading, plain_letter).entries(paragraphs))


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
        mark = _ordinal(paragraph)
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


def _ordinal(paragraph: Paragraph) -> str:
    """The mark as it stands in an anchor: Roman as Arabic, letters small, đ as "dd"."""
    mark = re.sub(r"[.)/:\s]+$", "", paragraph.mark).split()[-1]
    if re.fullmatch(r"[IVXLC]+", mark) and paragraph.level in ("part", "chapter", "roman"):
        values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in mark]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return str(sum(v if v >= after else -v for v, after in pairs))
    return mark.lower().replace("đ", "dd")


def _paragraphs(flat: str) -> Iterator[Paragraph]:
    """The text cut at blank lines and before lines that open with a mark."""
    start = 0
    for line in _BREAK.finditer(flat):
        blank = _BLANK.search(line[0]) is not None
        if blank or _opens_item(flat, start, line.start(), line.end()):
            yield from _paragraph(flat, start, line.start())
            start = line.end()
    yield from _paragraph(flat, start, len(flat))


def _opens_item(flat: str, start: int, before: int, at: int) -> bool:
    """Whether the line at `at`, wrapped close under the one before, opens an item of its own."""
    mark = _mark(flat, at, len(flat))
    if mark is None:
        return _indented(flat, before, at)
    return _ENDED.search(flat, max(start, before - 20), before) is not None or (
        _mark(flat, start, before) is not None and before - start < _LONGEST_HEADING // 3
    )


def _indented(flat: str, before: int, at: int) -> bool:
    """Whether the line at `at` is set in deeper than the one before it, which has ended: how the
    text of a printed page begins its paragraphs."""
    line = flat.rfind("\n", 0, before) + 1
    inner = at - flat.rfind("\n", 0, at) - 1
    deeper = inner - _indent(flat[line:before]) >= _INDENT
    return deeper and _ENDED.search(flat, max(line, before - 20), before) is not None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _paragraph(flat: str, start: int, end: int) -> Iterator[Paragraph]:
    while start < end and flat[start].isspace():
        start += 1
    while end > start and flat[end - 1].isspace():
        end -= 1
    if start == end:
        return
    match = _mark(flat, start, end)
    if match is None:
        yield Paragraph(start, start, end, "", "")
        return
    level = str(match.lastgroup)
    yield Paragraph(start, min(match.end(), end), end, match[level].strip(), level)


def _mark(flat: str, start: int, end: int) -> re.Match[str] | None:
    match = _MARK.match(flat, start, end)
    if match and match.lastgroup == "roman" and not _ROMAN.fullmatch(match["roman"]):
        return None
    return match
