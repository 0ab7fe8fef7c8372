from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.recognise.outline import outline
from congvan.recognise.reading import read

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "outline.yml").read_text("utf-8")
)
MARKS = st.sampled_from(["1.", "2)", "a.", "đ)", "-", "+", "I.", "Điều 3.", "2.1.", ""])
LINES = st.tuples(MARKS, st.text("aB .;:\n*\\", max_size=12)).map(" ".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_items(case: dict[str, Any]) -> None:
    """Every paragraph has its anchor, its mark as printed and the item it stands under."""
    found = [entry.item for entry in outline(read(case["body"]))]
    assert [[item.anchor, item.mark, item.parent] for item in found] == case["items"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_text(case: dict[str, Any]) -> None:
    """An item's text is its paragraph without the mark."""
    for entry in outline(read(case["body"])):
        whole = entry.item.span.of(case["body"]).replace("\\", "")
        assert whole.startswith(entry.item.mark)
        rest = whole.removeprefix(entry.item.mark).strip()
        assert rest == entry.item.text.of(case["body"]).replace("\\", "")


@given(st.lists(LINES, max_size=20).map("\n\n".join))
def test_anchors_are_unique(body: str) -> None:
    """No two items share an anchor, and every parent is an item before its children."""
    items = [entry.item for entry in outline(read(body))]
    anchors = [item.anchor for item in items]
    assert len(set(anchors)) == len(anchors)
    for i, item in enumerate(items):
        assert item.parent is None or item.parent in anchors[:i]


@given(st.lists(LINES, max_size=20).map("\n\n".join))
def test_paragraphs_hold_every_word(body: str) -> None:
    """Paragraphs are in order, none overlaps another, and between them there is only space."""
    spans = [entry.item.span for entry in outline(read(body))]
    end = 0
    for span in spans:
        assert span.start >= end
        assert not any(sign.isalnum() for sign in body[end : span.start])
        end = span.end
    assert not any(sign.isalnum() for sign in body[end:])
