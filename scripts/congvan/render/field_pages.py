"""Lists by drafting field: the unit that drafted a dispatch, decoded from its symbol."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from congvan.language import labels
from congvan.language.collation import sort_key
from congvan.render import routes
from congvan.render.context import Context
from congvan.render.directory import Directory, directory_pages
from congvan.render.metadata import FieldView, field_view
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, ShelfLink, list_page


def field_slot(name: str, ordinal: int, context: Context) -> Page:
    """One page of the held documents of a field, by its letters as the shelf's name quotes them."""
    view = field_view(unquote(name))
    listing = Listing(
        base=view.address,
        shelf=f"field/{name}",
        title=_title(view),
        trail=(
            Crumb(labels.say("page.home"), routes.HOME),
            Crumb(labels.say("page.fields"), routes.FIELDS),
        ),
    )
    return list_page(listing, ordinal, context)


def field_index(context: Context) -> Iterator[Page]:
    """The fields that have a document."""
    found = [(field_view(unquote(name)), n) for name, n in context.archive.under("field/")]
    found.sort(key=lambda pair: (sort_key(_title(pair[0])), pair[0].letters))
    links = tuple(ShelfLink(_title(view), view.address, count) for view, count in found)
    yield from directory_pages(
        Directory(
            base=routes.FIELDS,
            title=labels.say("page.fields"),
            trail=(Crumb(labels.say("page.home"), routes.HOME),),
            sections=(("", links),),
            intro=labels.say("page.fields_intro"),
        )
    )


def _title(view: FieldView) -> str:
    if view.name is None:
        return view.letters
    return labels.say("page.field", name=view.name, letters=view.letters)
