"""Lists by type of document."""

from __future__ import annotations

from congvan.language import labels
from congvan.language.collation import sort_key
from congvan.render import designation, routes
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, ShelfLink, list_page


def type_slot(type_: str, ordinal: int, context: Context) -> Page:
    """One page of the documents of a type."""
    listing = Listing(
        base=routes.type_(type_),
        shelf=f"type/{type_}",
        title=designation.type_name(type_),
        trail=(
            Crumb(labels.say("page.home"), routes.HOME),
            Crumb(labels.say("page.types"), routes.TYPES),
        ),
    )
    return list_page(listing, ordinal, context)


def type_index(context: Context) -> Page:
    """The types that have a document."""
    title = labels.say("page.types")
    counts = dict(context.archive.under("type/"))
    names = {id_: designation.type_name(id_) for id_ in counts}
    links = tuple(
        ShelfLink(names[id_], routes.type_(id_), counts[id_])
        for id_ in sorted(names, key=lambda id_: (sort_key(names[id_]), id_))
    )
    return Page(
        address=routes.TYPES,
        kind="list",
        title=title,
        description=labels.say("description.list", title=title),
        template="shelves.md.j2",
        trail=(Crumb(labels.say("page.home"), routes.HOME),),
        context={"intro": None, "sections": (("", links),) if links else ()},
    )
