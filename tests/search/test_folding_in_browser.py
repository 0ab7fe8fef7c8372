from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from congvan.language import folding

pytestmark = pytest.mark.browser

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "folding.yml").read_text("utf-8")
)
TEXTS = [case["text"] for case in CASES]
# The browser may know a later Unicode; what Python does not know yet is left out.
EVERY_SIGN = [s for s in map(chr, range(0x20, 0xD800)) if unicodedata.category(s) != "Cn"]


def test_folded(modules: Page) -> None:
    """The browser folds each text of the table as the table says."""
    assert modules.evaluate("t => t.map(fold)", TEXTS) == [case["folded"] for case in CASES]


def test_tokens(modules: Page) -> None:
    """The browser has the terms of each text of the table."""
    found = modules.evaluate("t => t.map(x => tokens(x).map(k => k.text))", TEXTS)
    assert found == [case["tokens"] for case in CASES]


def test_places(modules: Page) -> None:
    """The browser knows where in the original each term stands."""
    found = modules.evaluate("t => t.map(x => tokens(x).map(k => x.slice(k.start, k.end)))", TEXTS)
    assert found == [[t[k.start : k.end] for k in folding.tokens(t)] for t in TEXTS]


def test_every_sign(modules: Page) -> None:
    """Every letter and sign of the basic planes folds alike on both sides."""
    folded = modules.evaluate("t => t.map(fold)", EVERY_SIGN)
    differ = {s: (f, folding.fold(s)) for s, f in zip(EVERY_SIGN, folded, strict=True)}
    assert {s: pair for s, pair in differ.items() if pair[0] != pair[1]} == {}


def test_forms_of_codes(modules: Page) -> None:
    """Both sides know the same forms of codes."""
    assert modules.evaluate("CODE_FORMS") == list(folding.CODE_FORMS)
