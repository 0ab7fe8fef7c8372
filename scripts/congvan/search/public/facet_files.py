"""Facets: for each value that narrows a search, its label and its documents."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from congvan.language import collation
from congvan.search.entry import Facet
from congvan.search.public.files import as_json
from congvan.search.public.postings import numbered

KINDS = ("nam", "loai", "ban-hanh", "giao", "gui", "han", "co")
"""Year, type, issuer, given a task, addressed, has a deadline, text held."""


@dataclass(slots=True)
class Facets:
    """The facets met so far, each with the numbers of its documents."""

    found: dict[str, dict[Facet, array[int]]] = field(
        default_factory=lambda: {kind: {} for kind in KINDS}
    )

    def add(self, number: int, facets: Iterable[Facet]) -> None:
        """Notes the facets of a document under its number."""
        for facet in facets:
            self.found[facet.kind].setdefault(facet, array("I")).append(number)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The labels and the lists of each kind, labels in Vietnamese order.

        A value that is printed in several ways has a row for each; readers join them.
        """
        for kind, values in self.found.items():
            rows = sorted(values, key=lambda f: (collation.sort_key(f.label), f.value))
            yield f"labels-{kind}.bin", as_json([[f.value, f.label] for f in rows])
            yield f"facet-{kind}.bin", b"".join(numbered(values[facet]) for facet in rows)
