"""Agencies by name: every body the archive names, across time, by each way of writing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import process

from congvan.language.folding import fold
from congvan.language.spelling import exact_key
from congvan.model.archive import Archive
from congvan.model.document import Document
from congvan.model.link import Party
from congvan.search.names import Names
from congvan.search.staff.store import FOLDED, Store

_NEAR = 70
"""Of a hundred: below it a name is no likely slip of another."""


class UnknownName(Exception):
    """A name that no agency of the archive bears."""

    def __init__(self, name: str, suggestions: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.suggestions = suggestions
        """Names that look like it, as they are spelled."""


def groups_of(document: Document) -> set[Party]:
    """The groups that a document addresses or gives a task, as it prints them."""
    tasked = (party for task in document.tasks for party in (*task.lead, *task.with_))
    return {party for party in (*document.to, *tasked) if party.group and not party.agency}


def keys(archive: Archive, groups: Iterable[Party]) -> Iterator[tuple[str, str]]:
    """Each key with an agency it finds: its id, its names as spelled, its names folded."""
    names = Names(archive)
    for agency in archive.agencies():
        yield agency, agency
        for name in names.every(agency):
            yield exact_key(name), agency
            yield _folded(name), agency
    for party in groups:
        if party.group:
            yield exact_key(party.printed), party.group
            yield _folded(party.printed), party.group


def spellings(archive: Archive, groups: Iterable[Party]) -> Iterator[tuple[str, str]]:
    """Each folded name as it is spelled: those of agencies, then those of groups as printed."""
    names = Names(archive)
    for agency in archive.agencies():
        for name in names.every(agency):
            yield _folded(name), name
    for printed in sorted({party.printed for party in groups}):
        yield _folded(printed), printed


def named(store: Store, name: str) -> tuple[str, ...]:
    """The ids of all bodies of that name, in every province and time.

    A name spelled out finds those spelled so; else marks do not count. Raises UnknownName.
    """
    found = next(filter(None, map(store.agencies, (name, exact_key(name), _folded(name)))), ())
    if not found:
        spelled = store.spellings()
        near = process.extract(_folded(name), spelled.keys(), limit=3, score_cutoff=_NEAR)
        raise UnknownName(name, tuple(spelled[key] for key, *_ in near))
    return found


def _folded(name: str) -> str:
    return FOLDED + " ".join(fold(name).split())
