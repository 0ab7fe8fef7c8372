"""Paged lists: fixed slots filled oldest first, so that a new document changes the last page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from congvan.language import labels
from congvan.model.archive import SLOT, Place, Shelf
from congvan.render import routes
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.views import entries

LINKED_AROUND = 3
"""Neighbouring slots that a page links beside the newest and the oldest, so that a full slot's
page does not change each time the list grows."""


@dataclass(frozen=True, slots=True)
class SlotLink:
    """A page of the list in the row of links."""

    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """One page of a list. The base address always shows the newest slot; each full slot but that
    has its own address for ever."""

    address: str
    ordinal: int
    newest: bool
    places: tuple[Place, ...]
    """Newest first."""
    pages: tuple[SlotLink, ...]


def slot_of(base: str, shelf: Shelf, ordinal: int) -> Slot:
    """A page of a list. It asks whether there are slots beyond, never how much there is, so that
    a full slot is not made again because the list has grown."""
    newest = not shelf.has_slot(ordinal + 1)
    return Slot(
        address=base if newest else routes.slot(base, ordinal),
        ordinal=ordinal,
        newest=newest,
        places=tuple(reversed(shelf.slot(ordinal))),
        pages=tuple(_links(base, shelf, ordinal)),
    )


def newest_slot(base: str, shelf: Shelf) -> Slot:
    """The page at the base address, empty where nothing stands on the shelf."""
    return slot_of(base, shelf, max(1, -(-len(shelf) // SLOT)))


def longer_than(number: int, shelf: Shelf) -> bool:
    """Whether more than so many stand on a shelf, `number` below SLOT; asks for the count only
    where one slot holds them all."""
    return shelf.has_slot(2) or len(shelf) > number


@dataclass(frozen=True, slots=True)
class ShelfLink:
    """A link to a list, with how much stands there."""

    title: str
    address: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of documents before it is cut into pages."""

    base: str
    shelf: str
    title: str
    trail: tuple[Crumb, ...]
    links: Callable[[], tuple[ShelfLink, ...]] = tuple
    """Shown above the newest slot, and asked for there alone."""


def list_page(listing: Listing, ordinal: int, context: Context) -> Page:
    """One page of a list of documents."""
    shelf = context.archive.shelf(listing.shelf)
    slot = slot_of(listing.base, shelf, ordinal)
    title, trail = listing.title, listing.trail
    if not slot.newest:
        trail = (*trail, Crumb(title, listing.base))
        title = labels.say("page.slot", title=title, number=ordinal)
    return Page(
        address=slot.address,
        kind="list",
        title=title,
        description=labels.say("description.list", title=title),
        template="list.md.j2",
        trail=trail,
        context={
            "total": len(shelf) if slot.newest else None,
            "shelves": listing.links() if slot.newest else (),
            "slot": slot,
            "entries": entries(slot.places, context),
            "intro": None,
        },
    )


def _links(base: str, shelf: Shelf, ordinal: int) -> Iterator[SlotLink]:
    """The newest first, then the slots around this one, then the oldest."""
    around = range(ordinal, ordinal + LINKED_AROUND + 1)
    above = list(takewhile(lambda n: shelf.has_slot(n + 1), around))
    below = range(max(1, ordinal - LINKED_AROUND), ordinal)
    yield SlotLink(labels.say("page.newest"), base, not above)
    for n in sorted({*above, *below, *([1] if ordinal > 1 else [])}, reverse=True):
        yield SlotLink(str(n), routes.slot(base, n), n == ordinal)
