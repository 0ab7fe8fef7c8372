"""The archive: asked, one question at a time, and never walked document by document.

Every question has a name, "card:k7d2m9qa" or "slot:year/2021:3". Whoever answers can therefore
note what a page was made from, and a page can be made wherever the answers have been sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date as Day
from typing import Any

from congvan.model.agency import Agency, Group, Province
from congvan.model.document import Card, Document, Relation, Task, Tombstone
from congvan.model.link import Link
from congvan.model.outline import Item

NO_DATE = 0
"""The year under which documents without any date are listed."""

SLOT = 100
"""Places in one slot of a shelf: about 30 kB of HTML, a second on a slow phone, and a month of a
busy province on ten pages."""

Ask = Callable[[str], Any]
"""Answers a question by its name: see the methods of Archive for what each answer is."""


@dataclass(frozen=True, slots=True)
class Place:
    """What stands on a shelf: a document, or one of its tasks."""

    document: str
    task: int | None = None
    """The task's ordinal in its document."""
    note: str | None = None
    """What the shelf says of it: the group through which a document reached an agency."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Places in a fixed order, cut into slots of SLOT, the oldest in slot 1."""

    name: str
    """"year/2021", "addressed/so-noi-vu-dak-lak"."""
    ask: Ask

    def __len__(self) -> int:
        """How many places there are. Whoever asks is made again each time the shelf grows."""
        return int(self.ask(f"count:{self.name}"))

    def slot(self, ordinal: int) -> tuple[Place, ...]:
        """The places of a slot, from 1; () beyond the last."""
        found: tuple[Place, ...] = self.ask(f"slot:{self.name}:{ordinal}")
        return found

    def has_slot(self, ordinal: int) -> bool:
        """Whether there is such a slot: asks less than `len`, and changes more rarely."""
        return bool(self.ask(f"has-slot:{self.name}:{ordinal}"))

    def last(self, number: int) -> tuple[Place, ...]:
        """The last places, oldest first."""
        count = len(self)
        first = max(0, count - number)
        slots = range(first // SLOT + 1, -(-count // SLOT) + 1)
        places = [place for ordinal in slots for place in self.slot(ordinal)]
        return tuple(places[len(places) - (count - first) :])

    def places(self) -> Iterator[Place]:
        """Every place; for what must see the whole shelf."""
        for ordinal in range(1, -(-len(self) // SLOT) + 1):
            yield from self.slot(ordinal)


@dataclass(frozen=True, slots=True)
class Archive:
    """The public archive after resolving. Raises KeyError for a document that there is not."""

    ask: Ask

    def document(self, id_: str) -> Document:
        """Everything of one document. Of others than the page's own ask for less: `card`."""
        found: Document = self._known(f"document:{id_}")
        return found

    def card(self, id_: str) -> Card:
        """What lists and links show of a document."""
        found: Card = self._known(f"card:{id_}")
        return found

    def outline(self, id_: str) -> tuple[Item, ...]:
        """The outline of a document's body; () for a stub."""
        found: tuple[Item, ...] = self._known(f"outline:{id_}")
        return found

    def links(self, id_: str) -> tuple[Link, ...]:
        """The citations of a document with what they point at."""
        found: tuple[Link, ...] = self._known(f"links:{id_}")
        return found

    def tasks(self, id_: str) -> tuple[Task, ...]:
        """The tasks that a document gives, in its order."""
        found: tuple[Task, ...] = self._known(f"tasks:{id_}")
        return found

    def relations_from(self, id_: str) -> tuple[Relation, ...]:
        """What the document does to others: implements, cites, replaces …"""
        found: tuple[Relation, ...] = self.ask(f"relations-from:{id_}")
        return found

    def relations_to(self, id_: str) -> tuple[Relation, ...]:
        """What others do to the document, the oldest of them first."""
        found: tuple[Relation, ...] = self.ask(f"relations-to:{id_}")
        return found

    def tombstone(self, id_: str) -> Tombstone:
        """What is left of a withdrawn document."""
        found: Tombstone = self._known(f"tombstone:{id_}")
        return found

    def tombstones(self) -> tuple[str, ...]:
        """The ids of all withdrawn documents, sorted."""
        found: tuple[str, ...] = self.ask("tombstones:")
        return found

    def old_addresses(self) -> tuple[str, ...]:
        """Every old address that leads on, with a closing slash, sorted."""
        found: tuple[str, ...] = self.ask("old-addresses:")
        return found

    def moved(self, address: str) -> str:
        """The id of the document, or of the tombstone, that an old address leads to."""
        found: str = self._known(f"moved:{address}")
        return found

    def shelf(self, name: str) -> Shelf:
        """A shelf by its name; one that nothing stands on is empty."""
        return Shelf(name, self.ask)

    def under(self, prefix: str) -> tuple[tuple[str, int], ...]:
        """What follows the prefix in the names of the shelves that begin with it, where that holds
        no "/", each with the number of its places, sorted: for "year/" (("2020", 7), ("2021", 9)).
        """
        found: tuple[tuple[str, int], ...] = self.ask(f"under:{prefix}")
        return found

    def has_page(self, agency: str) -> bool:
        """Whether an agency has a page to link to."""
        return bool(self.ask(f"has-page:{agency}"))

    def agency(self, id_: str) -> Agency | None:
        """A body as the register describes it; None where it knows none of that id."""
        found: Agency | None = self.ask(f"agency:{id_}")
        return found

    def province(self, id_: str) -> Province:
        """A provincial unit of the register. Raises KeyError where there is none."""
        found: Province = self._known(f"province:{id_}")
        return found

    def group(self, name: str, day: Day | None, province: str | None) -> Group | None:
        """The group that a printed line stands for on a day in a province, with its members."""
        on = day.isoformat() if day else ""
        found: Group | None = self.ask(f"group:{on}:{province or ''}:{name}")
        return found

    def agencies(self) -> tuple[str, ...]:
        """Every agency that has a page, sorted by id."""
        found: tuple[str, ...] = self.ask("agencies:")
        return found

    def _known(self, question: str) -> Any:
        answer = self.ask(question)
        if answer is None:
            raise KeyError(question)
        return answer


def year_of(document: Document | Card) -> int:
    """The year a document is listed under."""
    return NO_DATE if document.date is None else document.date.year
