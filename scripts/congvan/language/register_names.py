"""Printed names of bodies taken apart: a base, a level word, a province's name.

Keys compare names: tones kept and Đ apart from D, but case, dashes, punctuation, tone placement and
the silent words of the data ("và") left out, so that "Đài PT-TH", "ĐÀI PT&TH" and "Đài PT – TH" are
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from functools import lru_cache

from congvan.language.register_data import kinds, slug_of
from congvan.language.spelling import exact_key
from congvan.model.agency import Level, Province

OVERLAP = timedelta(days=60)
"""How long before its birth and after its end a body may still be named, where no living body bears
the name: papers of March 2025 use the departments' old names, and the days on which a reform took
effect differ between provinces by weeks."""

# Tone marks are combining signs, which \w does not hold.
_BETWEEN = re.compile(r"[^\w\u0300-\u036f]+")


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The look-up key of a printed name: its words in order, one space between."""
    words = _BETWEEN.split(exact_key(name))
    return " ".join(word for word in words if word and word not in _silent())


def near(day: Day | None, since: Day | None, until: Day | None) -> bool:
    """Whether `day` is within a period widened by the overlap; no day is within any."""
    if day is None:
        return True
    return (since is None or since - OVERLAP <= day) and (until is None or day <= until + OVERLAP)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a name apart."""

    base: str
    """A key without level word and province."""
    level: Level | None = None
    place: str | None = None
    """The key of a province's name as printed."""


@dataclass(frozen=True, slots=True)
class ProvinceSpelling:
    """What a spelling of a province's name stands for, and when it was borne."""

    slug: str
    since: Day | None
    until: Day | None


class Places:
    """The spellings of provinces and levels, as keys."""

    def __init__(self, provinces: Iterable[Province]) -> None:
        units = tuple(provinces)
        self._places: dict[str, list[ProvinceSpelling]] = {}
        self._levels: dict[str, list[tuple[Level, Day | None, Day | None]]] = {}
        self._level_words = dict(_level_words())
        for unit in units:
            self._add(unit)
        self._longest = max(len(spelling.split()) for spelling in self._places)

    def _add(self, unit: Province) -> None:
        slug = slug_of(unit.id)
        levels = self._levels.setdefault(slug, [])
        for phase in unit.phases:
            place = ProvinceSpelling(slug, phase.since or unit.born, phase.until or unit.died)
            self._places.setdefault(key(phase.name), []).append(place)
            levels.append((phase.level, place.since, place.until))
        for spelling in unit.spellings:
            places = self._places.setdefault(key(spelling), [])
            places.append(ProvinceSpelling(slug, unit.born, unit.died))

    @property
    def spellings(self) -> Mapping[str, list[ProvinceSpelling]]:
        """Every spelling of a province's name by its key."""
        return self._places

    def named(self, place: str, day: Day | None) -> str | None:
        """The first part of the ids of the province so named about `day`; None for none."""
        found = (p.slug for p in self._places.get(place, ()) if near(day, p.since, p.until))
        return next(found, None)

    def had_level(self, slug: str, level: Level, day: Day | None) -> bool:
        """Whether the province of that name was of the level about `day`."""
        levels = self._levels.get(slug, ())
        return any(one == level and near(day, since, until) for one, since, until in levels)

    def readings(self, name: str) -> Iterator[Reading]:
        """The ways to take a key apart, the whole first, then the longest place."""
        yield Reading(name)
        yield from self._leveled(name, None)
        words = name.split()
        for length in range(min(self._longest, len(words) - 1), 0, -1):
            place = " ".join(words[-length:])
            if place in self._places:
                rest = " ".join(words[:-length])
                yield from self._leveled(rest, place)
                yield Reading(rest, None, place)

    def _leveled(self, name: str, place: str | None) -> Iterator[Reading]:
        for word, level in self._level_words.items():
            if name.endswith(f" {word}"):
                yield Reading(name[: -len(word) - 1], level, place)


def _level_words() -> Iterator[tuple[str, Level]]:
    for level, words in kinds().words.items():
        yield from ((key(spelling), level) for spelling in words["spellings"])


@lru_cache(maxsize=1)
def _silent() -> frozenset[str]:
    return frozenset(exact_key(word) for word in kinds().silent)
