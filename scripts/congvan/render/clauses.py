"""Clauses: which documents name which clause of a document, as a tree with the sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from congvan.language import labels
from congvan.model.citation import Pinpoint
from congvan.model.document import Document, Relation
from congvan.model.link import Link
from congvan.render import designation
from congvan.render.bounds import WHOLE, Bounds, shown_last
from congvan.render.context import Context
from congvan.render.linking import linked
from congvan.render.places import place_names
from congvan.render.views import Entry, entry


@dataclass(frozen=True, slots=True)
class Quoted:
    """One mention: the sentence, and the item it stands in."""

    anchor: str | None
    place: str
    """"mục 2.a"."""
    sentence: Markup


@dataclass(frozen=True, slots=True)
class Mentioning:
    """A document with its sentences."""

    entry: Entry
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that is cited, or one that holds such a clause."""

    anchor: str
    title: str
    documents: int
    """How many mention it."""
    mentioning: tuple[Mentioning, ...]
    below: tuple[Clause, ...]


@dataclass
class _Node:
    pinpoint: Pinpoint
    mentions: dict[str, list[Link]] = field(default_factory=dict)
    below: dict[str, _Node] = field(default_factory=dict)


def clause_tree(
    document: Document, page: str, context: Context, bounds: Bounds = WHOLE
) -> tuple[Clause, ...]:
    """The clauses of a document that others name, in the order of their numbers, for the page of
    that address."""
    top: dict[str, _Node] = {}
    for relation in sources(document, context):
        for link in relation.links:
            for pinpoint in link.citation.pinpoints:
                node = _node(top, pinpoint)
                node.mentions.setdefault(relation.source, []).append(link)
    return _clauses(top, page, context, bounds.mentioning)


def sources(document: Document, context: Context) -> tuple[Relation, ...]:
    """For each document that names this one its relation with the most to say, oldest first."""
    best: dict[str, Relation] = {}
    for relation in context.archive.relations_to(document.id):
        known = best.get(relation.source)
        if known is None or len(relation.links) > len(known.links):
            best[relation.source] = relation
    return tuple(best.values())


def quoted(source: str, links: Iterable[Link], page: str, context: Context) -> tuple[Quoted, ...]:
    """The sentences of a document in which these links of it stand, each sentence once."""
    sentences = dict.fromkeys((link.item, link.sentence) for link in links if link.sentence)
    if not sentences:
        return ()
    places = place_names(context.archive.outline(source))
    return tuple(
        Quoted(
            item,
            named(item, places),
            linked(sentence, _within(source, item, sentence, context), page, context),
        )
        for item, sentence in sentences
    )


def named(item: str | None, places: Mapping[str, str]) -> str:
    """Where a mention stands: "mục 2.a", "trích yếu"."""
    return labels.say("place.subject") if item is None else places.get(item, item)


def _within(source: str, item: str | None, sentence: str, context: Context) -> list[Link]:
    """All links of a document that stand in one sentence, in order."""
    links = context.archive.links(source)
    return [link for link in links if (link.item, link.sentence) == (item, sentence)]


def _node(top: dict[str, _Node], pinpoint: Pinpoint) -> _Node:
    """The node of a clause, made with those above it where there is none."""
    above = Pinpoint(pinpoint.levels[:-1])
    nodes = _node(top, above).below if above.levels else top
    return nodes.setdefault(pinpoint.anchor, _Node(pinpoint))


def _clauses(
    nodes: dict[str, _Node], page: str, context: Context, number: int
) -> tuple[Clause, ...]:
    return tuple(
        Clause(
            anchor=anchor,
            title=designation.clause(Pinpoint(node.pinpoint.levels[-1:])),
            documents=len(node.mentions),
            mentioning=tuple(
                _mentioning(source, links, page, context)
                for source, links in shown_last(tuple(node.mentions.items()), number)
            ),
            below=_clauses(node.below, page, context, number),
        )
        for anchor, node in sorted(nodes.items(), key=lambda pair: natural(pair[0]))
    )


def _mentioning(source: str, links: Iterable[Link], page: str, context: Context) -> Mentioning:
    card = context.archive.card(source)
    return Mentioning(entry(card, context), quoted(source, links, page, context))


def natural(anchor: str) -> tuple[tuple[str, int, str], ...]:
    """Anchors in the order of their numbers: m2 before m10, k2 before k10."""
    parts = []
    for part in anchor.split("."):
        letters = part.rstrip("0123456789")
        parts.append((letters, int(part[len(letters) :] or 0), part))
    return tuple(parts)
