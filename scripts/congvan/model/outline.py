"""The outline of a body: its paragraphs and items, with the anchors readers link to."""

from __future__ import annotations

from dataclasses import dataclass

from congvan.model.span import Span


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph of the body, an item where it opens with a mark."""

    anchor: str
    """"m2", "m2.a", "m2.g1" (first dash), "m3.k2" (Arabic under Roman), "d1" (plain paragraph).
    đ) is "dd". Unique in the body."""
    mark: str
    """As printed: "2.", "a)", "-", ""."""
    depth: int
    """0 for a plain paragraph or outermost item."""
    span: Span
    """The whole paragraph in the body as stored, mark included."""
    text: Span
    """The paragraph without its mark."""
    parent: str | None = None
    """The anchor of the item it stands under."""
