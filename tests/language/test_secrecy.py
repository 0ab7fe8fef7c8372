from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.language.secrecy import HEADING_LINES, heading, stamp_of, stamps

CASES: list[dict[str, str | None]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "secrecy.yml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["line"]))
def test_stamps_of_lines(case: dict[str, str]) -> None:
    """A line bears the stamp that the table says, or none."""
    assert stamp_of(case["line"]) == case["stamp"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["line"]))
def test_decomposed_letters_hide_nothing(case: dict[str, str]) -> None:
    """A stamp in decomposed letters is the same stamp."""
    found = stamp_of(unicodedata.normalize("NFD", case["line"]))
    assert found == case["stamp"]


def test_places_of_stamps() -> None:
    """Each stamp comes with the line it stands on."""
    text = "ỦY BAN NHÂN DÂN\nM Ậ T\nSố: 12/UBND-NC\nLƯU HÀNH NỘI BỘ"
    assert [(span.of(text), stamp) for span, stamp in stamps(text)] == [
        ("M Ậ T", "M Ậ T"),
        ("LƯU HÀNH NỘI BỘ", "LƯU HÀNH NỘI BỘ"),
    ]


def test_heading_ends_where_the_body_begins() -> None:
    """What stands in the body is prose and no heading."""
    text = "ỦY BAN NHÂN DÂN\n\nThực hiện Luật Bảo vệ bí mật\nnhà nước:\nMẬT"
    assert heading(text, "Thực hiện Luật Bảo vệ bí mật nhà nước:") == "ỦY BAN NHÂN DÂN\n"


def test_heading_without_a_body_is_bounded() -> None:
    """Where the body is not known the first lines are the heading."""
    assert heading("a\n" * 100).count("\n") == HEADING_LINES - 1


@given(st.text())
def test_any_line_is_answered(line: str) -> None:
    """Whatever a line holds, the answer is a part of it or nothing."""
    found = stamp_of(line)
    assert found is None or found.replace(" ", "") != ""
