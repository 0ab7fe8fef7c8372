"""Surroundings: the item and the sentence in which a citation stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from congvan.language import markup
from congvan.model.finding import Place
from congvan.model.link import Link
from congvan.model.outline import Item
from congvan.model.recognised import Recognised
from congvan.model.span import Span

_SENTENCE_END = re.compile(r"(?<=\w{3}[.;!?…])\s+(?=[^\W\d_a-zà-ỹđ])")
"""A stop after a word of three letters or more, so that "TT. Tỉnh ủy" is not cut, and before a
capital."""


def with_surroundings(links: Iterable[Link], recognised: Recognised) -> tuple[Link, ...]:
    """The links with `item` and `sentence` filled from the outline and the text."""
    return tuple(_placed(link, recognised) for link in links)


def place_of(link: Link, recognised: Recognised) -> Place:
    """File, line and column of a link's words."""
    dispatch = recognised.dispatch
    file = f"dispatches/{dispatch.path}"
    if link.citation.text == "subject":
        return dispatch.marks.get("subject") or Place(file)
    before = dispatch.body[: link.citation.span.start]
    column = len(before) - (before.rfind("\n") + 1)
    return Place(file, dispatch.body_line + before.count("\n"), column + 1)


def _placed(link: Link, recognised: Recognised) -> Link:
    if link.citation.text == "subject":
        return replace(link, sentence=recognised.dispatch.subject or "")
    item = item_of(recognised.seen.outline, link.citation.span)
    if item is None:
        return replace(link, sentence=_plain(link.citation.quote))
    sentence = sentence_of(recognised.dispatch.body, item.text, link.citation.span)
    return replace(link, item=item.anchor, sentence=sentence)


def item_of(outline: Iterable[Item], span: Span) -> Item | None:
    """The paragraph or item that holds the span's start."""
    start = Span(span.start, span.start)
    return next((item for item in outline if item.span.covers(start)), None)


def sentence_of(body: str, paragraph: Span, span: Span) -> str:
    """The sentence of the paragraph around the span, markup removed."""
    start, end = paragraph.start, paragraph.end
    for boundary in _SENTENCE_END.finditer(body, paragraph.start, paragraph.end):
        if boundary.end() <= span.start:
            start = boundary.end()
        elif boundary.start() >= span.end:
            end = boundary.start()
            break
    return _plain(body[start:end])


def _plain(text: str) -> str:
    return " ".join(markup.plain(text).text.split())
