"""Dates in Vietnamese: read from every form in which documents write them, and said on pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import resources
from typing import Any

import yaml

from congvan.language.spelling import nfc
from congvan.model.partial_date import PartialDate
from congvan.model.signs import unify

_ROMAN = ("I", "II", "III", "IV")
# Two-digit years are not read, and others only within the life of the present State.
_YEAR = r"(?:19|20)\d\d"
_BLANK = r"[\s.…_]*"
# Decree 30/2020, annex I, II.4: days below 10 and months 1 and 2 take a zero.
_ZEROED_DAYS = 10
_ZEROED_MONTHS = 3


def say(date: PartialDate) -> str:
    """The date as pages name it: "19/5/2021", "tháng 5/2021", "quý II/2021", "năm 2021".

    Numbers take a zero as Decree 30/2020 has it: "05/01/2020", "19/5/2021".
    """
    if date.precision == "interval":
        said = _say_interval(date)
    else:
        said = _SAY[date.precision].format(**_numbers(date))
    return said if date.is_certain else _SAY["doubtful"].format(date=said)


def say_official(date: PartialDate) -> str:
    """The date as the heading prints it, "ngày 05 tháng 01 năm 2020"; what is blank is "…".

    Decree 30/2020, annex I, II.4: days below 10 and months 1 and 2 take a zero.
    """
    if date.is_day:
        form = "day"
    else:
        form = "month" if date.month is not None else "year"
    return _OFFICIAL[form].format(**_numbers(date))


def read(text: str) -> PartialDate | None:
    """The date that the whole of `text` writes; None where it is none or on no calendar.

    "ngày 05 tháng 01 năm 2020", "19/5/2021", "15.4.2010", "06-02-2017", "tháng 5/2021",
    "quý II/2021", "năm 2021", and "ngày     tháng 5 năm 2021" with its day blank. Day before month,
    always. Gaps and line breaks are as they come.
    """
    plain = unify(nfc(text)).strip(" \t\r\n,.;")
    match = _WRITTEN.fullmatch(plain)
    if match is None:
        return None
    found = {
        name.rstrip("_0123456789"): value for name, value in match.groupdict().items() if value
    }
    try:
        return _date(found)
    except ValueError:
        return None


def _date(found: dict[str, str]) -> PartialDate:
    year = int(found["year"])
    if "quarter" in found:
        written = found["quarter"].upper()
        quarter = int(written) if written.isdigit() else _ROMAN.index(written) + 1
        return PartialDate.of_quarter(year, quarter)
    if "name" in found:
        month: int | None = _MONTHS[" ".join(found["name"].lower().split())]
    else:
        month = int(found["month"]) if "month" in found else None
    return PartialDate.of(year, month, int(found["day"]) if "day" in found else None)


def _say_interval(date: PartialDate) -> str:
    start, _, end = date.written.partition("/")
    if start == "..":
        return _SAY["to"].format(end=say(PartialDate.parse(end)))
    if end == "..":
        return _SAY["from"].format(start=say(PartialDate.parse(start)))
    sides = {"start": say(PartialDate.parse(start)), "end": say(PartialDate.parse(end))}
    return _SAY["from_to"].format(**sides)


def _numbers(date: PartialDate) -> dict[str, str]:
    day, month = date.day, date.month
    return {
        "year": str(date.year),
        "month": "" if month is None else _two_digits(month, below=_ZEROED_MONTHS),
        "day": "" if day is None else _two_digits(day, below=_ZEROED_DAYS),
        "roman": "" if date.quarter is None else _ROMAN[date.quarter - 1],
    }


def _load() -> dict[str, Any]:
    text = resources.files("congvan.language").joinpath("data/calendar.yml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return data


def _two_digits(number: int, *, below: int) -> str:
    return f"{number:02}" if number < below else str(number)


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: -len(word))
    return "(?:" + "|".join(r"\s+".join(word.split()) for word in longest_first) + ")"


def _written() -> re.Pattern[str]:
    """Every written form; group names are numbered, since a name may stand once in a pattern."""
    day, month, quarter, year = (_either(_DATA["words"][word]) for word in _DATA["words"])
    named = _either(_MONTHS)
    forms = (
        rf"(?:{day}\s*)?(?P<day_1>\d{{1,2}})\s*,?\s*{month}\s*(?P<month_1>\d{{1,2}})\s*(?:,?\s*{year}|/)",
        rf"{day}{_BLANK}{month}\s*(?P<month_2>\d{{1,2}})\s*,?\s*{year}",
        rf"{day}{_BLANK}{month}{_BLANK}{year}",
        rf"{month}\s*(?P<month_3>\d{{1,2}})\s*(?:{year}|[-/.])",
        rf"{month}\s+(?P<name>{named})\s*(?:{year}|[-/.])",
        rf"{quarter}\s*(?P<quarter>[1-4]|IV|I{{1,3}})\s*(?:{year}|[-/.])",
        rf"(?:{day}\s*)?(?P<day_2>\d{{1,2}})\s*/\s*(?P<month_4>\d{{1,2}})\s*/",
        rf"(?:{day}\s*)?(?P<day_3>\d{{1,2}})\s*-\s*(?P<month_5>\d{{1,2}})\s*-",
        rf"(?:{day}\s*)?(?P<day_4>\d{{1,2}})\s*\.\s*(?P<month_6>\d{{1,2}})\s*\.",
        rf"{day}{_BLANK}/\s*(?P<month_8>\d{{1,2}})\s*/",
        r"(?P<month_7>\d{1,2})\s*/",
        rf"(?:{year})?",
    )
    return re.compile(rf"(?:{'|'.join(forms)})\s*(?P<year>{_YEAR})", re.IGNORECASE)


_DATA = _load()
_SAY: dict[str, str] = _DATA["say"]
_OFFICIAL: dict[str, str] = _DATA["official"]
_MONTHS = {name: number for number, names in enumerate(_DATA["months"], 1) for name in names}
_WRITTEN = _written()
