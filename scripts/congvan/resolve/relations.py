"""Relations between documents, from what clerks state and what the texts say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from congvan.model.citation import Citation
from congvan.model.document import Relation
from congvan.model.link import Link
from congvan.model.prepared import Claim
from congvan.model.recognised import Recognised
from congvan.model.span import Span
from congvan.resolve.binding import Catalogue, refer

_NOWHERE = Span(0, 0)

IMPLEMENTS = "implements"
CITES = "cites"


@dataclass(frozen=True, slots=True)
class Bound:
    """A dispatch with its links and the claims they rest on."""

    recognised: Recognised
    links: tuple[Link, ...]
    claims: tuple[Claim, ...]

    @property
    def id(self) -> str:
        """The dispatch's id."""
        return self.recognised.dispatch.id


def relations_of(bound: Bound, catalogue: Catalogue) -> tuple[Relation, ...]:
    """Every relation of one dispatch: for each kind and target once, with the links that carry it.

    A document that is named at all is also cited, whatever else is said of it.
    """
    carried = _by_target(bound)
    stated = dict.fromkeys(_stated_pairs(bound, catalogue))
    recognised = dict.fromkeys(_recognised_pairs(bound))
    pairs = dict.fromkeys((*stated, *recognised, *((CITES, target) for target in carried)))
    return tuple(
        Relation(kind, bound.id, target, (kind, target) in stated, tuple(carried.get(target, ())))
        for kind, target in sorted(pairs)
    )


def _by_target(bound: Bound) -> dict[str, list[Link]]:
    carried: dict[str, list[Link]] = {}
    for link in bound.links:
        if link.target and link.target != bound.id:
            carried.setdefault(link.target, []).append(link)
    return carried


def _stated_pairs(bound: Bound, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    dispatch = bound.recognised.dispatch
    claims = {claim.citation: claim for claim in bound.claims}
    written = [(IMPLEMENTS, reference) for reference in dispatch.implements or ()]
    written += [(r.kind, r.document) for r in dispatch.relations or ()]
    for kind, reference in written:
        target = _target(reference, bound, claims, catalogue)
        if target:
            yield kind, target


def _target(
    reference: str, bound: Bound, claims: Mapping[Citation, Claim], catalogue: Catalogue
) -> str | None:
    said = bound.recognised.references.get(reference)
    placeholder = said or Citation("body", _NOWHERE, reference, "full", type=None)
    return refer(reference, placeholder, bound.recognised, claims, catalogue).target


def _recognised_pairs(bound: Bound) -> Iterator[tuple[str, str]]:
    """What the words announce; a kind the clerk stated is left to the clerk."""
    dispatch = bound.recognised.dispatch
    links = [link for link in bound.links if link.target and link.target != bound.id]
    if dispatch.implements is None:
        for target in implemented(links):
            yield IMPLEMENTS, target
    if dispatch.relations is None:
        for link in links:
            if link.citation.verb not in (None, IMPLEMENTS) and link.target:
                yield str(link.citation.verb), link.target


def implemented(links: Iterable[Link]) -> tuple[str, ...]:
    """The parents: what the subject line says is carried out, or else what the body says so."""
    carrying = [link for link in links if link.citation.verb == IMPLEMENTS and link.target]
    subject = [link for link in carrying if link.citation.text == "subject"]
    chosen = subject or carrying
    return tuple(dict.fromkeys(link.target for link in chosen if link.target))
