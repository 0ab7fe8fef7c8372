"""Marking: annotations and items as private-use characters in a body, before Markdown reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from congvan.language.markup import ESCAPABLE
from congvan.model.outline import Item
from congvan.model.span import Span
from congvan.render.annotate import Annotation

_FIRST_MARKER, _LAST_MARKER = 0xF0000, 0xFFFFD
"""The supplementary private use area, in which no text is interchanged."""

_ATOM = re.compile(rf"\\[{re.escape(ESCAPABLE)}]|</?[a-zA-Z][^<>]*>|&#?\w+;|\*+|_+")
"""What a marker must not split."""
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-*:?[ \t]*)+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Markers:
    """The private characters that stand for one body's annotations and items."""

    base: int
    annotations: int
    items: int

    def opening(self, n: int) -> str:
        """Before the n-th annotation."""
        return chr(self.base + 2 * n)

    def closing(self, n: int) -> str:
        """After the n-th annotation."""
        return chr(self.base + 2 * n + 1)

    def item(self, n: int) -> str:
        """Before the n-th item."""
        return chr(self.base + 2 * self.annotations + n)


def markers_for(body: str, annotations: int, items: int) -> Markers:
    """A run of private characters that the body does not hold. Raises ValueError where the body
    holds so many that none is left."""
    needed = 2 * annotations + items
    used = sorted({ord(c) for c in body if ord(c) >= _FIRST_MARKER})
    start = _FIRST_MARKER
    for code in [*used, _LAST_MARKER + 1]:
        if code - start >= needed:
            return Markers(start, annotations, items)
        start = code + 1
    raise ValueError("no private character is left")


def marked(
    body: str, annotations: Sequence[Annotation], items: Sequence[Item], markers: Markers
) -> str:
    """The body with a marker at both ends of each annotation and before each item. An item on a
    line of a block gets a paragraph of its own; one in a table gets no marker."""
    events: list[tuple[int, int, str]] = []
    for n, annotation in enumerate(annotations):
        span = annotation.span
        events.append((span.start, 2, markers.opening(n)))
        events.append((span.end, 0, markers.closing(n)))
    tables = [Span(*block) for block in _table_blocks(body)]
    for n, item in enumerate(items):
        start = item.span.start
        if not any(table.start <= start < table.end for table in tables):
            apart = "\n" if start and body[:start].rstrip(" \t").endswith("\n") else ""
            events.append((start, 1, apart + markers.item(n)))
    return "".join(_inserted(body, sorted(events)))


def _inserted(body: str, events: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    at = 0
    for position, _, text in events:
        yield body[at:position]
        yield text
        at = position
    yield body[at:]


def snapped(annotations: Sequence[Annotation], body: str) -> tuple[Annotation, ...]:
    """The annotations, widened where they begin or end inside a sign of Markdown or HTML."""
    atoms = [Span(*m.span()) for m in _ATOM.finditer(body)]
    return tuple(replace(a, span=_widened(a.span, atoms)) for a in annotations)


def _widened(span: Span, atoms: Sequence[Span]) -> Span:
    start, end = span.start, span.end
    for atom in atoms:
        if atom.start < start < atom.end:
            start = atom.start
        if atom.start < end < atom.end:
            end = atom.end
    return Span(start, end)


def _table_blocks(body: str) -> Iterator[tuple[int, int]]:
    for rule in _TABLE_RULE.finditer(body):
        start = body.rfind("\n\n", 0, rule.start())
        end = body.find("\n\n", rule.end())
        yield (start + 2 if start >= 0 else 0, end if end >= 0 else len(body))
