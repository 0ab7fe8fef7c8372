"""Standing: which documents stand in which tier of the index as it is, kept between builds."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import compress
from typing import Any

from congvan.search.public.files import as_json
from congvan.search.public.members import Member
from congvan.search.public.tiers import Record

FORMAT = 2
"""Raised when an older reader would read the files wrongly."""

_LEVEL = 1
"""Written anew with each change, and read once."""


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier that has been made."""

    level: int
    record: Record
    members: tuple[Member, ...]
    """As they were when it was made, by number."""
    struck: frozenset[int] = frozenset()
    """The numbers of those that have left or stand in a later tier."""

    def live(self) -> Iterator[Member]:
        """Those that still stand here."""
        return compress(self.members, (n not in self.struck for n in range(len(self.members))))

    def without(self, ids: frozenset[str]) -> Tier:
        """The tier with these struck out too."""
        gone = {n for n, member in enumerate(self.members) if member.id in ids}
        return replace(self, struck=self.struck | gone) if gone - self.struck else self


@dataclass(frozen=True, slots=True)
class Standing:
    """The tiers, the oldest first; a level that holds nothing is left out."""

    tiers: tuple[Tier, ...] = ()
    order: str = ""
    """The folder of the file that puts the tiers' documents into one order."""
    sizes: tuple[int, int] = field(default=(0, 0))
    """The bounds by which the tiers were cut."""


def as_bytes(standing: Standing) -> bytes:
    """For the cache; `from_bytes` is its inverse."""
    plain = {
        "format": FORMAT,
        "order": standing.order,
        "sizes": standing.sizes,
        "tiers": [_plain(tier) for tier in standing.tiers],
    }
    return zlib.compress(as_json(plain), _LEVEL)


def from_bytes(state: bytes) -> Standing | None:
    """What stands; None where the state was written by a program of another format."""
    plain = json.loads(zlib.decompress(state))
    if plain["format"] != FORMAT:
        return None
    tiers = tuple(_tier(row) for row in plain["tiers"])
    return Standing(tiers, plain["order"], tuple(plain["sizes"]))


def _plain(tier: Tier) -> dict[str, Any]:
    columns = list(zip(*tier.members, strict=True)) or [(), (), (), ()]
    return {
        "level": tier.level,
        "record": tier.record,
        "columns": columns,
        "struck": sorted(tier.struck),
    }


def _tier(plain: dict[str, Any]) -> Tier:
    members = tuple(map(Member, *plain["columns"]))
    return Tier(plain["level"], plain["record"], members, frozenset(plain["struck"]))
