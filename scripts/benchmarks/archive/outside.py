"""Documents that are cited and not held: of the centre, of ministries, of the provincial Party."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from functools import lru_cache
from random import Random
from typing import Any

from benchmarks.archive.bodies import era
from benchmarks.archive.chance import chance, steep
from benchmarks.archive.identity import Recipe
from benchmarks.archive.shelf import OUTSIDE, TOPICS

_PLANS_A_YEAR = 60
_DAYS_APART = 6
_STEEPNESS = 2
_TERM = 5
_WEEKS_BACK = 6
_LETTERS_A_WEEK = 60
_OLD_PLAN = 0.3


@dataclass(frozen=True, slots=True)
class Known:
    """A document as it can be cited."""

    type: str
    code: str
    day: Day
    issuer: str
    about: str
    title: str | None = None
    """How a law is cited, by its name and date."""
    held: str | None = None
    """The id of a dispatch of the archive."""


def central(rng: Random, day: Day) -> Known:
    """An act everyone cites, already there on that day."""
    acts = [act for act in OUTSIDE["central"] if act["date"] < day]
    act = steep(rng, acts, _STEEPNESS)
    return Known(
        act["type"], act["code"], act["date"], act["issuer"], act["about"], act.get("title")
    )


def ministry_letter(recipe: Recipe, rng: Random, letters: str, day: Day) -> Known:
    """A letter of a ministry, or of its heir, from one of the weeks before a day."""
    monday = day - timedelta(days=day.weekday() + 7 * rng.randrange(1, _WEEKS_BACK))
    ministry = OUTSIDE["ministries"][letters]
    if "until" in ministry and monday + timedelta(days=_TERM) > ministry["until"]:
        letters = ministry["heir"]
    elif "since" in ministry and monday < ministry["since"]:
        letters = "VPCP"
    return _ministry_letter(recipe.seed, letters, monday)


@lru_cache(maxsize=20_000)
def _ministry_letter(seed: int, letters: str, monday: Day) -> Known:
    rng = chance(seed, letters, monday)
    ministry = OUTSIDE["ministries"][letters]
    week = monday.timetuple().tm_yday // 7
    number = 100 + week * _LETTERS_A_WEEK + rng.randrange(_LETTERS_A_WEEK)
    code = f"{number}/{letters}-{rng.choice(ministry['rooms'])}"
    noun = rng.choice(rng.choice(TOPICS)["nouns"])
    day = monday + timedelta(days=rng.randrange(5))
    return Known(OUTSIDE["letter"], code, day, ministry["name"], noun)


def party_plan(recipe: Recipe, rng: Random, lap: int, day: Day) -> Known | None:
    """A document of the provincial committee; None where none drawn is earlier than the day."""
    year = day.year - (rng.random() < _OLD_PLAN)
    found = (_party_plan(recipe.seed, lap, year, _place(rng)) for _ in "1234")
    return next((plan for plan in found if plan.day < day), None)


def _place(rng: Random) -> int:
    return steep(rng, range(_PLANS_A_YEAR), _STEEPNESS)


@lru_cache(maxsize=10_000)
def _party_plan(seed: int, lap: int, year: int, place: int) -> Known:
    rng = chance(seed, "party", lap, year, place)
    day = Day(year, 1, 4) + timedelta(days=place * _DAYS_APART + rng.randrange(_DAYS_APART))
    series: dict[str, Any] = rng.choice(OUTSIDE["party"]["series"])
    number = (year % _TERM) * _PLANS_A_YEAR + place + 1
    code = f"{number:02d}-{series['letters']}/TU"
    about = rng.choice(OUTSIDE["party"]["abouts"])
    return Known(series["type"], code, day, era(lap, day).names["tinh-uy"], about)
