"""Work on one document among those it names: resolved, and put on its shelves. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from congvan import read, resolve, store
from congvan.build.preparing import register_of
from congvan.language import wording
from congvan.language.register import Register
from congvan.model.document import Document, Relation
from congvan.model.finding import Finding
from congvan.model.prepared import Candidate, Case, Prepared
from congvan.store import Pieces


@dataclass(frozen=True, slots=True)
class Unresolved:
    """One public dispatch with all that it is resolved from."""

    reading: bytes
    """What was read in its file, as `store.dumps` writes it."""
    address: str
    held: tuple[Candidate, ...]
    stubs: tuple[Candidate, ...]
    ids: dict[str, bool]
    hidden: frozenset[str]
    """Ids of its clerk's references that nobody may know of."""


@dataclass(frozen=True, slots=True)
class Linking:
    """Documents to be resolved with the archive's own register."""

    documents: tuple[Unresolved, ...]
    own: bytes


@dataclass(frozen=True, slots=True)
class Linked:
    """A resolved document, ready to be stored."""

    pieces: Pieces
    findings: tuple[tuple[str, Finding], ...]
    """Each with its severity."""


def link(job: Linking) -> list[Linked]:
    """Every document of the job, resolved."""
    register = register_of(job.own)
    return [_linked(one, register) for one in job.documents]


def pieces_of(document: Document, relations: tuple[Relation, ...], register: Register) -> Pieces:
    """A document with its relations and its places on the shelves, as the cache keeps it."""
    standings = resolve.shelve(document, relations, register)
    return store.pieces_of(document, resolve.age(document), relations, written(standings))


def written(standings: Iterable[resolve.Standing]) -> tuple[store.Standing, ...]:
    """Places on shelves as the cache keeps them."""
    return tuple((s.shelf, s.order, store.place_text(s.place)) for s in standings)


def judged(findings: Iterable[Finding]) -> tuple[tuple[str, Finding], ...]:
    """Findings, each with its severity."""
    return tuple((wording.severity(f.code).value, f) for f in findings)


def _linked(one: Unresolved, register: Register) -> Linked:
    prepared = store.loads(Prepared, one.reading)
    recognised = prepared.recognised
    assert recognised is not None
    dispatch = read.without(recognised.dispatch, one.hidden)
    recognised = replace(recognised, dispatch=dispatch)
    case = Case(recognised, prepared.claims, one.address, one.held, one.stubs, one.ids)
    resolved = resolve.resolve_one(case, register)
    pieces = pieces_of(resolved.document, resolved.relations, register)
    return Linked(pieces, judged(resolved.findings))
