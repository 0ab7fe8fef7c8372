from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.language.personal import personal_data

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "personal.yml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["text"]))
def test_what_is_personal(case: dict[str, Any]) -> None:
    """A text has the personal data that the table says, and no other."""
    text = case["text"]
    assert [[kind, span.of(text)] for kind, span in personal_data(text)] == case["found"]


@given(st.text(alphabet="0123456789 .-/+aáđ\n"))
def test_places_do_not_overlap(text: str) -> None:
    """A number is told once, whatever it could be."""
    spans = [span for _, span in personal_data(text)]
    assert not any(a.meets(b) for n, a in enumerate(spans) for b in spans[n + 1 :])
