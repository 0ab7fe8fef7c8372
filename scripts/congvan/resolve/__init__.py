"""Resolving: from what each dispatch says to one archive, linked both ways.

Nothing is guessed: a citation, a name or a reference that can mean two things or none stays so,
and becomes a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as Day

from congvan.language.register import Register
from congvan.model.dispatch import Dispatch
from congvan.model.document import Document
from congvan.model.holdings import Holdings
from congvan.model.recognised import Recognised, RecognisedKnown
from congvan.model.sources import Address
from congvan.resolve.addresses import clashes, held_addresses, redirects
from congvan.resolve.answering import archive_of
from congvan.resolve.binding import Catalogue, bind
from congvan.resolve.claims import Claim, claim_of_known, claims_of
from congvan.resolve.cycles import cycles
from congvan.resolve.documents import document_of, document_of_stub, tombstone_of
from congvan.resolve.doubts import doubts_of
from congvan.resolve.identity import Index, held_index
from congvan.resolve.relations import Bound, relations_of
from congvan.resolve.stubs import Stub, gather_stubs, key_of
from congvan.resolve.surroundings import with_surroundings

__all__ = ["archive_of", "resolve"]


def resolve(
    recognised: Sequence[Recognised],
    withdrawn: Sequence[Dispatch],
    known: Sequence[RecognisedKnown],
    ledger: Sequence[Address],
    register: Register,
) -> Holdings:
    """The archive of publishable dispatches, with stubs, relations, redirects and findings."""
    dispatches = [r.dispatch for r in recognised]
    held = held_index(dispatches)
    claims = [claims_of(r, register) for r in recognised]
    stubs = _stubs(claims, known, held, register)
    catalogue = _catalogue(dispatches, stubs, held)
    bound = [_bound(r, c, catalogue) for r, c in zip(recognised, claims, strict=True)]
    addresses = held_addresses([*dispatches, *withdrawn])
    documents = [document_of(b.recognised, addresses[b.id], b.links, register) for b in bound]
    relations = tuple(relation for b in bound for relation in relations_of(b, catalogue))
    doubts = (
        f
        for b, d in zip(bound, documents, strict=True)
        for f in doubts_of(b.recognised, b.links, d)
    )
    every = sorted([*documents, *map(document_of_stub, stubs)], key=_oldest_first)
    tombstones = tuple(tombstone_of(d, addresses[d.id]) for d in withdrawn)
    return Holdings(
        documents=tuple(every),
        relations=relations,
        tombstones=tombstones,
        redirects=redirects(every, ledger, tombstones),
        findings=(*doubts, *clashes(every), *cycles(every, relations)),
    )


def _stubs(
    claims: Iterable[Iterable[Claim]],
    known: Sequence[RecognisedKnown],
    held: Index,
    register: Register,
) -> tuple[Stub, ...]:
    described = [(claim_of_known(entry, register), entry) for entry in known]
    by_key = {key_of(c): entry for c, entry in described if c is not None}
    every = [claim for group in claims for claim in group]
    every += [c for c, _ in described if c is not None]
    return gather_stubs(every, {k: e for k, e in by_key.items() if k}, held, register)


def _catalogue(dispatches: Sequence[Dispatch], stubs: Sequence[Stub], held: Index) -> Catalogue:
    return Catalogue(
        held=held,
        stubs=Index(stub.candidate for stub in stubs),
        held_ids=frozenset(d.id for d in dispatches),
        stub_ids=frozenset(stub.id for stub in stubs),
    )


def _bound(recognised: Recognised, claims: tuple[Claim, ...], catalogue: Catalogue) -> Bound:
    links = with_surroundings(bind(recognised, claims, catalogue), recognised)
    return Bound(recognised, links, claims)


def _oldest_first(document: Document) -> tuple[Day, str]:
    return (document.date.earliest if document.date else Day.min, document.id)
