"""Place and date in the head of a letter, as far as a scan left them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from congvan.language import calendar, vocabulary
from congvan.model.partial_date import PartialDate
from congvan.model.symbol import find_symbols
from congvan.recognise.letter_layout import Cell
from congvan.recognise.own_code import own_code

_WORDS = vocabulary.sorted_words("connectors", "date")
# Scans leave no gap after these words: "ngày2 tháng01".
_DAY, _MONTH, _YEAR = (rf"(?:{'|'.join(_WORDS[word])})" for word in ("day", "month", "year"))
# The day's word loses its last letter to a hand-written day: "ngàu 5 tháng 8".
_DAY_WORD = re.compile(rf"{_DAY}|{_WORDS['day'][0][:-1]}\w", re.IGNORECASE)
_WHEN = (
    rf"(?P<date>(?:{_DAY_WORD.pattern})\s*(?P<day>\S{{0,4}}?)\s*{_MONTH}\s*"
    rf"(?P<month>\d{{0,2}}|\S{{0,3}}?)\s*{_YEAR}\s*(?P<year>\d{{4}})?)"
)
_DATE = re.compile(rf"(?P<place>[^\W\d_][^,\d:/]{{1,40}}?)\s*,\s*{_WHEN}", re.IGNORECASE)
_ALONE = re.compile(rf"\W*(?P<place>)(?:{_WHEN})\W*", re.IGNORECASE)
_PASSED = re.compile(
    rf"{vocabulary.either('letterhead', 'passed')}.{{0,200}}?"
    rf"{vocabulary.either('letterhead', 'passed_on')}\s+"
    rf"(?P<date>{_DAY}\s+\d.{{0,30}}?{_YEAR}\s+\d{{4}})",
    re.IGNORECASE | re.DOTALL,
)
# What a scan makes of the digit one; of the twelve months no other is meant.
_LIKE_ONE = str.maketrans("]|lI!", "11111")
_CAPITALS = re.compile(r"(?:[^\W\d_][^\W\d_.]*\.?[ \t]*)+$")


def dated(line: str, at: int = 0) -> re.Match[str] | None:
    """The place and date on a line, from a place on; a line that is a date alone has no place."""
    if _DAY_WORD.search(line, at) is None:
        return None
    return _DATE.search(line, at) or _ALONE.fullmatch(line, at)


def place_and_date(head: Sequence[Cell]) -> tuple[str | None, PartialDate | None]:
    """Where and when the head says that the letter was issued; None for what it does not say."""
    for cell in head:
        after_code = max((place.end for _, place in find_symbols(cell.text)), default=0)
        match = dated(cell.text, max(after_code, own_code(cell.text)[1]))
        if match:
            return _place(match["place"]), _date(match)
    return None, None


def passed(closing: str) -> PartialDate | None:
    """The day on which a law says at its end that it was passed: a law's own date."""
    said = _PASSED.search(closing)
    return calendar.read(said["date"]) if said else None


def _place(words: str) -> str | None:
    """The place: the words with capitals right before the date."""
    shown = words.strip(" ._")
    capitals = _CAPITALS.search(shown)
    return (capitals[0].strip() if capitals else shown) or None


def _date(match: re.Match[str]) -> PartialDate | None:
    """The date as far as its digits can be read."""
    if not match["year"]:
        return None
    whole = calendar.read(match["date"])
    if whole is not None:
        return whole
    digits = match["month"].translate(_LIKE_ONE)
    month = digits if digits.isdigit() else ""
    if month and match["day"].isdigit():
        whole = calendar.read(f"{match['day']}/{month}/{match['year']}")
        if whole is not None:
            return whole
    without_day = calendar.read(f"{month}/{match['year']}") if month else None
    return without_day or PartialDate.of(int(match["year"]))
