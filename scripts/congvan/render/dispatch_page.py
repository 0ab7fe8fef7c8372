"""The page of a held dispatch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congvan.language import labels
from congvan.model.archive import year_of
from congvan.model.dispatch import Dispatch
from congvan.model.document import Document, Task
from congvan.model.link import Link, Status
from congvan.render import designation, keys, linking, routes
from congvan.render.article import article
from congvan.render.clauses import clause_tree, sources
from congvan.render.context import Context
from congvan.render.dublin_core import dublin_core
from congvan.render.metadata import corrections, metadata
from congvan.render.page import Crumb, Page
from congvan.render.relating import incoming, outgoing, relation_keys
from congvan.render.views import (
    TaskView,
    entry_keys,
    group_view,
    party_keys,
    task_keys,
    task_view,
)


def dispatch_page(document: Document, dispatch: Dispatch, context: Context) -> Page:
    """The page of one held document."""
    doubtful = (Status.AMBIGUOUS, Status.UNRESOLVED)
    return Page(
        address=document.address,
        kind="dispatch",
        title=designation.full(document, context.register),
        description=designation.with_subject(document, context.register),
        template="dispatch.md.j2",
        trail=trail(document, context),
        made_from=page_keys(document, context),
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
            "to": tuple(group_view(p, document, context) for p in document.to),
            "corrections": corrections(dispatch),
            "citation": designation.official(document, context.register),
            "permanent": routes.permanent(document.id),
            "link": context.site.url + routes.permanent(document.id),
            "contact": context.site.contact,
        },
        extra={
            "alternate": {"json": "index.json"},
            "updated": updated(dispatch),
            "dc": dublin_core(document, context),
        },
    )


def trail(document: Document, context: Context) -> tuple[Crumb, ...]:
    """Home, the documents, the owner's, those of the year."""
    year = year_of(document)
    owner = designation.owner_name(document.owner, document.date, context.register)
    shown = str(year) if year else labels.say("page.unknown_year")
    return (
        Crumb(labels.say("page.home"), routes.HOME),
        Crumb(labels.say("page.documents"), routes.DOCUMENTS),
        Crumb(owner, routes.owner(document.owner)),
        Crumb(shown, routes.owner_year(document.owner, year)),
    )


def own_tasks(document: Document, context: Context) -> Iterator[TaskView]:
    """The tasks of the document, the citations in their words as links."""
    for task in document.tasks:
        links = _links_of(task, document)
        text = linking.linked(task.text, links, document.address, context, titled=False)
        yield task_view(task, text, context)


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


def page_keys(document: Document, context: Context) -> Iterator[str]:
    """What a document's page and the files beside it are made from."""
    yield from entry_keys([document])
    yield from linking.link_keys(document.links, context)
    yield from relation_keys(document, context)
    yield from task_keys(document.tasks, context)
    named = (link.party for link in document.agencies)
    yield from party_keys((*document.to, *document.copies, *named), context, document)
    for relation in sources(document, context):
        yield from linking.link_keys(context.archive.document(relation.source).links, context)
    agency = designation.find_agency(document.owner, context.register)
    if agency and agency.parent:
        yield keys.agency(agency.parent)
