"""Trails: the way from the home page to a document."""

from __future__ import annotations

from congvan.language import labels
from congvan.model.archive import year_of
from congvan.model.document import Card, Document
from congvan.render import designation, routes
from congvan.render.context import Context
from congvan.render.page import Crumb


def trail(document: Card | Document, context: Context) -> tuple[Crumb, ...]:
    """Home, the documents, the owner's, those of the year."""
    year = year_of(document)
    owner = designation.owner_name(document.owner, document.date, context.archive)
    shown = str(year) if year else labels.say("page.unknown_year")
    return (
        Crumb(labels.say("page.home"), routes.HOME),
        Crumb(labels.say("page.documents"), routes.DOCUMENTS),
        Crumb(owner, routes.owner(document.owner)),
        Crumb(shown, routes.owner_year(document.owner, year)),
    )
