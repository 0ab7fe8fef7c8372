"""The store beside the index: records, texts for snippets, names of agencies, what is fresh."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from congvan.search.entry import Entry
from congvan.search.staff.records import Record, as_plain, from_plain

FOLDED = "~"
"""Before a key that is a folded name, so that it meets no name spelled out."""

_TABLES = """
CREATE TABLE IF NOT EXISTS fresh (what TEXT PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document (
    id TEXT PRIMARY KEY, year TEXT NOT NULL, record TEXT NOT NULL, lines TEXT NOT NULL,
    also TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS document_year ON document (year);
CREATE TABLE IF NOT EXISTS name (
    key TEXT NOT NULL, agency TEXT NOT NULL, PRIMARY KEY (key, agency)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS spelling (key TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Store:
    """One SQLite file."""

    connection: sqlite3.Connection

    def key(self, what: str) -> str | None:
        """The key under which `what` was last written: a year, or "sources"."""
        row = self.connection.execute("SELECT key FROM fresh WHERE what = ?", (what,)).fetchone()
        return row[0] if row else None

    def keep(self, what: str, key: str) -> None:
        """Notes that `what` is written as of `key`."""
        self.connection.execute("REPLACE INTO fresh VALUES (?, ?)", (what, key))

    def forget(self, what: str) -> None:
        """Takes out what is known of a year that is no more."""
        self.connection.execute("DELETE FROM fresh WHERE what = ?", (what,))
        self.connection.execute("DELETE FROM document WHERE year = ?", (what,))

    def years(self) -> list[str]:
        """The years written."""
        rows = self.connection.execute("SELECT what FROM fresh WHERE what GLOB '[0-9]*'")
        return sorted(row[0] for row in rows)

    def put(self, year: str, record: Record, entry: Entry) -> None:
        """Writes the record of one document of a year with its text."""
        row = _packed(year, record, entry)
        self.connection.execute("REPLACE INTO document VALUES (?, ?, ?, ?, ?)", row)

    def put_names(self, rows: Iterable[tuple[str, str]]) -> None:
        """Writes by which keys agencies are found, in place of all that were."""
        self.connection.execute("DELETE FROM name")
        self.connection.executemany("REPLACE INTO name VALUES (?, ?)", rows)

    def put_spellings(self, rows: Iterable[tuple[str, str]]) -> None:
        """Writes how each folded name is spelled, the first spelling of a key being its best."""
        self.connection.execute("DELETE FROM spelling")
        self.connection.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?)", rows)

    def record(self, id_: str) -> tuple[Record, list[str], list[str]]:
        """A document's record, the lines of its text, and what else it is found by."""
        row = self.connection.execute(
            "SELECT record, lines, also FROM document WHERE id = ?", (id_,)
        ).fetchone()
        return from_plain(json.loads(row[0])), row[1].split("\n"), row[2].split("\n")

    def agencies(self, key: str) -> tuple[str, ...]:
        """The agencies of the archive found by a key."""
        rows = self.connection.execute("SELECT agency FROM name WHERE key = ? ORDER BY 1", (key,))
        return tuple(row[0] for row in rows)

    def spellings(self) -> dict[str, str]:
        """Every folded name with its spelling."""
        return dict(self.connection.execute("SELECT key, name FROM spelling"))


def _packed(year: str, record: Record, entry: Entry) -> tuple[str, ...]:
    plain = json.dumps(as_plain(record), ensure_ascii=False)
    return record.id, year, plain, "\n".join(entry.lines), "\n".join(entry.also)


@contextmanager
def opened(directory: Path) -> Iterator[Store]:
    """The store in a directory, made where there is none; kept where nothing was raised."""
    directory.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(directory / "store.sqlite")
    try:
        with connection:
            connection.executescript(_TABLES)
            yield Store(connection)
    finally:
        connection.close()
