"""Surroundings: what stands around the text of a held document, as much as a page can bear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from congvan.language import markup
from congvan.model.dispatch import Correction, Dispatch
from congvan.model.document import Document, Task
from congvan.model.link import Link, Status
from congvan.render import linking, routes
from congvan.render.bounds import FEW, WHOLE, Bounds
from congvan.render.clauses import Clause, clause_tree
from congvan.render.context import Context
from congvan.render.metadata import FileView, PageView, corrections, file_views, pages
from congvan.render.naming_pages import naming_address
from congvan.render.places import place_names
from congvan.render.relating import RelatedGroup, incoming, outgoing
from congvan.render.task_views import TaskView, task_view
from congvan.render.views import PartyView, group_view

EXCERPT = 56
"""Letters of a task beside the text in which all its words stand."""

_CONNECTING = 30
"""Letters between the names at the head of a task: who leads, with whom."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page shows around a document, and how much there is of it."""

    bounds: Bounds
    address: str
    """The document's."""
    full: str | None
    """Where all of it stands; None where it does here."""
    naming: str | None
    """Where all documents that name this one are listed, where that is more than any page shows."""
    tasks: tuple[TaskView, ...]
    task_count: int
    outgoing: tuple[RelatedGroup, ...]
    incoming: tuple[RelatedGroup, ...]
    clauses: tuple[Clause, ...]
    clause_count: int
    """Documents that name a clause of it."""
    doubts: int
    """Citations of which it is not known what they mean."""
    groups: tuple[PartyView, ...]
    corrections: tuple[Correction, ...]
    pages: tuple[PageView, ...]
    files: tuple[FileView, ...]


def surroundings(
    document: Document, dispatch: Dispatch, page: str, context: Context, bounds: Bounds = WHOLE
) -> Surroundings:
    """What surrounds a document on the page of that address, within bounds."""
    doubtful = (Status.AMBIGUOUS, Status.UNRESOLVED)
    return Surroundings(
        bounds=bounds,
        address=document.address,
        full=None if bounds is WHOLE else routes.surroundings(document.address),
        naming=naming_address(document, context),
        tasks=tuple(own_tasks(document, page, context, bounds.tasks)),
        task_count=len(document.tasks),
        outgoing=outgoing(document, context, bounds),
        incoming=incoming(document, page, context, bounds),
        clauses=clause_tree(document, page, context, bounds) if bounds.clauses else (),
        clause_count=_naming_clauses(document, context),
        doubts=sum(link.status in doubtful for link in document.links),
        groups=tuple(groups(document, context)),
        corrections=corrections(dispatch),
        pages=pages(dispatch),
        files=file_views(dispatch),
    )


def many(document: Document, context: Context) -> bool:
    """Whether so much surrounds a document that its own page cannot show all."""
    named = context.archive.relations_to(document.id)
    return len(document.tasks) > FEW or len(named) > FEW


def own_tasks(document: Document, page: str, context: Context, number: int) -> Iterator[TaskView]:
    """The first tasks of the document, each by the first of its words after the names of its
    parties, which stand beside them; the citations there as links from the page."""
    places = place_names(document.seen.outline)
    for task in document.tasks[:number]:
        start = _after_names(task)
        text = linking.linked(
            task.text[start:].lstrip(" ,;:"),
            _links_of(task, document),
            page,
            context,
            titled=False,
            limit=EXCERPT,
        )
        place = places.get(task.anchor or "", task.anchor)
        yield task_view(task, "…" * (start > 0) + text, context, place)


def groups(document: Document, context: Context) -> Iterator[PartyView]:
    """The addressees that are groups, with their members on the document's day."""
    views = (group_view(party, document, context) for party in document.to)
    return (view for view in views if view.members)


def _naming_clauses(document: Document, context: Context) -> int:
    found = context.archive.relations_to(document.id)
    return len({r.source for r in found if any(k.citation.pinpoints for k in r.links)})


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


def _links_of(task: Task, document: Document) -> Sequence[Link]:
    in_body = [link for link in document.links if link.citation.text == "body"]
    seen = document.seen.assignments
    if task.stated or task.ordinal > len(seen):
        return in_body
    span = seen[task.ordinal - 1].span
    return [link for link in in_body if span.covers(link.citation.span)]
