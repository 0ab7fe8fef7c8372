"""Annotations: links laid over words that are never changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from congvan.model.span import Span


@dataclass(frozen=True, slots=True)
class Annotation:
    """An element around a stretch of text."""

    span: Span
    tag: str
    """"a" or "span"."""
    attributes: tuple[tuple[str, str], ...]

    @property
    def opening(self) -> Markup:
        """The start tag."""
        written = (f' {name}="{escape(value)}"' for name, value in self.attributes)
        return Markup(f"<{self.tag}{''.join(written)}>")  # noqa: S704 - values are escaped above

    @property
    def closing(self) -> Markup:
        """The end tag."""
        return Markup(f"</{self.tag}>")  # noqa: S704 - our own tag name


def without_overlaps(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """In the order of the text; of two that meet, the one given first stays."""
    kept: list[Annotation] = []
    for annotation in annotations:
        if annotation.span.start < annotation.span.end and not any(
            annotation.span.meets(other.span) for other in kept
        ):
            kept.append(annotation)
    return tuple(sorted(kept, key=lambda a: a.span))


def annotate(text: str, annotations: Sequence[Annotation]) -> Markup:
    """Plain text as HTML with the annotations laid over it; spans measure `text`."""
    pieces: list[Markup] = []
    at = 0
    for annotation in without_overlaps(annotations):
        pieces.append(escape(text[at : annotation.span.start]))
        pieces.append(annotation.opening + annotation.span.of(text) + annotation.closing)
        at = annotation.span.end
    pieces.append(escape(text[at:]))
    return Markup("").join(pieces)


def find_in_order(text: str, quotes: Sequence[str]) -> tuple[Span | None, ...]:
    """Where each quote stands in the text, each looked for after the one before it.

    White space counts as one blank on either side; a quote that is not there gives None and does
    not move the search on.
    """
    found: list[Span | None] = []
    at = 0
    for quote in quotes:
        span = _find(text, quote, at)
        found.append(span)
        at = span.end if span else at
    return tuple(found)


def _find(text: str, quote: str, at: int) -> Span | None:
    words = quote.split()
    start = text.find(" ".join(words), at) if words else -1
    if start >= 0 and text.find(words[0], at) == start:
        return Span(start, start + len(" ".join(words)))
    match = _pattern(quote).search(text, at) if words else None
    return Span(match.start(), match.end()) if match else None


def _pattern(quote: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in quote.split()))
