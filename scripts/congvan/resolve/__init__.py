"""Resolving: from what each dispatch says to one archive, linked both ways.

Nothing is guessed: a citation, a name or a reference that can mean two things or none stays so,
and becomes a finding. Documents meet in series, the codes of one owner's number: what cites a code
and what bears it are looked at together, and apart from all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Day

from congvan.language.register import Register
from congvan.model.dispatch import Dispatch
from congvan.model.document import Document, age
from congvan.model.holdings import Holdings
from congvan.model.prepared import Candidate, Case, Claim
from congvan.model.recognised import Recognised, RecognisedKnown
from congvan.model.sources import Address
from congvan.resolve.addresses import clashes, held_addresses, plain_address, redirects
from congvan.resolve.answering import archive_of, find_agency, of_register, with_page
from congvan.resolve.claims import claim_of_known, claims_of
from congvan.resolve.cycles import cycles
from congvan.resolve.documents import tombstone_of
from congvan.resolve.one import candidate_of, resolve_one, series_of, stated_ids, stubs_of
from congvan.resolve.shelving import Standing, shelve, wanted

__all__ = [
    "Standing",
    "age",
    "archive_of",
    "candidate_of",
    "claim_of_known",
    "claims_of",
    "clashes",
    "cycles",
    "find_agency",
    "held_addresses",
    "of_register",
    "plain_address",
    "redirects",
    "resolve",
    "resolve_one",
    "series_of",
    "shelve",
    "stated_ids",
    "stubs_of",
    "tombstone_of",
    "wanted",
    "with_page",
]

Series = tuple[str, str]
Stubs = tuple[tuple[Candidate, Document], ...]


@dataclass(slots=True)
class _Meeting:
    """What meets in one series."""

    claims: list[Claim] = field(default_factory=list)
    known: list[RecognisedKnown] = field(default_factory=list)
    held: list[Candidate] = field(default_factory=list)
    withdrawn: list[Candidate] = field(default_factory=list)
    """Nothing is known of these any more, and nothing else may take their place."""


def resolve(
    recognised: Sequence[Recognised],
    withdrawn: Sequence[Dispatch],
    known: Sequence[RecognisedKnown],
    ledger: Sequence[Address],
    register: Register,
) -> Holdings:
    """All publishable dispatches with stubs, relations, redirects and findings, in memory."""
    dispatches = [r.dispatch for r in recognised]
    claims = {r.dispatch.id: claims_of(r, register) for r in recognised}
    meetings = _meetings(dispatches, claims.values(), known, register)
    for candidate in filter(None, map(candidate_of, withdrawn)):
        meetings[candidate.owner, candidate.symbol.key].withdrawn.append(candidate)
    stubs = {
        series: stubs_of(met.claims, met.known, (*met.held, *met.withdrawn), register)
        for series, met in sorted(meetings.items())
    }
    addresses = held_addresses([*dispatches, *withdrawn])
    documents = [document for found in stubs.values() for _, document in found]
    ids = {document.id: False for document in documents} | {d.id: True for d in dispatches}
    found = [
        resolve_one(_case(one, claims[one.dispatch.id], meetings, stubs, addresses, ids), register)
        for one in recognised
    ]
    documents += [one.document for one in found]
    relations = [relation for one in found for relation in one.relations]
    findings = [finding for one in found for finding in one.findings]
    every = sorted(documents, key=_oldest_first)
    tombstones = tuple(tombstone_of(d, addresses[d.id]) for d in withdrawn)
    return Holdings(
        documents=tuple(every),
        relations=tuple(relations),
        tombstones=tombstones,
        redirects=redirects(
            [d.card for d in every],
            [(alias, d.id) for d in dispatches for alias in d.aliases],
            ledger,
            [t.id for t in tombstones],
        ),
        findings=(*findings, *clashes(every), *cycles(every, relations)),
    )


def _case(
    one: Recognised,
    claims: tuple[Claim, ...],
    meetings: Mapping[Series, _Meeting],
    stubs: Mapping[Series, Stubs],
    addresses: Mapping[str, str],
    ids: Mapping[str, bool],
) -> Case:
    series = dict.fromkeys(s for claim in claims if (s := series_of(claim)))
    return Case(
        one,
        claims,
        addresses[one.dispatch.id],
        held=tuple(c for s in series for c in meetings[s].held),
        stubs=tuple(c for s in series for c, _ in stubs[s]),
        ids={id_: ids[id_] for id_ in stated_ids(one.dispatch) if id_ in ids},
    )


def _meetings(
    dispatches: Iterable[Dispatch],
    claims: Iterable[Iterable[Claim]],
    known: Iterable[RecognisedKnown],
    register: Register,
) -> dict[Series, _Meeting]:
    meetings: dict[Series, _Meeting] = defaultdict(_Meeting)
    for candidate in filter(None, map(candidate_of, dispatches)):
        meetings[candidate.owner, candidate.symbol.key].held.append(candidate)
    for claim in (claim for group in claims for claim in group):
        if series := series_of(claim):
            meetings[series].claims.append(claim)
    for entry in known:
        said = claim_of_known(entry, register)
        if said is not None and (series := series_of(said)):
            meetings[series].known.append(entry)
    return meetings


def _oldest_first(document: Document) -> tuple[Day, str]:
    return (document.date.earliest if document.date else Day.min, document.id)
