"""Deadlines: the day by which a task is due, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Day

from congvan.language import calendar, vocabulary
from congvan.model.assignment import Deadline
from congvan.model.partial_date import PartialDate
from congvan.recognise.dates import DATE

_FLAGS = re.IGNORECASE | re.VERBOSE
_WORDS = vocabulary.sorted_words("connectors", "date")
_DAY, _MONTH = (vocabulary.alternation(_WORDS[word]) for word in ("day", "month"))
_WEAK = frozenset(vocabulary.words("tasks", "weak_deadlines"))
_CLOCK = rf"""
    (?: \d{{1,2}} \s* (?: (?:{"|".join(vocabulary.words("tasks", "clock"))}) \s* (?:\d{{1,2}})?
          \s* (?:{"|".join(vocabulary.words("tasks", "minutes"))})? | : \d\d ) \s* ,? \s* )?
"""
_REPEAT = rf"""
    (?:{"|".join(vocabulary.words("tasks", "repeats"))}) \s+
    {vocabulary.either("tasks", "periods")}
"""
_TERM = re.compile(
    rf"""
    (?P<when> {vocabulary.either("tasks", "deadlines")} ) \s+ {_CLOCK}
    (?: (?P<date> {DATE} )
      | (?: {_DAY} \s+ )? \d{{1,2}} (?: \s* / \s* \d{{1,2}} )? \s+ (?P<repeat> {_REPEAT} )
      | {_DAY} \s+ [^\W\d]+ (?:\s+[^\W\d]+)? \s+ (?P<weekly> {_REPEAT} )
      | {_DAY} \s+ \d{{1,2}} (?: \s+ {_MONTH} \s* | \s* / \s* ) \d{{1,2}} (?! \s* [/\d] )
    )
    """,
    _FLAGS,
)
# "6 tháng", "03 tháng/1 lần", "hai năm một lần": every so often.
_EVERY = rf"""
    (?: \d{{1,2}} | {vocabulary.either("tasks", "few")} )
    \s+ {vocabulary.either("tasks", "periods")}
    (?: \s* /? \s* (?: 0?1 | {vocabulary.either("tasks", "once")} )?
        \s? {vocabulary.either("tasks", "times")} )?
"""
_OFTEN = rf"(?: {_REPEAT} (?: , \s* {vocabulary.either('tasks', 'periods')} )* | {_EVERY} )"
_REGULAR = re.compile(
    rf"(?P<when> {vocabulary.either('tasks', 'regularly')} ) \s+"
    rf"(?P<repeat> (?:{_OFTEN}|[^.;:,()\n]{{0,40}}? {_REPEAT})"
    rf"(?: \s* (?:,|{vocabulary.either('connectors', 'and')}) \s* {_OFTEN} )* )",
    _FLAGS,
)
# "Hằng năm tổ chức tập huấn …": a task that opens with how often it is.
_OPENING = re.compile(rf"(?P<repeat> {_REPEAT} ) (?= \s*,?\s+ [^\W\d] )", _FLAGS)
_FINISHING = re.compile(vocabulary.either("tasks", "finishing"), re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_FROM = re.compile(rf"{vocabulary.alternation(_WORDS['from'])} [^.;\n]{{0,60}} $", _FLAGS)
_TERM_OF = re.compile(
    rf"{vocabulary.either('tasks', 'term_of')} \s+ (?P<clause> \w+ \s+ \d{{1,2}} )", _FLAGS
)
# How far before a weak word ("trong") a word of finishing makes a term of it.
_REACH = 80


def deadline(flat: str, start: int, end: int, since: Day | None = None) -> Deadline | None:
    """The first term of a task between two places; None where it has none.

    A day without its year, and a term that recurs, has a phrase and no date: nothing is guessed.
    A month stays a month, a quarter is its last day. What was before the day `since` is told of,
    and no term.
    """
    return next(_terms(flat, start, end, since), None) or _regular(flat, start, end)


def dated_term(flat: str, start: int, end: int, since: Day | None = None) -> int | None:
    """Where the first term with a day of its own stands, weak words left out; None for none."""
    for match in _TERM.finditer(flat, start, end) if _YEAR.search(flat, start, end) else ():
        weak = _closed(match["when"]).lower() in _WEAK
        if match["date"] and not weak and not _is_past(_due(match["date"]), since):
            return match.start()
    return None


def _is_past(date: PartialDate | None, since: Day | None) -> bool:
    return date is not None and since is not None and date.latest < since


def term_of_item(flat: str, start: int, end: int) -> tuple[str, str] | None:
    """The phrase and item number of a term by reference: "theo thời gian tại khoản 1"."""
    match = _TERM_OF.search(flat, start, end)
    return (_closed(match[0]), match["clause"].split()[1]) if match else None


def _terms(flat: str, start: int, end: int, since: Day | None) -> Iterator[Deadline]:
    for match in _TERM.finditer(flat, start, end):
        when = _closed(match["when"])
        if when.lower() in _WEAK and not _is_term(flat, match, start):
            continue
        repeat = match["repeat"] or match["weekly"]
        date = _due(match["date"]) if match["date"] else None
        if _is_past(date, since):
            continue
        yield Deadline(_closed(match[0]), when, date, _closed(repeat) if repeat else None)


def _is_term(flat: str, match: re.Match[str], start: int) -> bool:
    """Whether "trong năm 2025" is a term of work and not a time told of."""
    before = flat[max(start, match.start() - _REACH) : match.start()]
    if _FROM.search(before):
        return False
    return _FINISHING.search(before.rpartition(";")[2]) is not None


def _due(text: str) -> PartialDate | None:
    date = calendar.read(text)
    if date is not None and date.precision == "quarter":
        return PartialDate.parse(date.latest.isoformat())
    return date


def _regular(flat: str, start: int, end: int) -> Deadline | None:
    match = _REGULAR.search(flat, start, end)
    if match is None:
        opening = _OPENING.match(flat, start, end)
        phrase = _closed(opening["repeat"]) if opening else ""
        return Deadline(phrase, "", None, phrase) if opening else None
    return Deadline(_closed(match[0]), _closed(match["when"]), None, _closed(match["repeat"]))


def _closed(text: str) -> str:
    return " ".join(text.split())
