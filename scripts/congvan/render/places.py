"""Places: what an item of a body is called, from the marks printed before it and above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from congvan.language import labels
from congvan.model.outline import Item


def place_names(outline: Sequence[Item]) -> Mapping[str, str]:
    """The name of every item by its anchor: "mục 2.a", "mục 2, gạch đầu dòng 1", "đoạn 1"."""
    items = {item.anchor: item for item in outline}
    return {anchor: _name(item, items) for anchor, item in items.items()}


def _name(item: Item, items: Mapping[str, Item]) -> str:
    number = "".join(c for c in item.anchor.rpartition(".")[2] if c.isdigit())
    above = items.get(item.parent or "")
    if not item.mark:
        return labels.say("place.paragraph", number=number)
    if not any(c.isalnum() for c in item.mark):
        if above is None:
            return labels.say("place.dash", number=number)
        return labels.say("place.dash_under", above=_name(above, items), number=number)
    return labels.say("place.item", mark=_marks(item, items))


def _marks(item: Item, items: Mapping[str, Item]) -> str:
    mark = item.mark.strip(" .)(/:")
    above = items.get(item.parent or "")
    if above is None or not any(c.isalnum() for c in above.mark):
        return mark
    return f"{_marks(above, items)}.{mark}"
