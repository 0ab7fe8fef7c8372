"""Weaving: private marker characters in sanitised HTML become links and item anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from congvan.language import labels
from congvan.model.outline import Item
from congvan.render.annotate import Annotation
from congvan.render.places import place_names

_INLINE = frozenset(("strong", "b", "em", "i", "u", "s", "sub", "sup", "br"))
_TAG = re.compile(r"</?([a-z0-9]+)[^>]*>")


@dataclass
class _Weaver:
    """One pass over the tokens of one body."""

    names: Mapping[str, str]
    out: list[str] = field(default_factory=list)
    paragraph: int | None = None
    """Where in `out` the open paragraph's start tag stands."""
    item: Item | None = None
    """The item of the open paragraph."""
    open: Annotation | None = None
    whole: bool = False
    """Whether the open annotation is one element; otherwise each piece of text is its own."""
    placed: set[str] = field(default_factory=set)
    """Anchors that stand in `out`; a link to any item of the outline must find its place."""


def weave(html: str, annotations: Sequence[Annotation], items: Sequence[Item], base: int) -> Markup:
    """HTML with markers from `base` on (two for each annotation, one for each item) as HTML without
    them. The sanitiser has closed every element and written no ">" into an attribute."""
    count = 2 * len(annotations) + len(items)
    marker = f"[{chr(base)}-{chr(base + count - 1)}]" if count else "(?!)"
    tokens = re.findall(f"<[^>]*>|{marker}|(?:(?!{marker})[^<])+", html)
    weaver = _Weaver(place_names(items))
    for n, token in enumerate(tokens):
        code = ord(token[0]) - base
        if token[0] == "<":
            _tag(weaver, token)
        elif not 0 <= code < count:
            _text(weaver, token)
        elif code >= 2 * len(annotations):
            _anchor(weaver, items[code - 2 * len(annotations)])
        elif code % 2 == 0:
            _open(weaver, annotations[code // 2], tokens[n + 1 :], chr(base + code + 1))
        else:
            _close(weaver)
    _close(weaver)
    lost = (_place(item) for item in items if item.anchor not in weaver.placed)
    return Markup("".join([*lost, *weaver.out]))  # noqa: S704 - sanitised before, escaped here


def _tag(weaver: _Weaver, tag: str) -> None:
    match = _TAG.fullmatch(tag)
    name = match[1] if match else ""
    if name not in _INLINE:
        _close(weaver)
    if tag == "</p>":
        if weaver.item:
            weaver.out.append(_permalink(weaver.item, weaver.names[weaver.item.anchor]))
        weaver.paragraph = weaver.item = None
    weaver.out.append(tag)
    if tag == "<p>":
        weaver.paragraph = len(weaver.out) - 1


def _text(weaver: _Weaver, text: str) -> None:
    if weaver.open and not weaver.whole and text.strip():
        text = f"{weaver.open.opening}{text}{weaver.open.closing}"
    weaver.out.append(text)


def _open(weaver: _Weaver, annotation: Annotation, following: Sequence[str], end: str) -> None:
    _close(weaver)
    weaver.open = annotation
    weaver.whole = _balanced(following, end)
    if weaver.whole:
        weaver.out.append(annotation.opening)


def _close(weaver: _Weaver) -> None:
    if weaver.open and weaver.whole:
        weaver.out.append(weaver.open.closing)
    weaver.open = None
    weaver.whole = False


def _balanced(following: Sequence[str], end: str) -> bool:
    """Whether every element that begins before `end` also ends before it, none but inline ones."""
    stack: list[str] = []
    for name, closes in _tags_before(following, end):
        if name not in _INLINE or (closes and (not stack or stack.pop() != name)):
            return False
        if not closes and name != "br":
            stack.append(name)
    return not stack and end in following


def _tags_before(following: Sequence[str], end: str) -> Iterator[tuple[str, bool]]:
    for token in following:
        if token == end:
            return
        match = _TAG.fullmatch(token)
        if match:
            yield match[1], token.startswith("</")


def _anchor(weaver: _Weaver, item: Item) -> None:
    weaver.placed.add(item.anchor)
    if weaver.paragraph is None or weaver.item is not None:
        weaver.out.append(_place(item))
        return
    depth = f' class="muc cap-{item.depth}"' if item.mark else ""
    weaver.out[weaver.paragraph] = f'<p id="{escape(item.anchor)}"{depth}>'
    weaver.item = item


def _place(item: Item) -> str:
    return f'<span id="{escape(item.anchor)}"></span>'


def _permalink(item: Item, place: str) -> str:
    label = escape(labels.say("permalink", place=place))
    anchor = escape(item.anchor)
    return f'<a class="neo" href="#{anchor}" aria-label="{label}"></a>'
