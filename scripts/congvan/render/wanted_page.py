"""Documents that are named and not held, the most named first: what to ask for."""

from __future__ import annotations

from congvan.language import labels
from congvan.model.archive import SLOT
from congvan.render import routes
from congvan.render.context import Context
from congvan.render.excerpts import SUBJECT
from congvan.render.page import Crumb, Page
from congvan.render.views import entries

SHOWN = 200
"""A list to work through, not a catalogue: every document not held stands in the other lists."""


def wanted_page(context: Context) -> Page:
    """The one page of documents to be found."""
    shelf = context.archive.shelf("wanted/all")
    wanted = [place for n in range(1, SHOWN // SLOT + 1) for place in shelf.slot(n)]
    naming = (context.archive.shelf(f"naming/{place.document}") for place in wanted)
    shown = entries(wanted, context, SUBJECT // 2)
    title = labels.say("page.wanted")
    return Page(
        address=routes.WANTED,
        kind="list",
        title=title,
        description=labels.say("description.wanted"),
        template="wanted.md.j2",
        trail=(Crumb(labels.say("page.home"), routes.HOME),),
        context={"wanted": tuple(zip(shown, map(len, naming), strict=True))},
    )
