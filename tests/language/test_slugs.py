from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.language.slugs import LONGEST, anchor, document_slug, slug
from congvan.model.symbol import Symbol

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "slugs.yml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES["words"], ids=lambda case: case["text"])
def test_words(case: dict[str, str]) -> None:
    """Words become ASCII with đ as d, never lost."""
    assert slug(case["text"]) == case["slug"]


@pytest.mark.parametrize("case", CASES["documents"], ids=lambda case: case["slug"])
def test_documents(case: dict[str, Any]) -> None:
    """A document's slug is its code; without a number, its symbol and id."""
    symbol = Symbol.parse(case["code"]) if case["code"] else None
    text = case.get("symbol", case["code"])
    assert document_slug(symbol, text, case["type"], "k7d2m9qa") == case["slug"]


def test_anchor() -> None:
    """A heading's anchor is its slug with the separator that Markdown asks for."""
    assert anchor("Độ mật", "_") == "do_mat"
    assert anchor("Độ mật", "-") == "do-mat"


def test_long_words_are_cut_after_a_word() -> None:
    """A slug has at most a hundred characters and ends with a whole word."""
    assert slug("nhân dân " * 40) == "-".join(["nhan-dan"] * 11)
    assert slug("a" * 500) == "a" * LONGEST


@given(st.text())
def test_any_slug(text: str) -> None:
    """A slug is ASCII letters and digits with single hyphens between, and its own slug."""
    made = slug(text)
    assert len(made) <= LONGEST
    assert slug(made) == made
    assert made == "" or all(word.isascii() and word.isalnum() for word in made.split("-"))
