"""Pinpoints: the clauses of a document that are named before it, inner level first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise, product

from congvan.language import vocabulary
from congvan.model.citation import Pinpoint

_LEVELS = vocabulary.sorted_words("citations", "levels")
_DEPTH = {level: depth for depth, level in enumerate(_LEVELS)}
_LEVEL = "|".join(
    rf"(?P<{name.replace('-', '_')}>{vocabulary.alternation(words)})"
    for name, words in _LEVELS.items()
)
_AND = vocabulary.either("connectors", "and")
_LINK = vocabulary.either("citations", "pinpoint_links")
_MARK = r"(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-zđ]?|[IVXLC]{1,6}|[a-zđA-ZĐ])(?![\w/])"
_MORE = rf"(?:\s*(?:,|;|{_AND})\s*{_MARK})"

_UNIT = re.compile(rf"(?i:{_LEVEL})\s+(?P<marks>{_MARK}{_MORE}{{0,9}})")
_BETWEEN = re.compile(rf"\s*(?:,|;|{_AND}|{_LINK})?\s*", re.IGNORECASE)
_MARKS = re.compile(_MARK)
_TAIL = re.compile(rf"\s*,?\s*(?:(?:{_LINK})\s+)?", re.IGNORECASE)
_SAME_CLAUSE = re.compile(rf"\s*(?:{_LINK}\s+)?|\s*,\s*", re.IGNORECASE)

_LEVEL_NAMED = re.compile(
    vocabulary.alternation(word for words in _LEVELS.values() for word in words), re.IGNORECASE
)
# The last clause of a chain begins within so many signs of the document.
_NEAR = 90
# No chain of clauses is longer than this; it keeps the search before a citation short.
_REACH = 240
_MOST = 12


@dataclass(frozen=True, slots=True)
class FoundPinpoints:
    """The pinpoints that lead up to a document, and where their words begin."""

    start: int
    pinpoints: tuple[Pinpoint, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    start: int
    end: int
    level: str
    marks: tuple[str, ...]


def pinpoints_before(flat: str, at: int, floor: int = 0) -> FoundPinpoints | None:
    """The pinpoints whose words end where the document named at `at` begins.

    "Khoản 2 Mục III của" gives (muc III)(khoan 2); "mục II, III" gives two. `floor` is a place that
    the words may not begin before. None where there are none.
    """
    units = _units_before(flat, at, max(floor, at - _REACH))
    if not units:
        return None
    found = tuple(p for group in _filled(_groups(flat, units)) for p in _each(group))
    return FoundPinpoints(units[0].start, found[:_MOST])


def _units_before(flat: str, at: int, floor: int) -> list[_Unit]:
    """The unbroken run of units that ends at `at`."""
    if not _LEVEL_NAMED.search(flat, max(floor, at - _NEAR), at):
        return []
    run: list[_Unit] = []
    for match in _UNIT.finditer(flat, floor, at):
        unit = _Unit(match.start(), match.end(), _level(match), _marks(match["marks"]))
        if run and not _BETWEEN.fullmatch(flat, run[-1].end, unit.start):
            run = []
        run.append(unit)
    return run if run and _TAIL.fullmatch(flat, run[-1].end, at) else []


def _level(match: re.Match[str]) -> str:
    return next(name for name in _LEVELS if match[name.replace("-", "_")])


def _marks(text: str) -> tuple[str, ...]:
    return tuple(_MARKS.findall(text))


def _groups(flat: str, units: list[_Unit]) -> list[list[_Unit]]:
    """Units that make up one clause, inner first; a comma or "và" before an inner level parts them.

    "khoản 4 Điều 14 và Điều 27" are two clauses, "khoản 2, Điều 30" is one.
    """
    groups = [[units[0]]]
    for before, unit in pairwise(units):
        gap = flat[before.end : unit.start]
        outward = _DEPTH[unit.level] < _DEPTH[before.level]
        joined = _SAME_CLAUSE.fullmatch(gap) and (outward or not gap.strip())
        if joined and unit.level not in {u.level for u in groups[-1]}:
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return groups


def _filled(groups: list[list[_Unit]]) -> list[list[_Unit]]:
    """A clause without its outer level takes that of the clause after it."""
    filled: list[list[_Unit]] = []
    for group in reversed(groups):
        outermost = min(_DEPTH[u.level] for u in group)
        after = filled[0] if filled else []
        filled.insert(0, group + [u for u in after if _DEPTH[u.level] < outermost])
    return filled


def _each(group: list[_Unit]) -> list[Pinpoint]:
    """One pinpoint for each mark: "mục II, III" are two."""
    ordered = sorted(group, key=lambda unit: _DEPTH[unit.level])
    marks = product(*(unit.marks for unit in ordered))
    return [
        Pinpoint(tuple((u.level, m) for u, m in zip(ordered, one, strict=True))) for one in marks
    ]
