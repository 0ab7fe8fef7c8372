"""Sentences from their patterns: every slot is drawn when it is met."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Day
from random import Random
from typing import Any

from benchmarks.archive.chance import chance
from benchmarks.archive.identity import Identity, Recipe
from benchmarks.archive.shelf import PHRASES, PLACES

_ROMAN = ("I", "II", "III", "IV")
_POINTS = "abcd"
_DRAWS = 5
_TAILS = (15, 50, 35)
"""How many subjects go on with nothing, one phrase, two."""
_VILLAGE = 0.45
"""The share of places that are an invented village."""


class Slots(dict[str, str]):
    """What stands for a slot: given values first, the rest drawn anew each time."""

    def __init__(self, rng: Random, it: Identity, **given: str) -> None:
        super().__init__(given)
        self.rng = rng
        self.it = it
        self.said: set[str] = set()
        """What no second sentence of the paper repeats."""

    def fresh(self, patterns: list[str]) -> str:
        """One of the patterns, filled as nothing said so far, as far as a few draws find it."""
        drawn = [self.pick(patterns)]
        while drawn[-1] in self.said and len(drawn) < _DRAWS:
            drawn.append(self.pick(patterns))
        text = drawn[-1]
        self.said.add(text)
        return text

    def __missing__(self, slot: str) -> str:
        drawn = _DRAWN[slot](self)
        return self.fill(drawn) if "{" in drawn else drawn

    def fill(self, pattern: str, **given: str) -> str:
        """The pattern with its slots filled; `given` holds for this sentence alone."""
        slots = Slots(self.rng, self.it, **{**self, **given}) if given else self
        return pattern.format_map(slots)

    def pick(self, patterns: list[str], **given: str) -> str:
        """One of the patterns, filled."""
        return self.fill(self.rng.choice(patterns), **given)


def slots(rng: Random, it: Identity) -> Slots:
    """The slots of one dispatch's sentences."""
    return Slots(
        rng,
        it,
        ubnd=it.issuer,
        level=it.era.level,
        year=str(it.day.year),
        last_year=str(it.day.year - 1),
    )


def subject(recipe: Recipe, it: Identity) -> str:
    """What a dispatch is about, as it stands after "V/v"; the same for all who cite it."""
    s = slots(chance(recipe.seed, it.index, "subject"), it)
    more = s.rng.sample(PHRASES["subjects"], s.rng.choices(range(3), _TAILS)[0])
    return s.pick(it.topic["subjects"]) + "".join(map(s.fill, more))


def short(day: Day) -> str:
    """19/5/2021; days below ten and the months one and two carry a zero (Decree 30/2020)."""
    return f"{day.day:02d}/{_month(day.month)}/{day.year}"


def long(day: Day) -> str:
    """ngày 19 tháng 5 năm 2021."""
    pattern: str = PHRASES["forms"]["long"]
    return pattern.format(day=f"{day.day:02d}", month=_month(day.month), year=day.year)


def month(day: Day) -> str:
    """5/2021."""
    return f"{_month(day.month)}/{day.year}"


def quarter(day: Day) -> str:
    """II/2021."""
    return f"{_ROMAN[(day.month - 1) // 3]}/{day.year}"


def person(rng: Random) -> str:
    """An invented name."""
    return " ".join(rng.choice(PLACES["people"][part]) for part in ("families", "middles", "given"))


def capital(text: str) -> str:
    """With its first letter in capitals, as an item begins."""
    return text[:1].upper() + text[1:]


def _month(value: int) -> str:
    return f"{value:02d}" if value < 3 else str(value)  # noqa: PLR2004  # January and February


def _place(s: Slots) -> str:
    """A district or commune of the day, or an invented village."""
    own = s.it.era.province.id.startswith(PLACES["province"])
    if not own or s.rng.random() < _VILLAGE:
        village: str = PLACES["village"]
        return village.format(name=_project(s))
    return named_place(s.rng, s.it.day)


def named_place(rng: Random, day: Day) -> str:
    """A district before they were abolished, a commune after."""
    later = day >= PLACES["communes"]["since"]
    found: str = rng.choice(PLACES["communes" if later else "districts"]["names"])
    return found


def _project(s: Slots) -> str:
    return " ".join(s.rng.choice(PLACES[part]) for part in ("heads", "firsts", "seconds"))


def _form(name: str, **values: Any) -> str:
    pattern: str = PHRASES["forms"][name]
    return pattern.format(**values)


def _percent(s: Slots) -> str:
    return _form("percent", whole=s.rng.randrange(1, 99), part=s.rng.randrange(1, 10))


def _money(s: Slots) -> str:
    return _form("money", whole=s.rng.randrange(1, 990), part=s.rng.randrange(1, 10))


_DRAWN: dict[str, Callable[[Slots], str]] = {
    "noun": lambda s: s.rng.choice(s.it.topic["nouns"]),
    "NOUN": lambda s: s.rng.choice(s.it.topic["nouns"]).upper(),
    "goal": lambda s: s.rng.choice(PHRASES["goals"]),
    "manner": lambda s: s.rng.choice(PHRASES["manners"]),
    "place": _place,
    "project": _project,
    "n": lambda s: str(s.rng.randrange(3, 900)),
    "number": lambda s: str(s.rng.randrange(11, 400)),
    "small": lambda s: str(s.rng.randrange(2, 20)),
    "pct": _percent,
    "money": _money,
    "quarter": lambda s: s.rng.choice(_ROMAN),
    "roman": lambda s: s.rng.choice(_ROMAN),
    "point": lambda s: s.rng.choice(_POINTS),
    "about": lambda s: s.rng.choice(s.it.topic["nouns"]),
}
