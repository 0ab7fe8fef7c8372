"""Bodies: a dispatch's Markdown as safe HTML, its items addressable, its words as stored.

Item marks are text of the record, so nothing in a body makes a list, a code block, a heading or a
link. What is laid over the text (links, items) travels through Markdown and the sanitiser as
private-use characters that the body itself does not hold, and becomes elements at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import markdown
import nh3
from markupsafe import Markup

from congvan.model.outline import Item
from congvan.model.span import Span
from congvan.render.annotate import Annotation, without_overlaps
from congvan.render.weave import weave

_BLOCKS_LEFT_OUT = (
    "indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference",
)  # fmt: skip
_INLINES_LEFT_OUT = (
    "backtick", "reference", "link", "image_link", "image_reference", "short_reference",
    "short_image_ref",
)  # fmt: skip
_INLINE_TAGS = ("p", "br", "strong", "b", "em", "i", "u", "s", "sub", "sup")
_TABLE_TAGS = ("table", "thead", "tbody", "tr", "th", "td", "caption")
TAGS = frozenset((*_INLINE_TAGS, *_TABLE_TAGS))
"""All that a body may hold; everything else loses its tags and keeps its words."""

_FIRST_MARKER, _LAST_MARKER = 0xF0000, 0xFFFFD
"""The supplementary private use area, in which no text is interchanged."""

ESCAPABLE = "\\`*_{}[]()#+-.!|>~\"'$%&,/:;<=?@^"
"""Signs that lose a backslash before them: all of ASCII, as in `language.markup`."""
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
"""Escaped signs of HTML itself, which Markdown would let through as such."""
_ESCAPED = re.compile(r"\\(.)")
_ATOM = re.compile(rf"\\[{re.escape(ESCAPABLE)}]|</?[a-zA-Z][^<>]*>|&#?\w+;|\*+|_+")
"""What a marker must not split."""
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*>")
_SIGNS = re.compile(r"[\\*_<>&|:#`\[\]\n-]")
"""Signs beside which a marker may change how Markdown reads a text."""
_BLANK_OR_TAG = re.compile(r"<[^>]*>|\s")
_DECLARATION = re.compile(r"<(?=[!?])")
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


def body_html(body: str, annotations: Sequence[Annotation], items: Sequence[Item]) -> Markup:
    """The body as HTML. Spans measure `body` as stored; of overlapping annotations the first given
    stays. Each item's paragraph bears its anchor and a permalink.

    Where an annotation begins or ends at a sign that means something to Markdown, the result is
    held against the body without annotations, and such annotations are left out rather than let a
    word of the record change.
    """
    laid = without_overlaps(annotations)
    html = _rendered(body, laid, items)
    quiet = [a for a in laid if _is_quiet(a, body)]
    if len(quiet) == len(laid) or _words(html) == _words(_rendered(body, (), items)):
        return html
    return _rendered(body, quiet, items)


def _is_quiet(annotation: Annotation, body: str) -> bool:
    ends = (annotation.span.start, annotation.span.end)
    return not any(_SIGNS.search(body[max(0, at - 1) : at + 1]) for at in ends)


def _words(html: str) -> str:
    return _BLANK_OR_TAG.sub("", html)


def _rendered(body: str, laid: Sequence[Annotation], items: Sequence[Item]) -> Markup:
    markers = _markers(body, len(laid), len(items))
    marked = _marked(body, laid, items, markers)
    html = nh3.clean(
        _markdown().reset().convert(_neutralised(marked)),
        tags=set(TAGS),
        clean_content_tags=set(),
        attributes={"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"}},
        attribute_filter=_numbers_only,
        link_rel=None,
    )
    return weave(html, laid, items, markers.base)


def inline_html(text: str, annotations: Sequence[Annotation]) -> Markup:
    """One printed line, "Lưu: VT, KGVX<sub>(Nh-8b)</sub>", as `body_html` without its paragraph."""
    html = body_html(text, annotations, ())
    return Markup(str(html).removeprefix("<p>").removesuffix("</p>"))  # noqa: S704 - still safe


def _markers(body: str, annotations: int, items: int) -> Markers:
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


def _marked(
    body: str, annotations: Sequence[Annotation], items: Sequence[Item], markers: Markers
) -> str:
    atoms = [Span(*m.span()) for m in _ATOM.finditer(body)]
    events: list[tuple[int, int, str]] = []
    for n, annotation in enumerate(annotations):
        span = annotation.span
        events.append((_outside(span.start, atoms, at_start=True), 2, markers.opening(n)))
        events.append((_outside(span.end, atoms, at_start=False), 0, markers.closing(n)))
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


def _outside(position: int, atoms: Sequence[Span], *, at_start: bool) -> int:
    for atom in atoms:
        if atom.start < position < atom.end:
            return atom.start if at_start else atom.end
    return position


def _table_blocks(body: str) -> Iterator[tuple[int, int]]:
    for rule in _TABLE_RULE.finditer(body):
        start = body.rfind("\n\n", 0, rule.start())
        end = body.find("\n\n", rule.end())
        yield (start + 2 if start >= 0 else 0, end if end >= 0 else len(body))


def _neutralised(text: str) -> str:
    """Without the tags that are not allowed, and comments and declarations as literal text, so that
    no element swallows the words behind it; the sanitiser is the guard, this keeps the wording."""
    said = _ESCAPED.sub(lambda m: _ENTITIES.get(m[1], m[0]), text)
    kept = _TAG.sub(lambda m: m[0] if m[1].lower() in TAGS else "", said)
    return _DECLARATION.sub("&lt;", kept)


def _numbers_only(_tag: str, _name: str, value: str) -> str | None:
    """Spans of table cells are numbers, scopes are words."""
    return value if value.isascii() and value.isalnum() else None


@cache
def _markdown() -> markdown.Markdown:
    made = markdown.Markdown(extensions=["tables"], output_format="html")
    made.ESCAPED_CHARS = [sign for sign in ESCAPABLE if sign not in _ENTITIES]
    for name in _BLOCKS_LEFT_OUT:
        made.parser.blockprocessors.deregister(name)
    for name in _INLINES_LEFT_OUT:
        made.inlinePatterns.deregister(name)
    return made
