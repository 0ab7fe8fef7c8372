"""A resolved document in the pieces that questions ask for, as bytes ready to be stored."""

from __future__ import annotations

from dataclasses import dataclass

from congvan.model.archive import Place
from congvan.model.document import Document, Relation
from congvan.store.coding import dumps

_BETWEEN = "\t"
"""Between the parts of a place; no id, number or name of a group holds one."""

Standing = tuple[str, str, str]
"""A shelf, the order on it, and the place as text."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """One document as the cache keeps it."""

    id: str
    path: str | None
    """The file below `dispatches/`; None for a stub."""
    age: str
    address: str
    owner: str
    slug: str
    held: bool
    whole: bytes
    card: bytes
    outline: bytes
    links: bytes
    tasks: bytes
    relations: tuple[tuple[str, str, bytes], ...]
    """Target, kind and the relation itself."""
    standings: tuple[Standing, ...]


def pieces_of(
    document: Document,
    age: str,
    relations: tuple[Relation, ...],
    standings: tuple[Standing, ...],
) -> Pieces:
    """The pieces of a document; `age` is what documents are in order by."""
    path = document.dispatch.path if document.dispatch else None
    return Pieces(
        id=document.id,
        path=path,
        age=age,
        address=document.address,
        owner=document.owner,
        slug=document.address.rstrip("/").rpartition("/")[2],
        held=document.held,
        whole=dumps(document),
        card=dumps(document.card),
        outline=dumps(document.seen.outline),
        links=dumps(document.links),
        tasks=dumps(document.tasks),
        relations=tuple((r.target, r.kind, dumps(r)) for r in relations),
        standings=standings,
    )


def place_text(place: Place) -> str:
    """A place as text, the inverse of `place_of`."""
    task = "" if place.task is None else str(place.task)
    return _BETWEEN.join((place.document, task, place.note or ""))


def place_of(text: str) -> Place:
    """A place from its text."""
    document, task, note = text.split(_BETWEEN, 2)
    return Place(document, int(task) if task else None, note or None)
