"""Shelves: groupings of the archive that pages ask for by key, each made once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date as Day
from functools import cached_property
from typing import TypeVar

from congvan.language import slugs, types
from congvan.language.register import Register
from congvan.model.agency import Agency, Group
from congvan.model.archive import Archive, year_of
from congvan.model.document import Document, Task
from congvan.model.link import Party
from congvan.model.symbol import Symbol

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Grouped = Mapping[K, tuple[V, ...]]


class Shelves:
    """One archive, grouped in the ways that its nouns do not offer. Oldest first throughout."""

    def __init__(self, archive: Archive, register: Register) -> None:
        self._archive = archive
        self._register = register

    @cached_property
    def months(self) -> Grouped[tuple[int, int], Document]:
        """Documents by year and month, those whose month is known."""
        return _grouped(
            ((d.date.year, d.date.month), d)
            for d in self._archive.documents
            if d.date is not None and d.date.month is not None
        )

    @cached_property
    def owner_years(self) -> Grouped[tuple[str, int], Document]:
        """Documents by owner and year."""
        return _grouped(((d.owner, year_of(d)), d) for d in self._archive.documents)

    @cached_property
    def owners(self) -> Grouped[str, int]:
        """The years of each owner."""
        return _grouped(sorted(self.owner_years))

    @cached_property
    def fields(self) -> Grouped[str, Document]:
        """Held documents by the letters of their drafting unit, "KGVX"."""
        pairs = ((unit_of(d), d) for d in self._archive.held)
        return _grouped((unit, d) for unit, d in pairs if unit)

    @cached_property
    def codes(self) -> Grouped[str, Document]:
        """Documents by their folded code, "28-kh-tu"."""
        return _grouped((slugs.slug(d.code), d) for d in self._archive.documents if d.code)

    @cached_property
    def symbols(self) -> Grouped[str, Document]:
        """Documents by what stands after their number, folded: "kh-tu", "ubnd-kgvx"."""
        return _grouped((slugs.slug(d.symbol), d) for d in self._archive.documents if d.symbol)

    @cached_property
    def deadlines(self) -> Grouped[tuple[int, int], Task]:
        """Tasks by the year and month of the last day they can be due on, by that day; those
        with an open end have none."""
        dated = [(t.deadline.due, t) for t in self._archive.tasks if t.deadline and t.deadline.due]
        dated = [(due, task) for due, task in dated if due.latest != Day.max]
        dated.sort(key=lambda pair: pair[0].latest)
        return _grouped(((due.latest.year, due.latest.month), task) for due, task in dated)

    @cached_property
    def recurring(self) -> tuple[Task, ...]:
        """Tasks that come back."""
        return tuple(t for t in self._archive.tasks if t.deadline and t.deadline.repeat)

    @cached_property
    def wanted(self) -> tuple[tuple[Document, int], ...]:
        """Documents not held with the number of documents that name them, most named first."""
        stubs = (d for d in self._archive.documents if not d.held)
        counted = [(d, len({r.source for r in self._archive.relations_to(d.id)})) for d in stubs]
        return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0].id)))

    @cached_property
    def newest(self) -> tuple[Document, ...]:
        """Held documents by the day they were put online, the latest first."""
        online = [d for d in self._archive.held if d.dispatch and d.dispatch.published]
        return tuple(sorted(online, key=_arrival, reverse=True))

    @cached_property
    def by_group(self) -> Grouped[str, tuple[Document, Group]]:
        """Held documents addressed to each agency as a member of a group."""
        return _grouped(
            (member, (d, group))
            for d in self._archive.held
            for group in dict.fromkeys(filter(None, (self.group(p, d) for p in d.to)))
            for member in group.members
        )

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        """Every agency that has a page: those named, members of groups addressed, what they stand
        under, and all that came after them; sorted by id. What came before is told by name."""
        waiting = {*self._archive.agencies, *self.by_group}
        waiting |= {t.owner for t in self._archive.tombstones}
        waiting |= {parent for id_ in waiting for parent in self._parents(id_)}
        found: set[str] = set()
        while waiting:
            found |= waiting
            waiting = {heir for id_ in waiting for heir in self._heirs(id_)} - found
        return tuple(sorted(found))

    def _parents(self, id_: str) -> tuple[str, ...]:
        agency = _find(id_, self._register)
        return (agency.parent,) if agency and agency.parent else ()

    def _heirs(self, id_: str) -> tuple[str, ...]:
        agency = _find(id_, self._register)
        return tuple(s.successor for s in agency.successors) if agency else ()

    @cached_property
    def _with_page(self) -> frozenset[str]:
        return frozenset(self.agencies)

    def has_page(self, agency: str) -> bool:
        """Whether the agency has a page to link to."""
        return agency in self._with_page

    def group(self, party: Party, document: Document) -> Group | None:
        """The group a party of a document means, with its members on the document's day."""
        if party.group is None:
            return None
        province = self._register.province_of(document.owner)
        day = document.date.earliest if document.date else None
        name = party.name or party.printed
        place = province.id if province else None
        return self._register.find_group(name, day=day, province=place)


def unit_of(document: Document) -> str | None:
    """The letters of the drafting unit in a document's symbol, capitals: "KGVX"."""
    if not document.symbol:
        return None
    try:
        unit = Symbol.of(document.number, document.symbol).unit
    except ValueError:
        return None
    return unit.upper() if unit else None


def unit_name(letters: str) -> str | None:
    """What the letters of a drafting unit stand for, None where no list says."""
    return types.unit_name(letters)


def _arrival(document: Document) -> tuple[str, str]:
    published = document.dispatch.published if document.dispatch else None
    return (published.isoformat() if published else "", document.id)


def _find(id_: str, register: Register) -> Agency | None:
    try:
        return register.agency(id_)
    except KeyError:
        return None


def _grouped(pairs: Iterable[tuple[K, V]]) -> Grouped[K, V]:
    grouped: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        grouped[key].append(value)
    return {key: tuple(values) for key, values in grouped.items()}
