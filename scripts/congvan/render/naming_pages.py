"""All documents that name one document, paged; where its own page shows the last of them."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.language import labels
from congvan.model.document import Card, Document
from congvan.render import designation, routes
from congvan.render.bounds import WHOLE
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, list_page, longer_than
from congvan.render.trails import trail


def naming_slot(id_: str, ordinal: int, context: Context) -> Iterator[Page]:
    """One page of the documents that name the document of that id; nothing while its own page
    shows them all."""
    card = context.archive.card(id_)
    if naming_address(card, context) is None:
        return
    what = designation.full(card, context.archive)
    listing = Listing(
        base=routes.naming(card.address),
        shelf=f"naming/{id_}",
        title=labels.say("page.naming", what=what),
        trail=(*trail(card, context), Crumb(designation.short(card), card.address)),
    )
    yield list_page(listing, ordinal, context)


def naming_address(document: Card | Document, context: Context) -> str | None:
    """Where the full list stands; None where the page itself shows all."""
    long = longer_than(WHOLE.related, context.archive.shelf(f"naming/{document.id}"))
    return routes.naming(document.address) if long else None
