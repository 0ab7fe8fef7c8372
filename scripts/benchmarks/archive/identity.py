"""Who issued dispatch i, when, under which number, about what: what others cite it by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from functools import cache, lru_cache
from typing import Any

from benchmarks.archive.bodies import Era, era
from benchmarks.archive.chance import chance, weighted
from benchmarks.archive.shelf import KINDS, TOPICS
from congvan.language import types
from congvan.model.agency import Agency
from congvan.model.symbol import Symbol

LAST_YEAR = 2025
_BITS = 14
PER_YEAR = 1 << _BITS
"""Numbers of a province's year: a province writes up to 15,000 documents."""
_ID_BITS = 40
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_SPREAD = 0x9E3779B97F
"""Odd, so that multiplying by it modulo a power of two gives every index another id."""
_BLANK = 0.06
"""The share of papers whose number and day are left blank."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What an archive is made by."""

    seed: int = 7
    years: int = 10

    @property
    def per_province(self) -> int:
        """Dispatches that one province can number."""
        return self.years * PER_YEAR


@dataclass(frozen=True, slots=True)
class Identity:
    """What a dispatch is known by."""

    index: int
    id: str
    lap: int
    """Which province."""
    day: Day
    blank: bool
    """Whether number and day are left blank."""
    agency: Agency
    issuer: str
    """The issuer's name within the province."""
    issuing: str
    """A key of `kinds.yml`: ubnd, so, hdnd."""
    kind: dict[str, Any]
    """The type, as `kinds.yml` has it."""
    topic: dict[str, Any]
    number: str | None
    symbol: str

    @property
    def type_name(self) -> str:
        """The type's name: "Kế hoạch"."""
        return types.TYPES[self.kind["id"]].name

    @property
    def code(self) -> str:
        """The number and symbol as printed."""
        return str(Symbol.of(self.number, self.symbol))

    @property
    def date(self) -> str:
        """As the front matter has it: without the day where that is left blank."""
        return self.day.isoformat()[: 7 if self.blank else 10]

    @property
    def era(self) -> Era:
        """Its province, as of its day."""
        return era(self.lap, self.day)


@lru_cache(maxsize=50_000)
def identity(recipe: Recipe, index: int) -> Identity:
    """Dispatch i of an archive. Raises NoRoom past what all provinces can number."""
    rng = chance(recipe.seed, index)
    in_year, year = divmod(index, recipe.years)
    lap, turn = divmod(in_year, PER_YEAR)
    place = _reversed(turn) ^ _shift(recipe.seed, lap, year)
    day = _working_day(LAST_YEAR - recipe.years + 1 + year, place / PER_YEAR)
    now = era(lap, day)
    topic = rng.choice(TOPICS)
    issuing = weighted(rng, KINDS["issuers"])
    department = next((k for k in topic["lead"] if k in KINDS["codes"] and k in now.agencies), None)
    if issuing == "so" and department is None:
        issuing = "ubnd"
    agency = now.agencies[str(department) if issuing == "so" else issuing]
    kind = _kind(rng.random(), issuing)
    room = rng.choice(KINDS["rooms"]) if issuing == "so" else topic["unit"]
    blank = rng.random() < _BLANK
    return Identity(
        index=index,
        id=_id(recipe.seed, index),
        lap=lap,
        day=day,
        blank=blank,
        agency=agency,
        issuer=agency.short_on(day),
        issuing=issuing,
        kind=kind,
        topic=topic,
        number=None if blank else _number(place + 1),
        symbol="-".join(filter(None, (kind.get("letters"), _letters(agency))))
        if "letters" in kind
        else f"{_letters(agency)}-{room}",
    )


def _letters(agency: Agency) -> str:
    letters: str = KINDS["codes"].get(agency.kind) or agency.short.split()[0]
    return letters


def _kind(drawn: float, issuing: str) -> dict[str, Any]:
    kinds = KINDS["types"][issuing]
    left = drawn * sum(kind["weight"] for kind in kinds)
    for kind in kinds:
        left -= kind["weight"]
        if left < 0:
            break
    found: dict[str, Any] = kind
    return found


def _number(value: int) -> str:
    """Numbers below ten carry a zero (Decree 30/2020, annex I, II.3)."""
    return f"{value:02d}"


def _reversed(turn: int) -> int:
    """The bits of a turn from last to first: any number of turns is spread over the whole year."""
    return int(f"{turn:0{_BITS}b}"[::-1], 2)


@cache
def _shift(seed: int, lap: int, year: int) -> int:
    return chance(seed, "year", lap, year).getrandbits(_BITS)


@cache
def _working_days(year: int) -> tuple[Day, ...]:
    days = (Day(year, 1, 1) + timedelta(days=n) for n in range(366))
    return tuple(day for day in days if day.year == year and day.isoweekday() < 6)  # noqa: PLR2004  # Saturday


def _working_day(year: int, part: float) -> Day:
    days = _working_days(year)
    return days[int(part * len(days))]


def _id(seed: int, index: int) -> str:
    value = ((index + 1) * _SPREAD + chance(seed, "ids").getrandbits(_ID_BITS)) % (1 << _ID_BITS)
    return "".join(_LETTERS[value >> shift & 31] for shift in range(0, _ID_BITS, 5))
