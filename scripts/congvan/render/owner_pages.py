"""Lists by owner of a number series, so that every part of a document's address leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.language import labels
from congvan.language.collation import sort_key
from congvan.render import designation, routes
from congvan.render.context import Context
from congvan.render.directory import Directory, directory_pages
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, ShelfLink, list_page


def owner_year_slot(name: str, ordinal: int, context: Context) -> Page:
    """One page of an owner's documents of a year, "ubnd-dak-lak/2021"."""
    owner, _, year = name.partition("/")
    called = designation.owner_name(owner, None, context.archive)
    shown = str(int(year)) if int(year) else labels.say("page.unknown_year")
    listing = Listing(
        base=routes.owner_year(owner, int(year)),
        shelf=f"owner-year/{name}",
        title=labels.say("page.documents_of_year", year=shown, owner=called),
        trail=(*_trail(), Crumb(called, routes.owner(owner))),
    )
    return list_page(listing, ordinal, context)


def owner_page(owner: str, context: Context) -> Iterator[Page]:
    """The years of one owner."""
    name = designation.owner_name(owner, None, context.archive)
    yield from directory_pages(
        Directory(
            base=routes.owner(owner),
            title=labels.say("page.documents_of", owner=name),
            trail=_trail(),
            sections=(("", year_shelves(owner, context)),),
        )
    )


def owner_index(context: Context) -> Iterator[Page]:
    """The owners, with the number of their documents."""
    counts = dict(context.archive.under("owner/"))
    owners = {o: designation.owner_name(o, None, context.archive) for o in counts}
    links = tuple(
        ShelfLink(owners[o], routes.owner(o), counts[o])
        for o in sorted(owners, key=lambda o: (sort_key(owners[o]), o))
    )
    yield from directory_pages(
        Directory(
            base=routes.DOCUMENTS,
            title=labels.say("page.documents"),
            trail=_trail()[:1],
            sections=(("", links),),
            intro=labels.say("page.documents_intro"),
        )
    )


def year_shelves(owner: str, context: Context) -> tuple[ShelfLink, ...]:
    """An owner's years, the latest first, with the number of documents."""
    years = ((int(y), n) for y, n in context.archive.under(f"owner-year/{owner}/"))
    return tuple(
        ShelfLink(
            labels.say("page.year_of", year=year) if year else labels.say("page.unknown_year"),
            routes.owner_year(owner, year),
            count,
        )
        for year, count in sorted(years, reverse=True)
    )


def _trail() -> tuple[Crumb, ...]:
    return (
        Crumb(labels.say("page.home"), routes.HOME),
        Crumb(labels.say("page.documents"), routes.DOCUMENTS),
    )
