"""The archive: every document linked both ways, asked by key and never walked page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from congvan.model.document import Document, Relation, Task, Tombstone
from congvan.model.finding import Finding

K = TypeVar("K")
V = TypeVar("V")

NO_DATE = 0
"""The year under which documents without any date are listed."""


@dataclass(frozen=True)
class Archive:
    """The public archive after resolving. Answers are in the order of `documents`."""

    documents: tuple[Document, ...]
    """Held and stubs, oldest first, then by id."""
    relations: tuple[Relation, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    """(old address, document id): aliases and moved stubs."""
    findings: tuple[Finding, ...] = field(default=(), compare=False)

    @cached_property
    def _by_id(self) -> dict[str, Document]:
        return {d.id: d for d in self.documents}

    @cached_property
    def _outgoing(self) -> dict[str, list[Relation]]:
        return _grouped((r.source, r) for r in self.relations)

    @cached_property
    def _incoming(self) -> dict[str, list[Relation]]:
        return _grouped((r.target, r) for r in self.relations)

    @cached_property
    def _by_owner(self) -> dict[str, list[Document]]:
        return _grouped((d.owner, d) for d in self.documents)

    @cached_property
    def _by_year(self) -> dict[int, list[Document]]:
        return _grouped((year_of(d), d) for d in self.documents)

    @cached_property
    def _by_type(self) -> dict[str, list[Document]]:
        return _grouped((d.type, d) for d in self.documents)

    @cached_property
    def _addressed(self) -> dict[str, list[Document]]:
        return _grouped((p.agency, d) for d in self.documents for p in d.to if p.agency)

    @cached_property
    def _tasks_by_agency(self) -> dict[str, list[Task]]:
        return _grouped((agency, task) for task in self.tasks for agency in _agencies(task))

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Every task of every held document."""
        return tuple(task for d in self.documents for task in d.tasks)

    @property
    def held(self) -> tuple[Document, ...]:
        """The documents whose text the archive has."""
        return tuple(d for d in self.documents if d.held)

    def document(self, id_: str) -> Document:
        """The document of that id. Raises KeyError where there is none."""
        return self._by_id[id_]

    def relations_from(self, id_: str) -> tuple[Relation, ...]:
        """What the document does to others: implements, cites, replaces …"""
        return tuple(self._outgoing.get(id_, ()))

    def relations_to(self, id_: str) -> tuple[Relation, ...]:
        """What others do to the document."""
        return tuple(self._incoming.get(id_, ()))

    def issued_by(self, agency: str) -> tuple[Document, ...]:
        """Documents of the agency's own number series."""
        return tuple(self._by_owner.get(agency, ()))

    def addressed_to(self, agency: str) -> tuple[Document, ...]:
        """Held documents that name the agency among their addressees."""
        return tuple(self._addressed.get(agency, ()))

    def tasks_of(self, agency: str) -> tuple[Task, ...]:
        """Tasks the agency leads or cooperates in."""
        return tuple(dict.fromkeys(self._tasks_by_agency.get(agency, ())))

    def of_year(self, year: int) -> tuple[Document, ...]:
        """Documents dated in the year; NO_DATE for those without any date."""
        return tuple(self._by_year.get(year, ()))

    def of_type(self, type_: str) -> tuple[Document, ...]:
        """Documents of a type id."""
        return tuple(self._by_type.get(type_, ()))

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a document, oldest first."""
        return tuple(sorted(self._by_year))

    @property
    def types(self) -> tuple[str, ...]:
        """The type ids that have a document."""
        return tuple(sorted(self._by_type))

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        """Every agency that a document names: owner, addressee, party to a task, mention."""
        named = (agency for d in self.documents for agency in _named(d))
        return tuple(sorted(set(named)))


def year_of(document: Document) -> int:
    """The year a document is listed under."""
    return NO_DATE if document.date is None else document.date.year


def _agencies(task: Task) -> Iterator[str]:
    parties = (*task.lead, *task.with_, *((task.via,) if task.via else ()))
    return (p.agency for p in parties if p.agency)


def _named(document: Document) -> Iterator[str]:
    yield document.owner
    yield from (p.agency for p in (*document.to, *document.copies) if p.agency)
    yield from (link.party.agency for link in document.agencies if link.party.agency)
    for task in document.tasks:
        yield from _agencies(task)


def _grouped(pairs: Iterator[tuple[K, V]]) -> dict[K, list[V]]:
    grouped: dict[K, list[V]] = {}
    for key, value in pairs:
        grouped.setdefault(key, []).append(value)
    return grouped
