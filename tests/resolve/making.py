"""Small hand-made dispatches and citations for the tests of resolving."""

from __future__ import annotations

from typing import Any

from congvan.model.citation import Citation
from congvan.model.dispatch import Dispatch
from congvan.model.outline import Item
from congvan.model.partial_date import PartialDate
from congvan.model.recognised import Recognised, Seen
from congvan.model.span import Span
from congvan.model.symbol import Symbol


def dispatch(id_: str = "aaaaaaaa", **changes: Any) -> Dispatch:
    """A held công văn of the Đắk Lắk People's Committee, May 2021, unless changed."""
    fields: dict[str, Any] = {
        "path": f"ubnd-dak-lak/2021/{id_}.md",
        "type": "cong-van",
        "symbol": "UBND-KGVX",
        "issuer": "ubnd-dak-lak",
        "date": PartialDate.parse("2021-05-31"),
        "subject": "triển khai",
        "body": "Kế hoạch số 28-KH/TU nêu trên.",
    }
    return Dispatch(id=id_, **(fields | changes))


def cites(
    quote: str = "Kế hoạch số 28-KH/TU", code: str | None = "28-KH/TU", **changes: Any
) -> Citation:
    """A citation of a plan, at the start of the body unless changed."""
    date = changes.pop("date", None)
    fields: dict[str, Any] = {
        "text": "body",
        "span": Span(0, len(quote)),
        "form": "full",
        "type": "ke-hoach",
        "symbol": Symbol.parse(code) if code else None,
        "date": PartialDate.parse(date) if date else None,
        "issuer": "Tỉnh ủy",
    }
    return Citation(quote=quote, **(fields | changes))


def seen(held: Dispatch, *citations: Citation, **references: Citation) -> Recognised:
    """The dispatch with those citations, all in one paragraph."""
    item = Item("d1", "", 0, Span(0, len(held.body)), Span(0, len(held.body)))
    return Recognised(held, Seen(outline=(item,), citations=citations), references)
