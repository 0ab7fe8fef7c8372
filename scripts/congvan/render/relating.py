"""Relations of one document, read from its side, in groups with the sentences that carry them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from congvan.language import labels
from congvan.model.document import Document, Relation, age
from congvan.render import designation
from congvan.render.bounds import WHOLE, Bounds, shown_last
from congvan.render.clauses import Quoted, named, quoted
from congvan.render.context import Context
from congvan.render.places import place_names
from congvan.render.views import Entry, entry

CITES = "cites"
"""The relation that every named document has; shown where no other says more."""


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place of the document's own text that a relation rests on."""

    place: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Related:
    """The other document of a relation."""

    entry: Entry
    title: str
    stated: bool
    first: bool
    """Whether it stands here for the first time."""
    quoted: tuple[Quoted, ...] = ()
    """Its sentences about this document, but for those that name a clause: they stand there."""
    places: tuple[PlaceLink, ...] = ()
    """Where this document speaks of it."""
    more_places: int = 0
    """How many further places do."""


@dataclass(frozen=True, slots=True)
class RelatedGroup:
    """All relations of one kind and direction."""

    title: str
    related: tuple[Related, ...]
    more: int
    """How many older ones are not shown here."""


def outgoing(
    document: Document, context: Context, bounds: Bounds = WHOLE
) -> tuple[RelatedGroup, ...]:
    """What the document does to others, with the places of its own text that say so."""
    found = sorted(
        context.archive.relations_from(document.id),
        key=lambda r: age(context.archive.card(r.target)),
    )
    places = place_names(document.seen.outline)

    def related(relation: Relation, first: bool) -> Related:
        items = dict.fromkeys(link.item for link in relation.links if first)
        links = tuple(PlaceLink(named(item, places), item) for item in items)
        shown = links[: bounds.places]
        made = _related(relation, relation.target, first, context, places=shown)
        return replace(made, more_places=len(links) - len(shown))

    return tuple(_groups("out", found, lambda r: r.target, related, bounds))


def incoming(
    document: Document, page: str, context: Context, bounds: Bounds = WHOLE
) -> tuple[RelatedGroup, ...]:
    """What others do to the document, with their sentences, each sentence once, for the page of
    that address."""
    found = context.archive.relations_to(document.id)

    def related(relation: Relation, first: bool) -> Related:
        links = [link for link in relation.links if first and not link.citation.pinpoints]
        spoken = quoted(relation.source, links, page, context) if bounds.sentences else ()
        return _related(relation, relation.source, first, context, quoted=spoken)

    return tuple(_groups("in", found, lambda r: r.source, related, bounds))


def _groups(
    side: str,
    relations: Sequence[Relation],
    other: Callable[[Relation], str],
    related: Callable[[Relation, bool], Related],
    bounds: Bounds,
) -> Iterator[RelatedGroup]:
    """Relations, given in order of age, by kind in the order of the labels. "cites" is left to
    documents of which nothing more is said; `related` learns whether the other document stands
    here for the first time."""
    said_better = {other(r) for r in relations if r.kind != CITES}
    shown: set[str] = set()
    for kind, title in labels.group(f"relations.{side}").items():
        found = [
            r
            for r in relations
            if r.kind == kind and not (kind == CITES and other(r) in said_better)
        ]
        last = shown_last(found, bounds.related)
        if found:
            views = tuple(related(r, other(r) not in shown) for r in last)
            yield RelatedGroup(title, views, len(found) - len(last))
        shown.update(map(other, last))


def _related(
    relation: Relation,
    other: str,
    first: bool,
    context: Context,
    *,
    quoted: tuple[Quoted, ...] = (),
    places: tuple[PlaceLink, ...] = (),
) -> Related:
    card = context.archive.card(other)
    title = designation.full(card, context.archive)
    return Related(entry(card, context), title, relation.stated, first, quoted, places)
