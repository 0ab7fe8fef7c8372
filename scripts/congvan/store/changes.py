"""What has changed in one build: which questions have other answers now, and which subjects are to
be looked at again."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Changes:
    """Grows while documents are stored; emptied into the cache by `units.spread`."""

    questions: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    """Ids of documents that others began or ceased to name."""
    shelves: dict[str, str] = field(default_factory=dict)
    """Shelves with other places, each with the first order at which it differs."""

    def on_shelf(self, name: str, order: str) -> None:
        """Notes that a place of a shelf came, went or changed."""
        self.shelves[name] = min(order, self.shelves.get(name, order))
