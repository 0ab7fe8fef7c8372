from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.language.calendar import read, say, say_official
from congvan.model.partial_date import PartialDate

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "dates.yml").read_text("utf-8")
)
# Years that documents have; earlier ones are not read.
DAYS = st.dates(PartialDate.of(1945).earliest, PartialDate.of(2099).latest).map(
    lambda day: PartialDate.of(day.year, day.month, day.day)
)
QUARTERS = st.builds(PartialDate.of_quarter, st.integers(1945, 2099), st.integers(1, 4))
MONTHS = DAYS.map(lambda date: PartialDate.of(date.year, date.month))
YEARS = st.integers(1945, 2099).map(PartialDate.of)


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: repr(case["text"]))
def test_written_forms(case: dict[str, str | None]) -> None:
    """Every form in which documents write a date is read; what is none gives None."""
    date = read(str(case["text"]))
    assert (None if date is None else str(date)) == case["date"]


@pytest.mark.parametrize("case", CASES["said"], ids=lambda case: case["date"])
def test_said(case: dict[str, str]) -> None:
    """Pages and headings name a date as Decree 30 has it; a blank stays a blank."""
    date = PartialDate.parse(case["date"])
    assert (say(date), say_official(date)) == (case["page"], case["heading"])


@given(st.one_of(DAYS, MONTHS, QUARTERS, YEARS))
def test_what_is_said_is_read(date: PartialDate) -> None:
    """What a page says of a day, month, quarter or year is read as the same."""
    assert read(say(date)) == date


@given(st.one_of(DAYS, MONTHS))
def test_a_heading_is_read(date: PartialDate) -> None:
    """The official form is read as the same day or month."""
    assert read(say_official(date)) == date


@given(st.text())
def test_any_text_is_read_or_not(text: str) -> None:
    """No text breaks the reader."""
    assert read(text) is None or isinstance(read(text), PartialDate)
