"""Lists by type of document."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.language import labels
from congvan.language.collation import sort_key
from congvan.render import designation, routes
from congvan.render.context import Context
from congvan.render.directory import Directory, directory_pages
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


def type_index(context: Context) -> Iterator[Page]:
    """The types that have a document."""
    counts = dict(context.archive.under("type/"))
    names = {id_: designation.type_name(id_) for id_ in counts}
    links = tuple(
        ShelfLink(names[id_], routes.type_(id_), counts[id_])
        for id_ in sorted(names, key=lambda id_: (sort_key(names[id_]), id_))
    )
    yield from directory_pages(
        Directory(
            base=routes.TYPES,
            title=labels.say("page.types"),
            trail=(Crumb(labels.say("page.home"), routes.HOME),),
            sections=(("", links),),
        )
    )
