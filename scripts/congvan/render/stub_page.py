"""The page of a document that is known and not held: what implements it, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable

from congvan.language import labels
from congvan.model.document import Document, Task
from congvan.render import designation, routes
from congvan.render.bounds import APART, Bounds, shown_last
from congvan.render.clauses import clause_tree
from congvan.render.context import Context
from congvan.render.dublin_core import dublin_core
from congvan.render.metadata import metadata
from congvan.render.naming_pages import naming_address
from congvan.render.page import Page, leaning
from congvan.render.relating import incoming, outgoing
from congvan.render.task_views import task_row
from congvan.render.trails import trail

IMPLEMENTS = "implements"
TASKS_SHOWN = 100
"""Tasks on a plan's page, the first due; a plan that hundreds carry out stays a page a phone can
load."""
TASKS_OF = 50
"""Documents that carry a plan out, the last ones, of which it shows the tasks."""


def stub_page(document: Document, context: Context) -> Page:
    """The page of one stub."""
    return leaning(APART, lambda bounds: _page(document, bounds, context))


def _page(document: Document, bounds: Bounds, context: Context) -> Page:
    sources = implementing(document, context)
    tasks = ordered_tasks(shown_last(sources, TASKS_OF), context)
    shown = min(TASKS_SHOWN, bounds.tasks)
    what = designation.full(document, context.archive)
    return Page(
        address=document.address,
        kind="stub",
        title=what,
        description=labels.say("description.stub", what=what),
        template="stub.md.j2",
        trail=trail(document, context),
        noindex=True,
        context={
            "document": document,
            "heading": designation.short(document),
            "facts": metadata(document, context),
            "clauses": clause_tree(document, document.address, context, bounds),
            "incoming": incoming(document, document.address, context, bounds),
            "outgoing": outgoing(document, context, bounds),
            "more_address": naming_address(document, context),
            "tasks": tuple(task_row(task, context, bounds.detail) for task in tasks[:shown]),
            "more_tasks": max(0, len(tasks) - shown),
            "tasks_of": TASKS_OF if len(sources) > TASKS_OF else None,
            "source_url": _web_address(document.source_url),
            "citation": designation.official(document, context.archive),
            "permanent": routes.permanent(document.id),
            "link": context.site.url + routes.permanent(document.id),
        },
        extra={"alternate": {"json": "index.json"}, "dc": dublin_core(document, context)},
    )


def implementing(document: Document, context: Context) -> tuple[str, ...]:
    """The ids of the documents that carry this one out, oldest first."""
    found = context.archive.relations_to(document.id)
    return tuple(r.source for r in found if r.kind == IMPLEMENTS)


def ordered_tasks(sources: Iterable[str], context: Context) -> tuple[Task, ...]:
    """The tasks that these documents give, the first due first; those without a day last, in the
    order of their documents."""
    return tuple(sorted((t for id_ in sources for t in context.archive.tasks(id_)), key=_due))


def _due(task: Task) -> str:
    """By the last day a task can be due on, undated tasks last; for sorts that keep the order of
    the documents otherwise."""
    due = task.deadline.due if task.deadline else None
    return due.latest.isoformat() if due else "~"


def _web_address(url: str | None) -> str | None:
    """An address that a browser opens and that runs nothing."""
    return url if url and url.startswith(("https://", "http://")) else None
