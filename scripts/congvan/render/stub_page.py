"""The page of a document that is known and not held: what implements it, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.language import labels
from congvan.model.document import Document, Task
from congvan.render import designation, keys, routes
from congvan.render.clauses import clause_tree
from congvan.render.context import Context
from congvan.render.dispatch_page import trail
from congvan.render.dublin_core import dublin_core
from congvan.render.metadata import metadata
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, list_pages
from congvan.render.relating import incoming, outgoing, relation_keys
from congvan.render.views import entry_keys, task_keys, task_view

IMPLEMENTS = "implements"
TASKS_SHOWN = 100
"""Tasks on a plan's page, the first due; a plan that hundreds carry out stays a page a phone can
load."""


def stub_pages(document: Document, context: Context) -> Iterator[Page]:
    """The page of one stub, and the full list of what names it where that is long."""
    groups = incoming(document, context)
    long = any(group.more for group in groups)
    tasks = ordered_tasks(document, context)
    what = designation.full(document, context.register)
    yield Page(
        address=document.address,
        kind="stub",
        title=what,
        description=labels.say("description.stub", what=what),
        template="stub.md.j2",
        trail=trail(document, context),
        noindex=True,
        made_from=_keys(document, tasks, context),
        context={
            "document": document,
            "heading": designation.short(document),
            "facts": metadata(document, context),
            "clauses": clause_tree(document, context),
            "incoming": groups,
            "outgoing": outgoing(document, context),
            "more_address": f"{document.address}trien-khai/" if long else None,
            "tasks": tuple(task_view(t, t.text, context) for t in tasks[:TASKS_SHOWN]),
            "more_tasks": max(0, len(tasks) - TASKS_SHOWN),
            "source_url": _web_address(document.source_url),
            "citation": designation.official(document, context.register),
            "permanent": routes.permanent(document.id),
            "link": context.site.url + routes.permanent(document.id),
        },
        extra={"alternate": {"json": "index.json"}, "dc": dublin_core(document, context)},
    )
    if long:
        yield from _full_list(document, context)


def ordered_tasks(document: Document, context: Context) -> tuple[Task, ...]:
    """The tasks ordered by the documents that carry this one out, the first due first; those
    without a day last, in the order of their documents."""
    carrying = (r for r in context.archive.relations_to(document.id) if r.kind == IMPLEMENTS)
    sources = sorted((context.archive.document(r.source) for r in carrying), key=_age)
    return tuple(sorted((t for d in sources for t in d.tasks), key=due_order))


def due_order(task: Task) -> str:
    """By the last day a task can be due on, undated tasks last; for sorts that keep the order of
    the documents otherwise."""
    due = task.deadline.due if task.deadline else None
    return due.latest.isoformat() if due else "~"


def _full_list(document: Document, context: Context) -> Iterator[Page]:
    named = {r.source for r in context.archive.relations_to(document.id)}
    what = designation.full(document, context.register)
    yield from list_pages(
        Listing(
            base=f"{document.address}trien-khai/",
            title=labels.say("page.naming", what=what),
            documents=sorted((context.archive.document(i) for i in named), key=_age),
            trail=(*trail(document, context), Crumb(designation.short(document), document.address)),
            made_from=(keys.document(document.id), keys.agency(document.owner)),
        ),
        context,
    )


def _age(document: Document) -> tuple[str, str]:
    return (document.date.earliest.isoformat() if document.date else "", document.id)


def _web_address(url: str | None) -> str | None:
    """An address that a browser opens and that runs nothing."""
    return url if url and url.startswith(("https://", "http://")) else None


def _keys(document: Document, tasks: tuple[Task, ...], context: Context) -> Iterator[str]:
    yield from entry_keys([document])
    yield from relation_keys(document, context)
    yield from task_keys(tasks, context)
