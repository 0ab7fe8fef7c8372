"""All that one build remembers and works with, opened together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

from congvan import publish, store
from congvan.build.result import Tell, silent
from congvan.build.workers import Workers
from congvan.language.register import Register
from congvan.model.site import Site
from congvan.settings import Settings
from congvan.store import Changes, Dispatches, Documents, Notes, Outputs, Parts, Units


@dataclass
class Memory:
    """The cache of one archive, and who works on it."""

    settings: Settings
    database: sqlite3.Connection
    workers: Workers
    tell: Tell = silent
    changes: Changes = field(default_factory=Changes)
    kept: dict[str, bytes] = field(default_factory=dict)
    """What is noted when the files stand where readers see them."""
    register_noted: set[str] = field(default_factory=set)
    """Questions to the register whose answers have been noted in this build."""

    def __post_init__(self) -> None:
        self.notes = Notes(self.database)
        self.dispatches = Dispatches(self.database)
        self.documents = Documents(self.database, self.changes)
        self.units = Units(self.database)
        self.outputs = Outputs(self.database)
        self.parts = Parts(self.database)
        self.answers = store.Answers(self.database)
        self.register: Register | None = None
        self.agencies: frozenset[str] = frozenset()
        """Every agency that has a page."""
        self.own = b""
        """The archive's own register, as `store.dumps` writes it."""

    @cached_property
    def site(self) -> Site:
        """Where the site is served and what it is called."""
        return publish.site(self.settings.root)

    def note_register(self, answers: Mapping[str, bytes]) -> None:
        """Keeps digests of what the register answered, each question once in a build."""
        fresh = {q: a for q, a in answers.items() if q not in self.register_noted}
        self.units.note_answers(fresh)
        self.register_noted |= fresh.keys()


@contextmanager
def remembered(settings: Settings, workers: Workers, tell: Tell = silent) -> Iterator[Memory]:
    """The memory of an archive. Raises store.Busy where another build is at work."""
    with store.opened_database(settings.cache / "build.sqlite") as database:
        yield Memory(settings, database, workers, tell)
