"""Planning: which tiers are made anew when documents come, change or go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from congvan.search.public.members import Member, as_it_came, newest_first
from congvan.search.public.standing import Standing, Tier, from_bytes
from congvan.search.public.tiers import TierPlan

BASE, MIDDLE, DELTA = range(3)

_SHARDS = {BASE: 60_000, MIDDLE: 16_000, DELTA: 8_000}
"""Bytes of a shard before compression: 20 kB after it is what one request is well spent on, and a
search asks every tier. Small tiers have few terms between two borders all the same."""

_MOST_STRUCK = 4
"""A base or middle of which more than the fourth part is struck out is not worth keeping."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """At what numbers of documents the tiers are cut.

    The base holds the greatest multiple of `middle`, the middle that of `delta` of what is left:
    so the base stays for thousands of new documents and the middle for a hundred.
    """

    delta: int = 128
    middle: int = 4096


SIZES = Sizes()


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made, and what stays."""

    make: tuple[TierPlan, ...]
    kept: tuple[Tier, ...]
    """Tiers that stay as they are but for what is struck out."""
    before: Standing
    sizes: Sizes


def plan(
    state: bytes | None,
    changed: Iterable[Member],
    removed: Iterable[str] = (),
    sizes: Sizes = SIZES,
) -> Plan:
    """What new, changed and removed documents make necessary.

    `state` is what `directory` gave after the last build; without one `changed` must be all
    documents. One of a format that `is_usable` does not know counts as none.
    """
    before = (from_bytes(state) if state else None) or Standing()
    coming = {member.id: member for member in changed}
    gone = frozenset(coming) | frozenset(removed)
    struck = {tier.level: tier.without(gone) for tier in before.tiers}
    same = before.sizes == (sizes.delta, sizes.middle)
    level = _level(struck, len(coming), sizes) if same else BASE
    waiting = [*_live(struck, level), *coming.values()]
    kept = tuple(tier for tier in struck.values() if tier.level < level)
    make = _cut(waiting, level, sizes)
    if level == DELTA and not coming and struck.get(DELTA) in before.tiers:
        # Nothing came or left there: it stays, and what was struck out elsewhere is only told.
        kept, make = tuple(struck.values()), ()
    return Plan(make, kept, before, sizes)


def is_usable(state: bytes | None) -> bool:
    """Whether a state can be planned from; otherwise all documents must be given."""
    return state is not None and from_bytes(state) is not None


def _live(tiers: dict[int, Tier], level: int) -> list[Member]:
    """The documents that stand in a level or a later one."""
    return [m for tier in tiers.values() if tier.level >= level for m in tier.live()]


def _level(tiers: dict[int, Tier], coming: int, sizes: Sizes) -> int:
    """The first level that must be made anew."""
    if any(_worn(tier) for tier in tiers.values() if tier.level == BASE):
        return BASE
    if len(_live(tiers, MIDDLE)) + coming >= sizes.middle:
        return BASE
    if any(_worn(tier) for tier in tiers.values() if tier.level == MIDDLE):
        return MIDDLE
    if len(_live(tiers, DELTA)) + coming >= sizes.delta:
        return MIDDLE
    return DELTA


def _worn(tier: Tier) -> bool:
    return len(tier.struck) * _MOST_STRUCK > len(tier.members)


def _cut(members: list[Member], first: int, sizes: Sizes) -> tuple[TierPlan, ...]:
    """Members cut into levels from `first` on by when they came; empty levels are left out."""
    waiting = sorted(members, key=as_it_came)
    made = []
    for level, size in ((BASE, sizes.middle), (MIDDLE, sizes.delta), (DELTA, 1)):
        if level >= first:
            taken = len(waiting) // size * size
            own, waiting = waiting[:taken], waiting[taken:]
            if own:
                order = tuple(sorted(own, key=newest_first))
                made.append(TierPlan(level, order, _SHARDS[level]))
    return tuple(made)
