"""Paged lists: fixed slots filled oldest first, so that a new document changes the last page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from congvan.language import labels
from congvan.model.document import Document
from congvan.render import keys, routes
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.views import entry, entry_keys

SLOT = 100
"""Documents on one page of a list: about 30 kB of HTML, a second on a slow phone, and a month of a
busy province on ten pages."""

LINKED_AROUND = 3
"""Neighbouring slots that a page links beside the newest and the oldest, so that a full slot's
page does not change each time the list grows."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SlotLink:
    """A page of the list in the row of links."""

    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Slot(Generic[T]):
    """One page of a list. The base address always shows the newest slot; each full slot but that
    has its own address for ever."""

    address: str
    ordinal: int
    items: tuple[T, ...]
    """Newest first."""
    pages: tuple[SlotLink, ...]


def slots(base: str, items: Sequence[T], size: int = SLOT) -> Iterator[Slot[T]]:
    """The pages of a list whose items come oldest first; one empty page for none."""
    count = max(1, -(-len(items) // size))
    for ordinal in range(count, 0, -1):
        part = items[(ordinal - 1) * size : ordinal * size]
        newest = ordinal == count
        yield Slot(
            address=base if newest else routes.slot(base, ordinal),
            ordinal=ordinal,
            items=tuple(reversed(part)),
            pages=tuple(_links(base, ordinal, count)),
        )


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
    title: str
    documents: Sequence[Document]
    """Oldest first."""
    trail: tuple[Crumb, ...]
    shelves: tuple[ShelfLink, ...] = ()
    """Shown above the newest slot."""
    made_from: tuple[str, ...] = ()
    """What title and trail are made from, beside the documents."""


def list_pages(listing: Listing, context: Context) -> Iterator[Page]:
    """The pages of a list of documents."""
    for slot in slots(listing.base, listing.documents):
        yield _page(listing, slot, slot.address == listing.base, context)


def _page(listing: Listing, slot: Slot[Document], newest: bool, context: Context) -> Page:
    title, trail = listing.title, listing.trail
    if not newest:
        trail = (*trail, Crumb(title, listing.base))
        title = labels.say("page.slot", title=title, number=slot.ordinal)
    return Page(
        address=slot.address,
        kind="list",
        title=title,
        description=labels.say("description.list", title=title),
        template="list.md.j2",
        trail=trail,
        made_from=(
            keys.listing(listing.base.strip("/")),
            *listing.made_from,
            *entry_keys(slot.items),
        ),
        context={
            "total": len(listing.documents) if newest else None,
            "shelves": listing.shelves if newest else (),
            "slot": slot,
            "entries": tuple(entry(d, context) for d in slot.items),
            "intro": None,
        },
    )


def _links(base: str, ordinal: int, count: int) -> Iterator[SlotLink]:
    """The newest first, then the slots around this one, then the oldest."""
    around = range(ordinal - LINKED_AROUND, ordinal + LINKED_AROUND + 1)
    wanted = {n for n in around if 0 < n < count} | {1}
    newest = labels.say("page.newest")
    yield SlotLink(newest, base, ordinal == count)
    for n in sorted(wanted - {count}, reverse=True):
        yield SlotLink(str(n), routes.slot(base, n), n == ordinal)
