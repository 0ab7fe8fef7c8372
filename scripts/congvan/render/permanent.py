"""Addresses that lead on: /id/<id>/, old addresses, and what is left of a withdrawn document."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.language import labels
from congvan.model.document import Card, Document, Tombstone
from congvan.model.link import Party
from congvan.render import designation, routes
from congvan.render.context import Context
from congvan.render.page import Crumb, Page, href
from congvan.render.views import date_view, party_view


def redirect(address: str, target: Card | Document | Tombstone, context: Context) -> Page:
    """A page that leads on; the theme adds the refresh, this is what a reader sees without it."""
    what = designation.full(target, context.archive)
    return Page(
        address=address,
        kind="redirect",
        title=labels.say("page.redirect", what=what),
        template="redirect.md.j2",
        canonical=target.address,
        noindex=True,
        context={"target": target.address, "what": what},
        extra={"redirect": href(address, target.address)},
    )


def moved_page(address: str, context: Context) -> Page:
    """What stands at an old address of a document, or of one that is withdrawn."""
    id_ = context.archive.moved(address)
    return redirect(address, _target(id_, context), context)


def tombstone_pages(id_: str, context: Context) -> Iterator[Page]:
    """What is left of a withdrawn document, and the redirect from its permanent address."""
    tombstone = context.archive.tombstone(id_)
    yield redirect(routes.permanent(id_), tombstone, context)
    owner = designation.owner_name(tombstone.owner, tombstone.date, context.archive)
    yield Page(
        address=tombstone.address,
        kind="tombstone",
        title=designation.full(tombstone, context.archive),
        template="tombstone.md.j2",
        trail=(
            Crumb(labels.say("page.home"), routes.HOME),
            Crumb(labels.say("page.documents"), routes.DOCUMENTS),
        ),
        noindex=True,
        context={
            "heading": designation.short(tombstone),
            "issuer": party_view(Party(owner, agency=tombstone.owner), context),
            "tombstone": tombstone,
            "symbol": designation.blank_symbol(tombstone.symbol),
            "date": date_view(tombstone.date) if tombstone.date else None,
        },
    )


def _target(id_: str, context: Context) -> Card | Tombstone:
    try:
        return context.archive.card(id_)
    except KeyError:
        return context.archive.tombstone(id_)
