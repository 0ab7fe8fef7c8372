"""Markdown without its markup, with an exact map back to the text as stored."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import accumulate

from congvan.model.span import Span

ESCAPABLE = "\\`*_{}[]()#+-.!|>~\"'$%&,/:;<=?@^"
"""Signs that lose a backslash before them: all of ASCII. "1\\.", "\\-": the sign alone stays."""

_NAMES = (
    "a abbr address applet article aside audio b base big blockquote body br button canvas caption"
    " center cite code col colgroup dd del details dfn dialog div dl dt em embed fieldset"
    " figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i"
    " iframe img input ins kbd label legend li link main map mark marquee math meta nav noembed"
    " noframes noscript object ol optgroup option p param picture plaintext pre q s samp script"
    " search section select slot small source span strike strong style sub summary sup svg table"
    " tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp"
)
ELEMENTS = tuple(_NAMES.split())
"""Elements whose tags are markup. What no one calls an element is text: "<tên cơ quan>"."""

TAG = (
    rf"(?i:</?(?P<tag>{'|'.join(ELEMENTS)}|[ovw]:\w+)"
    r"""(?:[\s/]+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))*\s*/?>)"""
)
"""The pattern of a tag, opening or closing."""

WEB_LINK = r"(?i:<(?P<link>(?:https?://|mailto:)[^<>\s]+)>)"
"""The pattern of an address that Markdown shows without its brackets."""

_TOKEN = re.compile(
    rf"""
      (?P<escape> \\ [{re.escape(ESCAPABLE)}] )
    | (?P<break>  (?: (?<! [ ] ) [ ]{{2,}}+ | \\ ) (?= \n ) )                  # a hard line break
    | (?P<line>   < br \s* /? > )                                # another way to write one
    | {TAG}
    | {WEB_LINK}
    | (?P<entity> & (?: [a-zA-Z]{{2,8}} | \# [0-9]{{1,6}} ) ; )
    | (?P<stars>  \*{{1,3}} (?! \* ) | _{{1,3}} (?! _ ) )            # perhaps emphasis
    """,
    re.VERBOSE,
)


_SIGN = re.compile(r"[\\<&*_]")
_SIGN_OR_BREAK = re.compile(rf"{_SIGN.pattern}|(?<! ) {{2,}}+(?=\n)")
_HARD_BREAK = "  \n"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of the stored text, `stored[start:end]`, and what is seen of them."""

    start: int
    end: int
    text: str

    def at(self, offset: int) -> tuple[int, int]:
        """Where the character at an offset of the piece stands; an entity stands for its own."""
        if len(self.text) == self.end - self.start:
            return self.start + offset, self.start + offset + 1
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as a reader sees it, each character knowing where it stands in the stored text."""

    text: str
    pieces: tuple[_Piece, ...]
    """What is seen, in order; none is empty."""
    offsets: tuple[int, ...]
    """Where each piece begins in `text`."""

    def place(self, at: int) -> tuple[int, int]:
        """Where the character `text[at]` stands in the stored text."""
        index = bisect_right(self.offsets, at) - 1
        return self.pieces[index].at(at - self.offsets[index])

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the stored text, markup inside it included."""
        if start >= end:
            at = self.place(start)[0] if start < len(self.text) else self._length
            return Span(at, at)
        return Span(self.place(start)[0], self.place(end - 1)[1])

    def wide(self, start: int, end: int) -> Span:
        """The same with the markup that touches it: whole paragraphs keep their asterisks."""
        if start >= end:
            return self.span(start, end)
        first = self.place(start - 1)[1] if start else 0
        last = self.place(end)[0] if end < len(self.text) else self._length
        return Span(first, max(last, self.place(end - 1)[1]))

    @property
    def _length(self) -> int:
        return self.pieces[-1].end if self.pieces else 0


def plain(body: str) -> Plain:
    """`body` without Markdown and inline HTML markup, escapes undone; line breaks stay."""
    return _joined(_without_emphasis(list(_pieces(body))))


def _joined(pieces: list[_Piece]) -> Plain:
    seen = tuple(piece for piece in pieces if piece.text)
    lengths = accumulate((len(piece.text) for piece in seen), initial=0)
    return Plain("".join(piece.text for piece in seen), seen, tuple(lengths)[:-1])


def _pieces(body: str) -> Iterator[_Piece]:
    """The body cut into visible text and runs of emphasis signs; all other markup left out."""
    at = 0
    for match in _tokens(body):
        yield _Piece(at, match.start(), body[at : match.start()])
        seen = _visible(match)
        if seen:
            yield _Piece(match.start(), match.end(), seen)
        at = match.end()
    yield _Piece(at, len(body), body[at:])


def _tokens(body: str) -> Iterator[re.Match[str]]:
    """The markup of a body; looked for only where one of its signs stands."""
    free = 0
    for sign in (_SIGN_OR_BREAK if _HARD_BREAK in body else _SIGN).finditer(body):
        match = _TOKEN.match(body, sign.start()) if sign.start() >= free else None
        if match:
            yield match
            free = match.end()


def _visible(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind == "escape":
        return match[0][1]
    if kind == "line":
        return "\n"
    if kind == "link":
        return match["link"].removeprefix("mailto:")
    if kind == "entity":
        return unescape(match[0])
    return match[0] if kind == "stars" else ""


def _without_emphasis(pieces: list[_Piece]) -> list[_Piece]:
    """Runs of asterisks or underscores that pair off within a paragraph are dropped."""
    seen = [p for p in pieces if p.text]
    left = {i: len(p.text) for i, p in enumerate(seen) if _is_run(p)}
    openers: dict[str, list[int]] = {"*": [], "_": []}
    for i, piece in enumerate(seen):
        if "\n\n" in piece.text:
            openers = {"*": [], "_": []}
        if i not in left:
            continue
        before = seen[i - 1].text[-1] if i else " "
        after = seen[i + 1].text[0] if i + 1 < len(seen) else " "
        sign = piece.text[0]
        if _closes(sign, before, after):
            _close(i, left, openers[sign])
        if left[i] and _opens(sign, before, after):
            openers[sign].append(i)
    return [p if i not in left else _cut(p, left[i]) for i, p in enumerate(seen)]


def _close(i: int, left: dict[int, int], openers: list[int]) -> None:
    while left[i] and openers:
        taken = min(left[openers[-1]], left[i])
        left[openers[-1]] -= taken
        left[i] -= taken
        if not left[openers[-1]]:
            openers.pop()


def _cut(piece: _Piece, kept: int) -> _Piece:
    return _Piece(piece.start, piece.start + kept, piece.text[:kept])


def _is_run(piece: _Piece) -> bool:
    """An escaped sign is longer in the body than what is seen of it, and is no run."""
    same = len(piece.text) == piece.end - piece.start
    return same and piece.text in {"*", "**", "***", "_", "__", "___"}


def _opens(sign: str, before: str, after: str) -> bool:
    return not after.isspace() and (sign == "*" or not before.isalnum())


def _closes(sign: str, before: str, after: str) -> bool:
    return not before.isspace() and (sign == "*" or not after.isalnum())
