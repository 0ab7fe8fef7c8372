"""The page of a held dispatch, and the page of what surrounds it where its own cannot bear all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from congvan.language import labels
from congvan.model.archive import year_of
from congvan.model.dispatch import Dispatch
from congvan.model.document import Document
from congvan.render import designation, routes
from congvan.render.article import article
from congvan.render.bounds import APART, AROUND, Bounds
from congvan.render.context import Context
from congvan.render.dublin_core import dublin_core
from congvan.render.metadata import metadata
from congvan.render.page import Crumb, Page, leaning
from congvan.render.surroundings import Surroundings, many, surroundings
from congvan.render.trails import trail

Made = Callable[[str, Context, Bounds], Surroundings]


def dispatch_page(document: Document, dispatch: Dispatch, context: Context) -> Page:
    """The page of one held document."""
    levels = AROUND[1:] if many(document, context) else AROUND
    shown = {
        "document": document,
        "dispatch": dispatch,
        "heading": designation.short(document),
        "facts": metadata(document, context),
        "article": article(document, dispatch, context),
        "citation": designation.official(document, context.archive),
        "permanent": routes.permanent(document.id),
        "link": context.site.url + routes.permanent(document.id),
        "contact": context.site.contact,
    }
    whole = Page(
        address=document.address,
        kind="dispatch",
        title=designation.full(document, context.archive),
        description=designation.with_subject(document, context.archive),
        template="dispatch.md.j2",
        trail=trail(document, context),
        context=shown,
        sitemap=f"{year_of(document):04d}",
        extra={
            "alternate": {"json": "index.json"},
            "updated": updated(dispatch),
            "dc": dublin_core(document, context),
        },
    )
    return _within(whole, levels, partial(surroundings, document, dispatch), context)


def surroundings_page(document: Document, dispatch: Dispatch, context: Context) -> Page:
    """All tasks, relations and files of a held document."""
    heading = designation.short(document)
    title = labels.say("page.surroundings", what=heading)
    whole = Page(
        address=routes.surroundings(document.address),
        kind="list",
        title=title,
        description=labels.say("description.list", title=title),
        template="surroundings.md.j2",
        trail=(*trail(document, context), Crumb(heading, document.address)),
        noindex=True,
        context={},
    )
    return _within(whole, APART, partial(surroundings, document, dispatch), context)


def is_cut(page: Page) -> bool:
    """Whether a dispatch's page shows less than there is."""
    around = page.context["around"]
    return isinstance(around, Surroundings) and around.full is not None


def updated(dispatch: Dispatch) -> str | None:
    """The last day on which the public record changed, ISO 8601."""
    days = [c.date for c in dispatch.corrections]
    days += [dispatch.published] if dispatch.published else []
    return max(days).isoformat() if days else None


def _within(page: Page, levels: Sequence[Bounds], make: Made, context: Context) -> Page:
    """The page with what surrounds its document within the first bounds, and within the others
    where that is too heavy."""

    def bounded(bounds: Bounds) -> Page:
        around = make(page.address, context, bounds)
        return replace(page, context={**page.context, "around": around})

    return leaning(levels, bounded)
