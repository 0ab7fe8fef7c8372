"""The page of a held dispatch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congvan.language import labels, markup
from congvan.model.archive import year_of
from congvan.model.dispatch import Dispatch
from congvan.model.document import Card, Document, Task
from congvan.model.link import Link, Status
from congvan.render import designation, linking, routes
from congvan.render.article import article
from congvan.render.clauses import clause_tree
from congvan.render.context import Context
from congvan.render.dublin_core import dublin_core
from congvan.render.metadata import corrections, metadata, pages
from congvan.render.page import Crumb, Page
from congvan.render.places import place_names
from congvan.render.relating import incoming, outgoing
from congvan.render.views import PartyView, TaskView, group_view, task_view

EXCERPT = 56
"""Letters of a task beside the text in which all its words stand."""

_CONNECTING = 30
"""Letters between the names at the head of a task: who leads, with whom."""


def dispatch_page(document: Document, dispatch: Dispatch, context: Context) -> Page:
    """The page of one held document."""
    doubtful = (Status.AMBIGUOUS, Status.UNRESOLVED)
    return Page(
        address=document.address,
        kind="dispatch",
        title=designation.full(document, context.archive),
        description=designation.with_subject(document, context.archive),
        template="dispatch.md.j2",
        trail=trail(document, context),
        context={
            "document": document,
            "dispatch": dispatch,
            "heading": designation.short(document),
            "facts": metadata(document, context),
            "article": article(document, dispatch, context),
            "tasks": tuple(own_tasks(document, context)),
            "outgoing": outgoing(document, context),
            "incoming": incoming(document, context),
            "clauses": clause_tree(document, context),
            "doubts": sum(link.status in doubtful for link in document.links),
            "groups": tuple(groups(document, context)),
            "corrections": corrections(dispatch),
            "pages": pages(dispatch),
            "citation": designation.official(document, context.archive),
            "permanent": routes.permanent(document.id),
            "link": context.site.url + routes.permanent(document.id),
            "contact": context.site.contact,
        },
        sitemap=f"{year_of(document):04d}",
        extra={
            "alternate": {"json": "index.json"},
            "updated": updated(dispatch),
            "dc": dublin_core(document, context),
        },
    )


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


def own_tasks(document: Document, context: Context) -> Iterator[TaskView]:
    """The tasks of the document, each by the first of its words after the names of its parties,
    which stand beside them; the citations there as links."""
    places = place_names(document.seen.outline)
    for task in document.tasks:
        start = _after_names(task)
        text = linking.linked(
            task.text[start:].lstrip(" ,;:"),
            _links_of(task, document),
            document.address,
            context,
            titled=False,
            limit=EXCERPT,
        )
        place = places.get(task.anchor or "", task.anchor)
        yield task_view(task, "…" * (start > 0) + text, context, place)


def _after_names(task: Task) -> int:
    """Where a task goes on after its parties are named; 0 where other words come before them."""
    parties = (markup.plain(party.printed).text for party in (*task.lead, *task.with_))
    found = ((task.text.find(name), len(name)) for name in parties)
    at = between = 0
    for start, length in sorted(pair for pair in found if pair[0] >= 0):
        between += max(0, start - at)
        if between > _CONNECTING:
            break
        at = max(at, start + length)
    return at if at < len(task.text) - EXCERPT // 2 else 0


def groups(document: Document, context: Context) -> Iterator[PartyView]:
    """The addressees that are groups, with their members on the document's day."""
    views = (group_view(party, document, context) for party in document.to)
    return (view for view in views if view.members)


def updated(dispatch: Dispatch) -> str | None:
    """The last day on which the public record changed, ISO 8601."""
    days = [c.date for c in dispatch.corrections]
    days += [dispatch.published] if dispatch.published else []
    return max(days).isoformat() if days else None


def _links_of(task: Task, document: Document) -> Sequence[Link]:
    in_body = [link for link in document.links if link.citation.text == "body"]
    seen = document.seen.assignments
    if task.stated or task.ordinal > len(seen):
        return in_body
    span = seen[task.ordinal - 1].span
    return [link for link in in_body if span.covers(link.citation.span)]
