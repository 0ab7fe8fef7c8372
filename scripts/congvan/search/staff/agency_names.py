"""Agencies by name: every body the archive names, across time, by each way of writing it."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import process

from congvan.language.folding import fold
from congvan.language.spelling import exact_key
from congvan.model.archive import Archive
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


def keys(archive: Archive, names: Names) -> Iterator[tuple[str, str]]:
    """Each key with an agency it finds: its id, its names as spelled, its names folded."""
    for agency in archive.agencies:
        yield agency, agency
        for name in names.every(agency):
            yield exact_key(name), agency
            yield _folded(name), agency
    for document in archive.documents:
        for party in (*document.to, *(p for t in document.tasks for p in (*t.lead, *t.with_))):
            if party.group and not party.agency:
                yield exact_key(party.printed), party.group
                yield _folded(party.printed), party.group


def spellings(archive: Archive, names: Names) -> Iterator[tuple[str, str]]:
    """Each folded name as it is spelled: those of agencies, then those of groups as printed."""
    for agency in archive.agencies:
        for name in names.every(agency):
            yield _folded(name), name
    for document in archive.documents:
        for party in document.to:
            if party.group and not party.agency:
                yield _folded(party.printed), party.printed


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
