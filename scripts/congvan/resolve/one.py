"""One document at a time: resolved from its own case, wherever that has been sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congvan.language.register import Register
from congvan.model.dispatch import Dispatch
from congvan.model.document import Document
from congvan.model.prepared import Candidate, Case, Claim, Resolved
from congvan.model.recognised import RecognisedKnown
from congvan.resolve.binding import Catalogue, bind
from congvan.resolve.claims import claim_of_known
from congvan.resolve.documents import document_of, document_of_stub
from congvan.resolve.doubts import doubts_of
from congvan.resolve.identity import Index, symbol_of
from congvan.resolve.relations import Bound, relations_of
from congvan.resolve.stubs import gather_stubs, key_of
from congvan.resolve.surroundings import with_surroundings


def resolve_one(case: Case, register: Register) -> Resolved:
    """A public dispatch with what it says resolved, its relations and its doubts."""
    catalogue = catalogue_of(case)
    links = bind(case.recognised, case.claims, catalogue)
    bound = Bound(case.recognised, with_surroundings(links, case.recognised), case.claims)
    document = document_of(case.recognised, case.address, bound.links, register)
    return Resolved(
        document,
        relations_of(bound, catalogue),
        tuple(doubts_of(case.recognised, bound.links, document)),
    )


def catalogue_of(case: Case) -> Catalogue:
    """All that the citations of one dispatch can point at."""
    stated = case.ids
    return Catalogue(
        held=Index(case.held),
        stubs=Index(case.stubs),
        held_ids=frozenset(c.id for c in case.held) | {i for i, held in stated.items() if held},
        stub_ids=frozenset(c.id for c in case.stubs)
        | {i for i, held in stated.items() if not held},
    )


def candidate_of(dispatch: Dispatch) -> Candidate | None:
    """A dispatch as something that a citation could mean; None while it has no number."""
    symbol = symbol_of(dispatch)
    if symbol is None or symbol.number is None:
        return None
    return Candidate(dispatch.id, dispatch.issuer, symbol, dispatch.date)


def series_of(candidate: Candidate | Claim) -> tuple[str, str] | None:
    """The owner and code under which a citation and what it means meet; None while the owner or
    the number is unknown."""
    symbol = candidate.symbol if isinstance(candidate, Candidate) else candidate.citation.symbol
    if candidate.owner is None or symbol is None or symbol.number is None:
        return None
    return candidate.owner, symbol.key


def stubs_of(
    claims: Sequence[Claim],
    known: Iterable[RecognisedKnown],
    held: Iterable[Candidate],
    register: Register,
) -> tuple[tuple[Candidate, Document], ...]:
    """The documents not held that claims of one series name, each as candidate and document.

    `claims` in the order of their documents' paths and texts, those of `known` left out; `held`
    with what has been withdrawn, which must not come back as something that is only cited.
    """
    described = [(claim_of_known(entry, register), entry) for entry in known]
    by_key = {key: e for claim, e in described if claim and (key := key_of(claim))}
    every = [*claims, *(claim for claim, _ in described if claim is not None)]
    stubs = gather_stubs(every, by_key, Index(held), register)
    return tuple((stub.candidate, document_of_stub(stub)) for stub in stubs)


def stated_ids(dispatch: Dispatch) -> frozenset[str]:
    """What its clerk may have meant as ids of documents: references without a blank."""
    references = {*(dispatch.implements or ()), *(link.target for link in dispatch.links)}
    references |= {relation.document for relation in dispatch.relations or ()}
    return frozenset(said for said in references if said and " " not in said)
