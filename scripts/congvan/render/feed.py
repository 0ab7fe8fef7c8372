"""Feeds: the newest documents as Atom (RFC 4287), for portals that list them."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime, time, timedelta, timezone

from feedgen.feed import FeedGenerator

from congvan.language import labels
from congvan.model.dispatch import Dispatch
from congvan.model.document import Document
from congvan.model.output import Output
from congvan.render import designation, routes
from congvan.render.context import Context
from congvan.render.dispatch_page import updated

ENTRIES = 100
"""A week of a busy province; a reader that comes more rarely uses the yearly lists."""

VIETNAM = timezone(timedelta(hours=7))
NOON = time(12, tzinfo=VIETNAM)
"""Only the day of publication is known; noon is that day in every zone in which it is read."""
NEVER = Day(1970, 1, 1)
"""When a feed without entries was updated: a feed must say a time, and none is known."""


def feed(context: Context) -> Output:
    """The feed of all held documents, the newest first."""
    places = reversed(context.archive.shelf("newest/all").last(ENTRIES))
    documents = [context.archive.document(place.document) for place in places]
    made = FeedGenerator()
    made.id(context.site.url + routes.FEED)
    made.title(labels.say("feed.title", site=context.site.name))
    made.author(name=context.site.name)
    made.language("vi")
    made.generator("congvan")
    made.link(href=context.site.url + routes.FEED, rel="self", type="application/atom+xml")
    made.link(href=context.site.url, rel="alternate", type="text/html")
    days = [_changed(d) for d in documents]
    made.updated(_noon(max(days, default=NEVER)))
    for document, day in zip(documents, days, strict=True):
        _add(made, document, day, context)
    return Output("site", routes.FEED, made.atom_str(pretty=True))


def _add(made: FeedGenerator, document: Document, changed: Day, context: Context) -> None:
    what = designation.full(document, context.archive)
    key = "feed.entry_with_subject" if document.subject else "feed.entry"
    title = labels.say(key, what=what, subject=document.subject or "")
    item = made.add_entry(order="append")
    item.id(context.site.url + routes.permanent(document.id))
    item.title(_printable(title))
    item.link(href=context.site.url + document.address, rel="alternate", type="text/html")
    item.published(_noon(_published(document.dispatch)))
    item.updated(_noon(changed))
    item.category(term=document.type, label=designation.type_name(document.type))
    item.author(name=designation.owner_name(document.owner, document.date, context.archive))


def _changed(document: Document) -> Day:
    day = updated(document.dispatch) if document.dispatch else None
    return Day.fromisoformat(day) if day else NEVER


def _published(dispatch: Dispatch | None) -> Day:
    return (dispatch.published if dispatch else None) or NEVER


def _noon(day: Day) -> datetime:
    return datetime.combine(day, NOON)


def _printable(text: str) -> str:
    """Without the control characters that XML refuses."""
    return "".join(c for c in text if c.isprintable() or c.isspace())
