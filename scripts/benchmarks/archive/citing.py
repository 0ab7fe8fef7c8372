"""Which documents dispatch i cites."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from random import Random

from benchmarks.archive.chance import steep, weighted
from benchmarks.archive.identity import Identity, Recipe, identity
from benchmarks.archive.outside import Known, central, ministry_letter, party_plan
from benchmarks.archive.prose import subject

_HUBS = 3000
"""Dispatches at the beginning of a province among which are those that hundreds cite."""
_HUB_TYPES = {"ke-hoach", "quyet-dinh", "chi-thi", "nghi-quyet"}
_STEEPNESS = 2
_IN_FORCE = timedelta(days=3 * 365)
"""How long a plan is cited."""
_NO_TIME = timedelta(0)
_DRAWN = 6
_MOST = 9
_FIRST = {"party": 35, "ministry": 35, "hub": 18, "recent": 12}
_FURTHER = {"central": 30, "hub": 25, "recent": 30, "party": 12, "ministry": 3}
_TAIL = 1.1
"""How heavy the tail of the count of citations is: Pareto's exponent."""


def cited_by(recipe: Recipe, it: Identity, rng: Random) -> tuple[Known, ...]:
    """What a dispatch cites, the one it follows first; each document once."""
    count = min(_MOST, int(rng.paretovariate(_TAIL)) - 1)
    sources = [weighted(rng, _FIRST), *(weighted(rng, _FURTHER) for _ in range(count))]
    found = (_drawn(source, recipe, it, rng) for source in sources)
    first: dict[str, Known] = {}
    for known in found:
        if known is not None:
            first.setdefault(known.code, known)
    return tuple(first.values())


def _drawn(source: str, recipe: Recipe, it: Identity, rng: Random) -> Known | None:
    found: Known | None = None
    if source == "party":
        found = party_plan(recipe, rng, it.lap, it.day)
    elif source == "hub":
        found = _hub(recipe, it, rng)
    elif source == "recent":
        found = _recent(recipe, it, rng)
    elif source == "ministry":
        return ministry_letter(recipe, rng, it.topic["ministry"], it.day)
    return found or central(rng, it.day)


def _recent(recipe: Recipe, it: Identity, rng: Random) -> Known | None:
    """The latest of some dispatches that stand before this one in the archive and in time."""
    first = it.lap * recipe.per_province
    if it.index == first:
        return None
    drawn = (identity(recipe, rng.randrange(first, it.index)) for _ in range(_DRAWN))
    earlier = [other for other in drawn if other.day < it.day and not other.blank]
    return _known(recipe, max(earlier, key=lambda other: other.day), it) if earlier else None


def _hub(recipe: Recipe, it: Identity, rng: Random) -> Known | None:
    hubs = _hubs(recipe, it.lap)
    for _ in range(_DRAWN):
        other = identity(recipe, steep(rng, hubs, _STEEPNESS))
        if other.index < it.index and _IN_FORCE > it.day - other.day > _NO_TIME:
            return _known(recipe, other, it)
    return None


@lru_cache(maxsize=8)
def _hubs(recipe: Recipe, lap: int) -> tuple[int, ...]:
    def every() -> Iterator[int]:
        first = lap * recipe.per_province
        for index in range(first, first + min(_HUBS, recipe.per_province)):
            other = identity(recipe, index)
            if other.kind["id"] in _HUB_TYPES and not other.blank:
                yield index

    return tuple(every())


def _known(recipe: Recipe, other: Identity, it: Identity) -> Known:
    """By its name within the province; in full where the citing paper is of a later unit."""
    same = other.era.province == it.era.province
    issuer = other.issuer if same else other.agency.name_on(other.day)
    about = subject(recipe, other)
    return Known(other.type_name, other.code, other.day, issuer, about, held=other.id)
