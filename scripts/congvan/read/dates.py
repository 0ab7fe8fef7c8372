"""Dates as clerks write them: EDTF, or a finding that says how to write what they meant."""

from __future__ import annotations

import re
from collections.abc import Generator
from datetime import date as Day

from congvan.language import calendar
from congvan.model.finding import Finding, Place
from congvan.model.partial_date import PartialDate

# Looks like EDTF, so that only the calendar can be against it.
_SHAPE = re.compile(r"\d{4}(-(\d\d|XX)(-(\d\d|XX))?)?[?~%]?(/.*)?")
_EXAMPLE = "2021-05-19"


def read_partial(
    written: str, key: str, place: Place
) -> Generator[Finding, None, PartialDate | None]:
    """A date that may be partial, or None and a finding."""
    try:
        return PartialDate.parse(written)
    except ValueError:
        yield _fault(written, key, place)
        return None


def read_day(written: str, key: str, place: Place) -> Generator[Finding, None, Day | None]:
    """A full day, or None and a finding."""
    date = yield from read_partial(written, key, place)
    if date is None:
        return None
    if len(written) != len(_EXAMPLE) or not date.is_day:
        yield Finding("day-needed", place, written, {"key": key})
        return None
    return date.earliest


def _fault(written: str, key: str, place: Place) -> Finding:
    if _SHAPE.fullmatch(written):
        return Finding("date-impossible", place, written, {"key": key})
    meant = calendar.read(written) or _EXAMPLE
    return Finding("date-not-edtf", place, written, {"key": key, "suggestion": f'"{meant}"'})
