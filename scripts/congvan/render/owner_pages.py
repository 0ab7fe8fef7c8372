"""Lists by owner of a number series, so that every part of a document's address leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.language import labels
from congvan.language.collation import sort_key
from congvan.render import designation, keys, routes
from congvan.render.agency_page import year_shelves
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, ShelfLink, list_pages


def owner_pages(context: Context) -> Iterator[Page]:
    """The index of owners, each owner's years, each owner's documents of a year."""
    yield _index(context)
    for owner in context.shelves.owners:
        yield _owner(owner, context)
    for (owner, year), documents in context.shelves.owner_years.items():
        name = designation.owner_name(owner, None, context.register)
        shown = str(year) if year else labels.say("page.unknown_year")
        yield from list_pages(
            Listing(
                base=routes.owner_year(owner, year),
                title=labels.say("page.documents_of_year", year=shown, owner=name),
                documents=documents,
                trail=(*_trail(), Crumb(name, routes.owner(owner))),
                made_from=(keys.agency(owner),),
            ),
            context,
        )


def _index(context: Context) -> Page:
    title = labels.say("page.documents")
    owners = {o: designation.owner_name(o, None, context.register) for o in context.shelves.owners}
    links = tuple(
        ShelfLink(owners[o], routes.owner(o), len(context.archive.issued_by(o)))
        for o in sorted(owners, key=lambda o: (sort_key(owners[o]), o))
    )
    return Page(
        address=routes.DOCUMENTS,
        kind="list",
        title=title,
        description=labels.say("description.list", title=title),
        template="shelves.md.j2",
        trail=_trail()[:1],
        made_from=(keys.listing("van-ban"), *map(keys.agency, owners)),
        context={
            "intro": labels.say("page.documents_intro"),
            "sections": (("", links),) if links else (),
        },
    )


def _owner(owner: str, context: Context) -> Page:
    name = designation.owner_name(owner, None, context.register)
    title = labels.say("page.documents_of", owner=name)
    return Page(
        address=routes.owner(owner),
        kind="list",
        title=title,
        description=labels.say("description.list", title=title),
        template="shelves.md.j2",
        trail=_trail(),
        made_from=(keys.agency(owner), keys.listing(f"van-ban/{owner}")),
        context={"intro": None, "sections": (("", year_shelves(owner, context)),)},
    )


def _trail() -> tuple[Crumb, ...]:
    return (
        Crumb(labels.say("page.home"), routes.HOME),
        Crumb(labels.say("page.documents"), routes.DOCUMENTS),
    )
