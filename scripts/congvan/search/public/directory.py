"""The directory: what tiers there are, and how their documents stand in one order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from congvan.model.output import Output
from congvan.search.public.facet_files import KINDS
from congvan.search.public.files import STAMP, as_json, packed, stamped
from congvan.search.public.members import newest_first
from congvan.search.public.planning import Plan
from congvan.search.public.postings import numbered, varint
from congvan.search.public.standing import FORMAT, Standing, Tier, as_bytes, from_bytes
from congvan.search.public.tiers import FOLDER, Record, paths_of

ORDER = "order.bin"


@dataclass(frozen=True, slots=True)
class Directory:
    """What is written last, and what is kept for the next build."""

    outputs: tuple[Output, ...]
    state: bytes
    gone: tuple[str, ...]
    """Paths of files of the last build that the index has no more."""


def directory(plan: Plan, records: Iterable[Record]) -> Directory:
    """The directory over the tiers that stay and those made, their records in the plan's order."""
    made = (
        Tier(tier.level, record, tier.members)
        for tier, record in zip(plan.make, records, strict=True)
    )
    tiers = tuple(sorted((*plan.kept, *made), key=lambda tier: tier.level))
    order = packed(_order(tiers))
    stamp = sha256(order).digest()
    folder = stamp[:STAMP].hex()
    state = as_bytes(Standing(tiers, folder, (plan.sizes.delta, plan.sizes.middle)))
    plain = {
        "format": FORMAT,
        "documents": sum(len(tier.members) - len(tier.struck) for tier in tiers),
        "order": folder,
        "facets": KINDS,
        "tiers": [tier.record for tier in tiers],
    }
    outputs = (
        Output("site", f"{FOLDER}/{folder}/{ORDER}", stamped(stamp, order)),
        Output("site", f"{FOLDER}/index.json", as_json(plain)),
    )
    known = set(_paths(Standing(tiers, folder)))
    gone = tuple(path for path in _paths(plan.before) if path not in known)
    return Directory(outputs, state, gone)


def paths(state: bytes) -> Iterator[str]:
    """The paths of all files of the index but the texts. Raises ValueError for another format."""
    standing = from_bytes(state)
    if standing is None:
        raise ValueError("a state of another format")
    yield from _paths(standing)


def _paths(standing: Standing) -> Iterator[str]:
    for tier in standing.tiers:
        yield from paths_of(tier.record, KINDS)
    if standing.order:
        yield f"{FOLDER}/{standing.order}/{ORDER}"
        yield f"{FOLDER}/index.json"


def _order(tiers: Sequence[Tier]) -> bytes:
    """What is struck out in each tier; then, of each tier but the first, how many documents of
    the earlier ones stand before each of its own."""
    written = bytearray(b"".join(numbered(tier.struck) for tier in tiers))
    earlier = sorted(map(newest_first, tiers[0].members)) if tiers else []
    for tier in tiers[1:]:
        own = [newest_first(member) for member in tier.members]
        before = 0
        for key in own:
            place = bisect_left(earlier, key)
            written += varint(place - before)
            before = place
        earlier = sorted((*earlier, *own))
    return bytes(written)
