"""Facets: for each value that narrows a search, its label and its documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from congvan.language import collation
from congvan.search.entry import Entry, Facet
from congvan.search.public.blocks import as_json
from congvan.search.public.postings import numbered
from congvan.search.public.shard_files import packed

KINDS = ("nam", "loai", "ban-hanh", "giao", "gui", "han", "co")
"""Year, type, issuer, given a task, addressed, has a deadline, text held."""


@dataclass(frozen=True, slots=True)
class FacetFiles:
    """One kind: its labels, and the lists of documents in the order of the labels."""

    kind: str
    labels: bytes
    lists: bytes


def facets(entries: Sequence[Entry]) -> Iterator[FacetFiles]:
    """Both files of each kind. Years stand newest first, all else in Vietnamese order."""
    found: dict[str, dict[Facet, list[int]]] = {kind: {} for kind in KINDS}
    for number, entry in enumerate(entries):
        for facet in entry.facets:
            found[facet.kind].setdefault(facet, []).append(number)
    for kind, values in found.items():
        rows = sorted(values, key=lambda f: (collation.sort_key(f.label), f.value))
        if kind == "nam":
            rows.reverse()
        lists = b"".join(numbered(values[facet]) for facet in rows)
        yield FacetFiles(kind, packed(as_json([[f.value, f.label] for f in rows])), packed(lists))
