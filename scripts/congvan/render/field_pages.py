"""Lists by drafting field: the unit that drafted a dispatch, decoded from its symbol."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.language import labels
from congvan.language.collation import sort_key
from congvan.render import keys, routes
from congvan.render.context import Context
from congvan.render.metadata import FieldView, field_view
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, ShelfLink, list_pages


def field_pages(context: Context) -> Iterator[Page]:
    """The index of fields, then every field with its held documents."""
    home = Crumb(labels.say("page.home"), routes.HOME)
    title = labels.say("page.fields")
    shelves = context.shelves.fields
    views = [view for view in map(field_view, shelves) if view is not None]
    links = tuple(
        ShelfLink(_title(view), view.address, len(shelves[view.letters]))
        for view in sorted(views, key=lambda v: (sort_key(_title(v)), v.letters))
    )
    yield Page(
        address=routes.FIELDS,
        kind="list",
        title=title,
        description=labels.say("description.list", title=title),
        template="shelves.md.j2",
        trail=(home,),
        made_from=(keys.listing("linh-vuc"),),
        context={
            "intro": labels.say("page.fields_intro"),
            "sections": (("", links),) if links else (),
        },
    )
    for view in views:
        yield from list_pages(
            Listing(
                base=view.address,
                title=_title(view),
                documents=shelves[view.letters],
                trail=(home, Crumb(title, routes.FIELDS)),
            ),
            context,
        )


def _title(view: FieldView) -> str:
    if view.name is None:
        return view.letters
    return labels.say("page.field", name=view.name, letters=view.letters)
