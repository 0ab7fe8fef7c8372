"""Answering: the archive's questions answered from holdings in memory."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date as Day
from itertools import islice, takewhile
from typing import Any

from congvan.language.register import Register
from congvan.model.agency import Agency, Group, Province
from congvan.model.archive import SLOT, Archive, Place
from congvan.model.document import Document, Relation, age
from congvan.model.holdings import Holdings
from congvan.resolve.shelving import Standing, shelve, wanted

Answers = Mapping[str, Callable[[str], Any]]
"""For each kind of question what answers it, given what follows the kind."""


def archive_of(holdings: Holdings, register: Register) -> Archive:
    """The archive of all that resolving found."""
    answers = {**_of_holdings(holdings, register), **of_register(register)}

    def ask(question: str) -> Any:
        kind, _, subject = question.partition(":")
        return answers[kind](subject)

    return Archive(ask)


def of_register(register: Register) -> Answers:
    """The answers that the register alone gives."""
    return {
        "agency": lambda id_: find_agency(id_, register),
        "province": lambda id_: _find_province(id_, register),
        "group": lambda asked: _find_group(asked, register),
    }


def with_page(named: Iterable[str], register: Register) -> tuple[str, ...]:
    """Every agency that has a page: those named, what they stand under, and all that came after
    them; sorted by id. What came before is told by name."""
    waiting = set(named)
    waiting |= {a.parent for id_ in named if (a := find_agency(id_, register)) and a.parent}
    found: set[str] = set()
    while waiting:
        found |= waiting
        waiting = {heir for id_ in waiting for heir in _heirs(id_, register)} - found
    return tuple(sorted(found))


def find_agency(id_: str, register: Register) -> Agency | None:
    """The agency of an id, None where the register does not know it."""
    try:
        return register.agency(id_)
    except KeyError:
        return None


def _of_holdings(holdings: Holdings, register: Register) -> Answers:
    documents = {d.id: d for d in holdings.documents}
    outgoing, incoming = _relations(holdings.relations, documents)
    shelves = _shelves(documents.values(), outgoing, incoming, register)
    named = {n.split("/")[1] for n in shelves if n.startswith(("names/", "in-group/"))}
    agencies = with_page({*named, *(t.owner for t in holdings.tombstones)}, register)
    tombstones = {t.id: t for t in holdings.tombstones}
    moved = {_tidy(old): id_ for old, id_ in holdings.redirects}
    moved |= {_tidy(old): t.id for t in holdings.tombstones for old in t.aliases}
    names = sorted(shelves)
    return {
        "document": documents.get,
        "card": lambda id_: _of(documents, id_, lambda d: d.card),
        "outline": lambda id_: _of(documents, id_, lambda d: d.seen.outline),
        "links": lambda id_: _of(documents, id_, lambda d: d.links),
        "tasks": lambda id_: _of(documents, id_, lambda d: d.tasks),
        "relations-from": lambda id_: tuple(outgoing.get(id_, ())),
        "relations-to": lambda id_: tuple(incoming.get(id_, ())),
        "tombstone": tombstones.get,
        "tombstones": lambda _: tuple(sorted(tombstones)),
        "moved": moved.get,
        "old-addresses": lambda _: tuple(sorted(moved)),
        "count": lambda name: len(shelves.get(name, ())),
        "slot": lambda asked: _slot(asked, shelves),
        "has-slot": lambda asked: bool(_slot(asked, shelves)),
        "under": lambda prefix: _under(prefix, names, shelves),
        "has-page": frozenset(agencies).__contains__,
        "agencies": lambda _: agencies,
    }


def _of(documents: Mapping[str, Document], id_: str, part: Callable[[Document], Any]) -> Any:
    return part(documents[id_]) if id_ in documents else None


def _relations(
    relations: Iterable[Relation], documents: Mapping[str, Document]
) -> tuple[dict[str, list[Relation]], dict[str, list[Relation]]]:
    outgoing: dict[str, list[Relation]] = defaultdict(list)
    incoming: dict[str, list[Relation]] = defaultdict(list)
    for relation in sorted(relations, key=lambda r: (age(documents[r.source]), r.kind)):
        outgoing[relation.source].append(relation)
        incoming[relation.target].append(relation)
    return outgoing, incoming


def _shelves(
    documents: Iterable[Document],
    outgoing: Mapping[str, list[Relation]],
    incoming: Mapping[str, list[Relation]],
    register: Register,
) -> dict[str, list[Place]]:
    standings: list[Standing] = []
    for document in documents:
        standings += shelve(document, outgoing.get(document.id, ()), register)
        if not document.held:
            sources = {r.source for r in incoming.get(document.id, ())}
            standings.append(wanted(document, len(sources)))
    shelves: dict[str, list[Place]] = defaultdict(list)
    for standing in sorted(standings, key=lambda s: (s.shelf, s.order)):
        shelves[standing.shelf].append(standing.place)
    return shelves


def _slot(asked: str, shelves: Mapping[str, list[Place]]) -> tuple[Place, ...]:
    name, _, ordinal = asked.rpartition(":")
    end = int(ordinal) * SLOT
    return tuple(shelves.get(name, ())[end - SLOT : end])


def _under(
    prefix: str, names: Sequence[str], shelves: Mapping[str, list[Place]]
) -> tuple[tuple[str, int], ...]:
    """`names` are those of all shelves, sorted."""
    begun = islice(names, bisect_left(names, prefix), None)
    below = takewhile(lambda name: name.startswith(prefix), begun)
    parts = ((name.removeprefix(prefix), len(shelves[name])) for name in below)
    return tuple((part, count) for part, count in parts if "/" not in part)


def _tidy(address: str) -> str:
    return f"{address.strip('/')}/"


def _heirs(id_: str, register: Register) -> tuple[str, ...]:
    agency = find_agency(id_, register)
    return tuple(s.successor for s in agency.successors) if agency else ()


def _find_province(id_: str, register: Register) -> Province | None:
    try:
        return register.province(id_)
    except KeyError:
        return None


def _find_group(asked: str, register: Register) -> Group | None:
    day, province, name = asked.split(":", 2)
    on = Day.fromisoformat(day) if day else None
    return register.find_group(name, day=on, province=province or None)
