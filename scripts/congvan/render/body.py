"""Bodies: a dispatch's Markdown as safe HTML, its items addressable, its words as stored.

Item marks are text of the record, so nothing in a body makes a list, a code block, a heading or a
link. What is laid over the text (links, items) travels through Markdown and the sanitiser as
private-use characters that the body itself does not hold, and becomes elements at the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import markdown
import nh3
from markupsafe import Markup

from congvan.language import markup
from congvan.model.outline import Item
from congvan.render.annotate import Annotation, annotate, without_overlaps
from congvan.render.marking import marked, markers_for, snapped
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

_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
"""Escaped signs of HTML itself, which Markdown would let through as such."""
_ESCAPED = re.compile(r"\\(.)")
_ANGLE = re.compile(rf"{markup.TAG}|{markup.WEB_LINK}|<")
_SIGNS = re.compile(r"[\\*_<>&|:#`\[\]\n-]")
"""Signs beside which a marker may change how Markdown reads a text."""
_BLANK_OR_TAG = re.compile(r"<[^>]*>|\s")


def body_html(body: str, annotations: Sequence[Annotation], items: Sequence[Item]) -> Markup:
    """The body as HTML. Spans measure `body` as stored; of overlapping annotations the first given
    stays. Each item's paragraph bears its anchor and a permalink.

    Where an annotation begins or ends at a sign that means something to Markdown, the result is
    held against the body without annotations, and such annotations are left out rather than let a
    word of the record change.
    """
    laid = without_overlaps(snapped(annotations, body))
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
    markers = markers_for(body, len(laid), len(items))
    html = nh3.clean(
        _markdown().reset().convert(_neutralised(marked(body, laid, items, markers))),
        tags=set(TAGS),
        clean_content_tags=set(),
        attributes={"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"}},
        attribute_filter=_numbers_only,
        link_rel=None,
    )
    return weave(html, laid, items, markers.base)


def inline_html(text: str, annotations: Sequence[Annotation]) -> Markup:
    """One printed line, "Lưu: VT, KGVX<sub>(Nh-8b)</sub>", as `body_html` without its paragraph."""
    if not _SIGNS.search(text):
        return annotate(text, annotations)  # nothing in it that Markdown or HTML would read
    html = body_html(text, annotations, ())
    return Markup(str(html).removeprefix("<p>").removesuffix("</p>"))  # noqa: S704 - still safe


def _neutralised(text: str) -> str:
    """Without the tags that are not allowed, and every other angle bracket as literal text, so that
    no element swallows the words behind it; the sanitiser is the guard, this keeps the wording."""
    said = _ESCAPED.sub(lambda m: _ENTITIES.get(m[1], m[0]), text)
    return _ANGLE.sub(_angle, said)


def _angle(match: re.Match[str]) -> str:
    if match["tag"]:
        return match[0] if match["tag"].lower() in TAGS else ""
    return match[0] if match["link"] else "&lt;"


def _numbers_only(_tag: str, _name: str, value: str) -> str | None:
    """Spans of table cells are numbers, scopes are words."""
    return value if value.isascii() and value.isalnum() else None


@cache
def _markdown() -> markdown.Markdown:
    made = markdown.Markdown(extensions=["tables"], output_format="html")
    made.ESCAPED_CHARS = [sign for sign in markup.ESCAPABLE if sign not in _ENTITIES]
    for name in _BLOCKS_LEFT_OUT:
        made.parser.blockprocessors.deregister(name)
    for name in _INLINES_LEFT_OUT:
        made.inlinePatterns.deregister(name)
    return made
