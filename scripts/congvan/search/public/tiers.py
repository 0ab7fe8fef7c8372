"""Tiers: the files of one part of the index, made from a stream of extracts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congvan.model.output import Output
from congvan.search.public.extracts import SORTS, Extract
from congvan.search.public.facet_files import Facets
from congvan.search.public.files import Spool, as_json
from congvan.search.public.inverted import Inverted
from congvan.search.public.members import FAR, Member
from congvan.search.public.postings import varint
from congvan.search.public.shards import shards

FOLDER = "chi-muc"
"""Below the site's root."""

CARDS = 24
"""Documents in one file of cards: more would be fetched in vain, since hits lie scattered."""

Record = dict[str, Any]
"""What the directory says of a tier."""


@dataclass(frozen=True, slots=True)
class TierPlan:
    """A tier to be made."""

    level: int
    """0 for the base, 1 for the middle, 2 for the delta."""
    members: tuple[Member, ...]
    """Newest first: the order in which their extracts must come."""
    shard: int
    """The size of its shards before compression."""


@dataclass(frozen=True, slots=True)
class Made:
    """A tier whose files are put aside until they are asked for."""

    plan: TierPlan
    record: Record
    spool: Spool

    def outputs(self) -> Iterator[Output]:
        """The files, read from where they were put aside."""
        for name, content in self.spool.stamped():
            yield Output("site", f"{FOLDER}/{self.record['folder']}/{name}", content)


@contextmanager
def making(
    tier: TierPlan, extracts: Iterable[Extract], folder: Path | None = None
) -> Iterator[Made]:
    """Makes a tier from the extracts of its members, in their order, read once.

    What does not fit in memory is put into a temporary folder (in `folder`) until the end of the
    `with`. Raises ValueError where an extract is not that of the member whose turn it is.
    """
    with tempfile.TemporaryDirectory(prefix="chi-muc-", dir=folder) as name:
        temporary = Path(name)
        with (temporary / "files").open("w+b") as file:
            spool = Spool(file)
            record = _write(tier, extracts, spool, temporary)
            yield Made(tier, {"folder": spool.stamp().hex(), **record}, spool)


def _write(
    tier: TierPlan, extracts: Iterable[Extract], spool: Spool, temporary: Path
) -> dict[str, Any]:
    inverted, facets = Inverted(temporary), Facets()
    cards: list[bytes] = []
    for number, (member, extract) in enumerate(zip(tier.members, extracts, strict=True)):
        if extract.member != member:
            raise ValueError(f"{member} was planned, {extract.member} came")
        inverted.add(number, extract.terms)
        facets.add(number, extract.facets)
        cards.append(extract.card)
        if len(cards) == CARDS:
            _put_cards(spool, number // CARDS, cards)
    if cards:
        _put_cards(spool, len(tier.members) // CARDS, cards)
    spool.put("days.bin", _days(tier.members))
    for name, content in facets.files():
        spool.put(name, content)
    return {
        "documents": len(tier.members),
        "dated": sum(member.dated for member in tier.members),
        "cards": CARDS,
        "shards": _put_shards(spool, inverted, tier.shard),
    }


def _put_cards(spool: Spool, at: int, cards: list[bytes]) -> None:
    spool.put(f"cards-{at}.bin", b"[" + b",".join(cards) + b"]")
    cards.clear()


def _put_shards(spool: Spool, inverted: Inverted, size: int) -> dict[str, int]:
    """The shards of each sort with their borders in one file; how many there are."""
    borders: dict[str, list[str]] = {sort: [] for sort in SORTS}
    for sort in SORTS:
        for i, shard in enumerate(shards(inverted.entries(sort), size)):
            spool.put(f"{sort}-{i}.bin", shard.content)
            borders[sort].append(shard.border)
    spool.put("borders.bin", as_json(borders))
    return {sort: len(found) for sort, found in borders.items()}


def _days(members: Iterable[Member]) -> bytes:
    """Of each dated document how far back its last day lies, and how long before it the first."""
    written = bytearray()
    before = FAR
    for member in members:
        if member.dated:
            written += varint(before - member.latest) + varint(member.latest - member.earliest)
            before = member.latest
    return bytes(written)


def paths_of(record: Record, kinds: Iterable[str]) -> Iterator[str]:
    """The paths of all files of a tier."""
    names = ["days.bin", "borders.bin"]
    names += [f"{what}-{kind}.bin" for kind in kinds for what in ("labels", "facet")]
    names += [f"cards-{i}.bin" for i in range(-(-record["documents"] // record["cards"]))]
    names += [f"{sort}-{i}.bin" for sort, count in record["shards"].items() for i in range(count)]
    yield from (f"{FOLDER}/{record['folder']}/{name}" for name in names)
