"""Partial dates: what is known of a day, in the part of EDTF (ISO 8601-2) that documents need."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date as Day
from functools import total_ordering
from typing import Literal

Precision = Literal["day", "month", "quarter", "year", "interval"]

_POINT = re.compile(
    r"""
    (?P<year> [0-9]{4} )
    (?: - (?P<month> [0-9]{2} | XX )  # 01–12; 33–36 are the quarters
    (?: - (?P<day> [0-9]{2} | XX ) )? )?    # XX: not known
    (?P<mark> [?~%]? )                  # uncertain, approximate, both
    """,
    re.VERBOSE,
)
_QUARTERS = range(33, 37)


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known: "2021-05" is some day of May. Equal where written alike."""

    written: str
    earliest: Day = field(compare=False)
    """The first day it can be; the calendar's first for an interval with an open start."""
    latest: Day = field(compare=False)
    """The last day it can be; the calendar's last for an open end."""
    precision: Precision = field(compare=False)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date that `text` writes.

        2021, 2021-05, 2021-05-19, 2021-05-XX, 2021?, 2021-05~, 2021-34 (second quarter),
        2021-05-19/2021-05-31, ../2021-05, 2021-05/..

        Raises ValueError for anything else and for days that no calendar has.
        """
        start, slash, end = text.partition("/")
        if not slash:
            return cls(text, *_point(text))
        if start == end == "..":
            raise ValueError(f"an interval without any date: {text!r}")
        earliest = Day.min if start == ".." else _point(start)[0]
        latest = Day.max if end == ".." else _point(end)[1]
        if earliest > latest:
            raise ValueError(f"an interval that ends before it starts: {text!r}")
        return cls(text, earliest, latest, "interval")

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
        """The date of those numbers. Raises ValueError for a day that no calendar has."""
        parts = (f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None))
        return cls.parse("-".join(parts))

    @classmethod
    def of_quarter(cls, year: int, quarter: int) -> PartialDate:
        """A quarter, 1 to 4. Raises ValueError for any other."""
        return cls.parse(f"{year:04}-{_QUARTERS.start - 1 + quarter:02}")

    @property
    def year(self) -> int:
        """Its year; of an interval the year it starts, or ends where the start is open."""
        return self.latest.year if self.earliest == Day.min else self.earliest.year

    @property
    def month(self) -> int | None:
        """1–12, where the month is known."""
        one = (self.earliest.year, self.earliest.month) == (self.latest.year, self.latest.month)
        return self.earliest.month if one else None

    @property
    def day(self) -> int | None:
        """Where the day is known."""
        return self.earliest.day if self.earliest == self.latest else None

    @property
    def quarter(self) -> int | None:
        """1–4 where a quarter is what is known."""
        return (self.earliest.month + 2) // 3 if self.precision == "quarter" else None

    @property
    def is_day(self) -> bool:
        """Whether it names one day."""
        return self.earliest == self.latest

    @property
    def is_certain(self) -> bool:
        """Whether it carries no mark of doubt."""
        return not any(mark in self.written for mark in "?~%")

    def may_be(self, other: PartialDate) -> bool:
        """Whether both can mean one day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def surely_before(self, other: PartialDate) -> bool:
        """Whether it lies wholly before the other, whatever days they are."""
        return self.latest < other.earliest

    def __lt__(self, other: PartialDate) -> bool:
        """By the first possible day, then the last: the 1st of May, then May, then the 2nd."""
        mine = (self.earliest, self.latest, self.written)
        return mine < (other.earliest, other.latest, other.written)

    def __str__(self) -> str:
        """As written, in EDTF."""
        return self.written


def _point(text: str) -> tuple[Day, Day, Precision]:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"not a date of the form 2021, 2021-05 or 2021-05-19: {text!r}")
    year, month, day = int(match["year"]), match["month"], match["day"]
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError(f"a day without its month: {text!r}")
        return Day(year, 1, 1), Day(year, 12, 31), "year"
    if int(month) in _QUARTERS and day is None:
        return _quarter(year, int(month) - _QUARTERS.start)
    if day in (None, "XX"):
        first = Day(year, int(month), 1)
        return first, first.replace(day=monthrange(year, first.month)[1]), "month"
    known = Day(year, int(month), int(day))
    return known, known, "day"


def _quarter(year: int, index: int) -> tuple[Day, Day, Precision]:
    last = 3 * index + 3
    return Day(year, last - 2, 1), Day(year, last, monthrange(year, last)[1]), "quarter"
