from __future__ import annotations

from datetime import date as Day
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.model.partial_date import PartialDate

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "dates.yml").read_text("utf-8")
)
DAYS = st.dates().map(lambda day: PartialDate.parse(day.isoformat()))
MONTHS = st.dates().map(lambda day: PartialDate.of(day.year, day.month))
DATES = st.one_of(DAYS, MONTHS, st.integers(1, 9999).map(PartialDate.of))


@pytest.mark.parametrize("case", CASES["known"], ids=lambda case: case["date"])
def test_what_is_known_of_a_date(case: dict[str, Any]) -> None:
    """A date knows its precision, its first and last possible day, and its parts."""
    date = PartialDate.parse(case["date"])
    assert (date.precision, date.earliest, date.latest) == (
        case["precision"],
        case["from"],
        case["to"],
    )
    assert (date.month, date.day) == (case.get("month"), case.get("day"))
    assert date.year == case.get("year", case["from"].year)
    assert str(date) == case["date"]


@pytest.mark.parametrize("text", CASES["impossible"])
def test_impossible_dates(text: str) -> None:
    """A day that no calendar has, and any other form, is refused."""
    with pytest.raises(ValueError, match=r"\S"):
        PartialDate.parse(text)


@given(st.text(alphabet="0123456789-/.X?~"))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Any text is a date whose first day is not after its last, or a ValueError."""
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert date.earliest <= date.latest
    assert str(date) == text


@given(st.dates())
def test_days_are_days(day: Day) -> None:
    """A full date is one day."""
    date = PartialDate.of(day.year, day.month, day.day)
    assert date.is_day
    assert date.earliest == date.latest == day


def test_order() -> None:
    """A month stands between its first day and its second: by first, then last possible day."""
    dates = [PartialDate.parse(text) for text in CASES["order"]]
    dates.reverse()
    assert [str(date) for date in sorted(dates)] == CASES["order"]


@given(DATES, DATES)
def test_what_is_before_cannot_be_the_same(one: PartialDate, other: PartialDate) -> None:
    """Two dates can mean one day, or one is surely before the other."""
    assert one.may_be(other) == other.may_be(one)
    assert one.may_be(other) != (one.surely_before(other) or other.surely_before(one))


@pytest.mark.parametrize("quarter", range(1, 5))
def test_quarters(quarter: int) -> None:
    """A quarter is three months, numbered 1 to 4."""
    date = PartialDate.of_quarter(2021, quarter)
    assert (date.quarter, date.earliest.month) == (quarter, 3 * quarter - 2)
    assert date.month is None


@pytest.mark.parametrize("quarter", [0, 5])
def test_no_fifth_quarter(quarter: int) -> None:
    """There is no other quarter."""
    with pytest.raises(ValueError, match=r"\S"):
        PartialDate.of_quarter(2021, quarter)


@pytest.mark.parametrize(
    ("text", "certain"), [("2021-05", True), ("2021?", False), ("2021~", False)]
)
def test_marks_of_doubt(text: str, certain: bool) -> None:
    """A mark of doubt is kept apart from the day."""
    assert PartialDate.parse(text).is_certain is certain
