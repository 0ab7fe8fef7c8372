"""Paragraphs: a body cut at blank lines and before lines that open with an item's mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from congvan.language import vocabulary
from congvan.recognise.reading import CAPITAL

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
      | (?P<misread> \d{{1,2}} , | [©ø] \) | [¬_]{{1,3}}       ) (?= \s+ (?-i:{CAPITAL}) )
    )
    \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ROMAN = re.compile(r"(?=.)X{0,3}(?:IX|IV|V?I{0,3})\s?[.)/]")
_BREAK = re.compile(r"\n[^\S\n]*(?:\n\s*)*")
_BLANK = re.compile(r"\n\s*\n")
# A dash at the head of a line is a list's only where the line before it has ended.
_ENDED = re.compile(r"[.;:,!?)”\"/]\s*$")
_INDENT = 3
# An item of one short line ends with it, whatever its last sign.
_SHORT_ITEM = 100


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text by its places: whole, and without its mark."""

    start: int
    text: int
    end: int
    mark: str
    level: str
    """The group of the mark's pattern, "" for a plain paragraph."""
    meant: str = ""
    """The ordinal that a misread mark stands for."""


def paragraphs(flat: str) -> Iterator[Paragraph]:
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
    # What may be a mark that a scan misread is one only after a blank line.
    if mark is None or mark.lastgroup == "misread":
        return _indented(flat, before, at)
    return _ENDED.search(flat, max(start, before - 20), before) is not None or (
        _mark(flat, start, before) is not None and before - start < _SHORT_ITEM
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


def ordinal(paragraph: Paragraph) -> str:
    """The mark as it stands in an anchor: Roman as Arabic, letters small, đ as "dd"."""
    if paragraph.meant:
        return paragraph.meant
    mark = re.sub(r"[.)/:\s]+$", "", paragraph.mark).split()[-1]
    if re.fullmatch(r"[IVXLC]+", mark) and paragraph.level in ("part", "chapter", "roman"):
        values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in mark]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return str(sum(v if v >= after else -v for v, after in pairs))
    return mark.lower().replace("đ", "dd")
