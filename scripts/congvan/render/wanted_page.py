"""Documents that are named and not held, the most named first: what to ask for."""

from __future__ import annotations

from congvan.language import labels
from congvan.render import keys, routes
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.views import entry, entry_keys

SHOWN = 200
"""A list to work through, not a catalogue: every document not held stands in the other lists."""


def wanted_page(context: Context) -> Page:
    """The one page of documents to be found."""
    wanted = context.shelves.wanted[:SHOWN]
    title = labels.say("page.wanted")
    return Page(
        address=routes.WANTED,
        kind="list",
        title=title,
        description=labels.say("description.wanted"),
        template="wanted.md.j2",
        trail=(Crumb(labels.say("page.home"), routes.HOME),),
        made_from=(keys.listing("can-tim"), *entry_keys(d for d, _ in wanted)),
        context={"wanted": tuple((entry(d, context), count) for d, count in wanted)},
    )
