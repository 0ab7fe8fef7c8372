"""Lists by type of document."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.language import labels
from congvan.language.collation import sort_key
from congvan.render import designation, keys, routes
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, ShelfLink, list_pages


def type_pages(context: Context) -> Iterator[Page]:
    """The index of types, then every type that has a document."""
    home = Crumb(labels.say("page.home"), routes.HOME)
    title = labels.say("page.types")
    names = {id_: designation.type_name(id_) for id_ in context.archive.types}
    links = tuple(
        ShelfLink(names[id_], routes.type_(id_), len(context.archive.of_type(id_)))
        for id_ in sorted(names, key=lambda id_: (sort_key(names[id_]), id_))
    )
    yield Page(
        address=routes.TYPES,
        kind="list",
        title=title,
        description=labels.say("description.list", title=title),
        template="shelves.md.j2",
        trail=(home,),
        made_from=(keys.listing("loai"),),
        context={"intro": None, "sections": (("", links),) if links else ()},
    )
    for id_, name in names.items():
        yield from list_pages(
            Listing(
                base=routes.type_(id_),
                title=name,
                documents=context.archive.of_type(id_),
                trail=(home, Crumb(title, routes.TYPES)),
            ),
            context,
        )
