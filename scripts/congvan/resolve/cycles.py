"""Cycles: a document cannot carry out, however far round, a document that carries it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from congvan.model.document import Document, Relation
from congvan.model.finding import Finding, Place
from congvan.resolve.relations import IMPLEMENTS


def cycles(documents: Iterable[Document], relations: Iterable[Relation]) -> Iterator[Finding]:
    """One error for a cycle of "implements", naming the documents on it.

    A circle of ids that clerks wrote is told by reading, with its line, and not again here.
    """
    parents: dict[str, set[str]] = {}
    for relation in relations:
        if relation.kind == IMPLEMENTS:
            parents.setdefault(relation.source, set()).add(relation.target)
    try:
        TopologicalSorter(parents).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        held = {d.id: d for d in documents if d.dispatch}
        if not all(_written(one, other, held) for one, other in pairwise(reversed(circle))):
            yield Finding("implements-cycle", _place(circle, documents), " → ".join(circle))


def _written(child: str, parent: str, held: dict[str, Document]) -> bool:
    """Whether the child's front matter names the parent by its id."""
    dispatch = held[child].dispatch if child in held else None
    return dispatch is not None and parent in (dispatch.implements or ())


def _place(circle: list[str], documents: Iterable[Document]) -> Place:
    """Of the first file on the circle."""
    paths = sorted(d.dispatch.path for d in documents if d.id in circle and d.dispatch)
    return Place(f"dispatches/{paths[0]}") if paths else Place("dispatches")
