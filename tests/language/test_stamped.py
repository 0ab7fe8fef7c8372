from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.language import secrecy, stamped

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "stamped.yml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: " / ".join(case["lines"]))
def test_marks_of_lines(case: dict[str, Any]) -> None:
    """Lines read from a stamp bear the mark that the table says, or none."""
    assert stamped.mark_in(case["lines"]) == case["mark"]


@pytest.mark.parametrize("words", [*stamped.SECRECY, *stamped.URGENCY])
def test_every_mark_is_itself(words: str) -> None:
    """A mark read without fault is that mark, and its kind is known."""
    assert stamped.mark_in([words.upper()]) == words
    assert stamped.printed_in(words.upper()) == words
    assert stamped.is_secret(words) is (secrecy.stamp_of(words) is not None)


@pytest.mark.parametrize("line", ["KHOA HỌC", "HOA TOCC", "THƯỢNG KHẨN CẤP", "khẩn", ""])
def test_a_printed_line_is_a_mark_whole_or_not(line: str) -> None:
    """In print nothing is forgiven but lost marks: names are like stamps."""
    assert stamped.printed_in(line) is None


@given(st.lists(st.text()))
def test_any_lines_are_answered(lines: list[str]) -> None:
    """Whatever was read, the answer is a known mark or none."""
    assert stamped.mark_in(lines) in {None, *stamped.SECRECY, *stamped.URGENCY}
