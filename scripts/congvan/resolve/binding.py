"""Binding: which document each citation points at, or why it points at none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from congvan.model.citation import Citation
from congvan.model.link import Link, Status
from congvan.model.prepared import Claim
from congvan.model.recognised import Recognised
from congvan.model.span import Span
from congvan.resolve.identity import Index

UNLINKED = "none"
"""The target by which a clerk says that words name no document."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that a citation can point at."""

    held: Index
    stubs: Index
    held_ids: frozenset[str]
    stub_ids: frozenset[str]

    def link(self, citation: Citation, claim: Claim | None) -> Link:
        """The link of a citation that has a code: one candidate, or a doubt."""
        symbol = citation.symbol
        if symbol is None or claim is None or claim.owner is None or symbol.number is None:
            return Link(citation, Status.UNRESOLVED)
        found = self.held.matching(claim.owner, symbol, claim.date)
        found = found or self.stubs.matching(claim.owner, symbol, claim.date)
        return self.choose(citation, sorted({c.id for c in found}))

    def choose(self, citation: Citation, ids: list[str]) -> Link:
        """The link to the only id there is; ambiguous between several, unresolved for none."""
        if len(ids) > 1:
            return Link(citation, Status.AMBIGUOUS, candidates=tuple(ids))
        if not ids:
            return Link(citation, Status.UNRESOLVED)
        status = Status.FOUND if ids[0] in self.held_ids else Status.STUB
        return Link(citation, status, target=ids[0])


def bind(recognised: Recognised, claims: Iterable[Claim], catalogue: Catalogue) -> tuple[Link, ...]:
    """A link for every citation of subject and body, in order of the text.

    "Kế hoạch nêu trên" is bound by type: to the one document of that type named before it. With two
    such documents it is ambiguous, with none unresolved. A clerk's `links` overrule.
    """
    by_citation = {claim.citation: claim for claim in claims}
    overruled = {_words(s.quote): s.target for s in recognised.dispatch.links}
    links: list[Link] = []
    for citation in _with_stated(recognised):
        target = overruled.get(_words(citation.quote))
        if target is None:
            link = _bind_one(citation, links, by_citation, catalogue, recognised.dispatch.id)
        else:
            link = refer(target, citation, recognised, by_citation, catalogue)
        links.append(link)
    return tuple(links)


def _with_stated(recognised: Recognised) -> list[Citation]:
    """The recognised citations, and those that only a clerk's `links` point out."""
    seen = list(recognised.seen.citations)
    quotes = {_words(c.quote) for c in seen}
    body = recognised.dispatch.body
    for stated in recognised.dispatch.links:
        start = body.find(stated.quote)
        span = Span(start, start + len(stated.quote))
        taken = any(c.text == "body" and c.span.meets(span) for c in seen)
        if _words(stated.quote) not in quotes and start >= 0 and not taken:
            seen.append(Citation("body", span, stated.quote, "full", type=None))
    return sorted(seen, key=lambda c: (c.text != "subject", c.span))


def _bind_one(
    citation: Citation,
    before: list[Link],
    claims: Mapping[Citation, Claim],
    catalogue: Catalogue,
    own_id: str,
) -> Link:
    if citation.form == "self":
        return Link(citation, Status.FOUND, target=own_id)
    if citation.form == "anaphor":
        return catalogue.choose(citation, _named_before(citation, before))
    return catalogue.link(citation, claims.get(citation))


def _named_before(citation: Citation, before: list[Link]) -> list[str]:
    same_type = (b for b in before if b.citation.form != "self" and b.target)
    return sorted({b.target for b in same_type if b.target and b.citation.type == citation.type})


def refer(
    target: str,
    citation: Citation,
    recognised: Recognised,
    claims: Mapping[Citation, Claim],
    catalogue: Catalogue,
) -> Link:
    """What a clerk's own reference means: an id, or a citation in the official form."""
    if target == UNLINKED:
        return Link(citation, Status.UNRESOLVED)
    if target in catalogue.held_ids | catalogue.stub_ids:
        return catalogue.choose(citation, [target])
    said = recognised.references.get(target)
    if said is None:
        return Link(citation, Status.UNRESOLVED)
    return replace(catalogue.link(said, claims.get(said)), citation=citation)


def _words(quote: str) -> str:
    return " ".join(quote.split())
