"""Addresses that lead on: /id/<id>/, old addresses, and what is left of a withdrawn document."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.language import labels
from congvan.model.document import Document, Tombstone
from congvan.model.link import Party
from congvan.render import designation, keys, routes
from congvan.render.context import Context
from congvan.render.page import Crumb, Page, href
from congvan.render.views import date_view, party_view


def permanent_pages(context: Context) -> Iterator[Page]:
    """A redirect for each document and tombstone, then the old addresses, then the tombstones."""
    for document in context.archive.documents:
        yield redirect(routes.permanent(document.id), document, context)
    for old, id_ in context.archive.redirects:
        yield redirect(
            _tidy(old), context.archive.document(id_), context, keys.listing("redirects")
        )
    for tombstone in context.archive.tombstones:
        yield redirect(routes.permanent(tombstone.id), tombstone, context)
        for alias in tombstone.aliases:
            yield redirect(_tidy(alias), tombstone, context)
        yield _tombstone(tombstone, context)


def _tidy(address: str) -> str:
    return address.strip("/") + "/"


def redirect(address: str, target: Document | Tombstone, context: Context, *further: str) -> Page:
    """A page that leads on; the theme adds the refresh, this is what a reader sees without it."""
    what = designation.full(target, context.register)
    key = keys.document if isinstance(target, Document) else keys.tombstone
    return Page(
        address=address,
        kind="redirect",
        title=labels.say("page.redirect", what=what),
        template="redirect.md.j2",
        canonical=target.address,
        noindex=True,
        made_from=(key(target.id), keys.agency(target.owner), *further),
        context={"target": target.address, "what": what},
        extra={"redirect": href(address, target.address)},
    )


def _tombstone(tombstone: Tombstone, context: Context) -> Page:
    owner = designation.owner_name(tombstone.owner, tombstone.date, context.register)
    return Page(
        address=tombstone.address,
        kind="tombstone",
        title=designation.full(tombstone, context.register),
        template="tombstone.md.j2",
        trail=(
            Crumb(labels.say("page.home"), routes.HOME),
            Crumb(labels.say("page.documents"), routes.DOCUMENTS),
        ),
        noindex=True,
        made_from=(keys.tombstone(tombstone.id), keys.agency(tombstone.owner)),
        context={
            "heading": designation.short(tombstone),
            "issuer": party_view(Party(owner, agency=tombstone.owner), context),
            "tombstone": tombstone,
            "symbol": designation.blank_symbol(tombstone.symbol),
            "date": date_view(tombstone.date) if tombstone.date else None,
        },
    )
