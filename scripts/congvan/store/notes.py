"""Notes: single values that a build leaves for the next one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class Notes:
    """Named bytes."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def get(self, name: str) -> bytes | None:
        """What was noted under a name; None for nothing."""
        row = self._database.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def put(self, name: str, value: bytes) -> None:
        """Notes a value in the place of the one before."""
        self._database.execute("INSERT OR REPLACE INTO meta VALUES (?,?)", (name, value))

    def differs(self, name: str, value: bytes) -> bool:
        """Whether something else was noted; it notes nothing itself."""
        return self.get(name) != value


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside, or nothing of it."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")
