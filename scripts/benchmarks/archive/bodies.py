"""Bodies of a province as of a day, from the program's own register."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from functools import cache

from benchmarks.archive.shelf import KINDS, PLACES
from congvan.language import register
from congvan.model.agency import LEVEL_WORDS, Agency, Province

_BEFORE_MERGERS = Day(2020, 1, 1)
_AFTER_MERGERS = Day(2026, 1, 1)


class NoRoom(ValueError):
    """More dispatches were asked for than the provinces of the register can number."""


@dataclass(frozen=True, slots=True)
class Era:
    """A province through a span of days in which none of its bodies begins or ends."""

    province: Province
    level: str
    """Its level word, as in "trên địa bàn tỉnh"."""
    place: str
    """Its name without the level."""
    agencies: dict[str, Agency]
    """By kind."""
    names: dict[str, str]
    """What each is called within the province, by kind."""


def era(lap: int, day: Day) -> Era:
    """The province of that lap on a day. Raises NoRoom past the last."""
    return _era(lap, bisect_right(_edges(lap), day))


@cache
def _known() -> register.Register:
    return register.load()


@cache
def provinces() -> tuple[str, ...]:
    """Provinces that number papers without a break: the archive's own, then the others."""
    known = _known()
    living = {unit.id for unit in known.provinces_on(_AFTER_MERGERS)}
    before = [unit.id for unit in known.provinces_on(_BEFORE_MERGERS)]
    lasting = [id_ for id_ in before if id_ in living or f"{id_}-2025" in living]
    own: str = PLACES["province"]
    return (own, *(id_ for id_ in lasting if id_ != own))


@cache
def _units(lap: int) -> tuple[Province, ...]:
    if lap >= len(provinces()):
        raise NoRoom(f"{len(provinces())} provinces")
    known, id_ = _known(), provinces()[lap]
    units = known.provinces_on(_BEFORE_MERGERS) + known.provinces_on(_AFTER_MERGERS)
    return tuple(dict.fromkeys(unit for unit in units if unit.id in {id_, f"{id_}-2025"}))


@cache
def _agencies(lap: int) -> tuple[Agency, ...]:
    return tuple(a for unit in _units(lap) for a in _known().agencies_of(unit.id))


@cache
def _edges(lap: int) -> list[Day]:
    """Days on which a body of the province began, or was there no more."""
    born = {a.born for a in _agencies(lap) if a.born}
    return sorted(born | {a.died + timedelta(days=1) for a in _agencies(lap) if a.died})


@cache
def _era(lap: int, number: int) -> Era:
    edges = _edges(lap)
    first = edges[number - 1] if number else _BEFORE_MERGERS
    unit = next(u for u in reversed(_units(lap)) if u.existed_on(first))
    agencies = {a.kind: a for a in _agencies(lap) if a.existed_on(first)}
    for gone, heir in KINDS["heirs"].items():
        if gone not in agencies and heir in agencies:
            agencies[gone] = agencies[heir]
    names = {kind: agency.short_on(first) for kind, agency in agencies.items()}
    name = unit.name_on(first)
    return Era(unit, LEVEL_WORDS[name.level], name.name, agencies, names)
