from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.language.collation import sort_key

CASES: list[list[str]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "collation.yml").read_text("utf-8")
)


def turned(texts: list[str]) -> list[str]:
    """The same texts, last first."""
    return texts[::-1]


@pytest.mark.parametrize("words", CASES, ids=lambda words: words[0])
def test_order(words: list[str]) -> None:
    """Lists stand in the order of the Vietnamese alphabet, tones and numbers included."""
    assert sorted(turned(words), key=sort_key) == words


@pytest.mark.parametrize("words", CASES, ids=lambda words: words[0])
def test_order_of_decomposed_text(words: list[str]) -> None:
    """The same list in NFD stands in the same order."""
    decomposed = [unicodedata.normalize("NFD", word) for word in words]
    assert sorted(turned(decomposed), key=sort_key) == decomposed


@given(st.lists(st.text()))
def test_any_texts_can_be_sorted(texts: list[str]) -> None:
    """Any texts have an order, and it does not depend on how they came."""
    assert sorted(texts, key=sort_key) == sorted(turned(texts), key=sort_key)
