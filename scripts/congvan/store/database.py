"""The cache of builds: one SQLite file that can be deleted at any time.

Whatever stands in it can be made again from the sources; a crash at any point costs work and
nothing else. One build at a time writes it.
"""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import crc32

_KEPT = frozenset(("output", "remade"))

_TABLES = """
CREATE TABLE meta(name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;

CREATE TABLE file(path TEXT PRIMARY KEY, signature BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE reading(key BLOB PRIMARY KEY, value BLOB NOT NULL);

CREATE TABLE dispatch(
    path TEXT PRIMARY KEY, id TEXT, publicity TEXT NOT NULL, reading BLOB NOT NULL, identity TEXT,
    plain TEXT, noted INTEGER NOT NULL, address TEXT, owner TEXT, code TEXT, candidate BLOB,
    pending INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX dispatch_id ON dispatch(id);
CREATE INDEX dispatch_identity ON dispatch(identity);
CREATE INDEX dispatch_plain ON dispatch(plain);
CREATE INDEX dispatch_series ON dispatch(owner, code);
CREATE INDEX dispatch_pending ON dispatch(pending) WHERE pending;

CREATE TABLE claim(
    owner TEXT, code TEXT, path TEXT, said TEXT, PRIMARY KEY(owner, code, path)
) WITHOUT ROWID;
CREATE INDEX claim_path ON claim(path);
CREATE TABLE stated(id TEXT, path TEXT, PRIMARY KEY(id, path)) WITHOUT ROWID;
CREATE INDEX stated_path ON stated(path);
CREATE TABLE alias(address TEXT, id TEXT, path TEXT);
CREATE INDEX alias_path ON alias(path);
CREATE TABLE restless(owner TEXT, code TEXT, PRIMARY KEY(owner, code)) WITHOUT ROWID;
CREATE TABLE series(
    owner TEXT, code TEXT, answer BLOB, PRIMARY KEY(owner, code)
) WITHOUT ROWID;

CREATE TABLE finding(path TEXT, stage TEXT, severity TEXT, value BLOB);
CREATE INDEX finding_path ON finding(path);
CREATE INDEX finding_severity ON finding(severity);

CREATE TABLE document(
    id TEXT PRIMARY KEY, path TEXT, age TEXT NOT NULL, address TEXT NOT NULL, owner TEXT NOT NULL,
    slug TEXT NOT NULL, held INTEGER NOT NULL, whole BLOB, card BLOB, outline BLOB, links BLOB,
    tasks BLOB, standings BLOB
) WITHOUT ROWID;
CREATE INDEX document_address ON document(address);
CREATE INDEX document_slug ON document(owner, slug);
CREATE TABLE tombstone(id TEXT PRIMARY KEY, path TEXT, address TEXT, value BLOB) WITHOUT ROWID;
CREATE TABLE moved(address TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE ledger(address TEXT PRIMARY KEY, id TEXT NOT NULL, line INTEGER NOT NULL, day TEXT)
WITHOUT ROWID;
CREATE INDEX ledger_id ON ledger(id);

CREATE TABLE relation(
    source TEXT, target TEXT, kind TEXT, age TEXT NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY(source, kind, target)
) WITHOUT ROWID;
CREATE INDEX relation_target ON relation(target, age, kind);

CREATE TABLE shelf(id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, places INTEGER NOT NULL);
CREATE TABLE standing(
    shelf INTEGER, place TEXT NOT NULL, standing TEXT NOT NULL, PRIMARY KEY(shelf, place)
) WITHOUT ROWID;

CREATE TABLE question(id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, answer BLOB);
CREATE TABLE unit(
    id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, subject TEXT NOT NULL,
    stale INTEGER NOT NULL, asked BLOB
);
CREATE INDEX unit_subject ON unit(subject);
CREATE TABLE disturbed(subject TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE INDEX unit_stale ON unit(stale) WHERE stale;
CREATE TABLE asked(question INTEGER, unit INTEGER, PRIMARY KEY(question, unit)) WITHOUT ROWID;

CREATE TABLE output(
    path TEXT, root TEXT, unit TEXT NOT NULL, sha BLOB, PRIMARY KEY(root, path)
) WITHOUT ROWID;
CREATE INDEX output_unit ON output(unit);
CREATE INDEX output_doubtful ON output(unit) WHERE sha IS NULL;
CREATE TABLE remade(unit TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE part(
    path TEXT, place TEXT, unit TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY(path, place, unit)
) WITHOUT ROWID;
CREATE INDEX part_unit ON part(unit);
CREATE TABLE extract(id TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE touched(path TEXT PRIMARY KEY) WITHOUT ROWID;
"""

VERSION = crc32(_TABLES.encode()) & 0x7FFFFFFF
"""Of the tables above, as SQLite keeps it in the file; one of another version is made anew."""


class Busy(Exception):
    """Another build is writing."""


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The cache at `path`, for one writer alone. Raises Busy where there is another.

    A file that is no cache of ours, or of another version, or spoiled, is replaced by an empty one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy(str(path)) from error
        database = _sound(path) or _fresh(path)
        try:
            yield database
        finally:
            database.close()


def forget(database: sqlite3.Connection) -> None:
    """Everything but which files stand, so that all is read and made again."""
    database.execute("BEGIN IMMEDIATE")
    tables = database.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    for (name,) in tables.fetchall():
        if name not in _KEPT:
            database.execute(f"DELETE FROM {name}")  # noqa: S608 - our own tables
    database.execute("INSERT OR IGNORE INTO remade SELECT DISTINCT unit FROM output")
    database.execute("UPDATE output SET sha = NULL")
    database.execute("COMMIT")


def _sound(path: Path) -> sqlite3.Connection | None:
    if not path.is_file():
        return None
    database = _connected(path)
    try:
        if database.execute("PRAGMA user_version").fetchone() == (VERSION,):
            return database
    except sqlite3.DatabaseError:
        pass  # no database, or a spoiled one: it is made anew
    database.close()
    return None


def _fresh(path: Path) -> sqlite3.Connection:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with suppress(FileNotFoundError):
            path.with_name(name).unlink()
    database = _connected(path)
    database.executescript(_TABLES)
    database.execute(f"PRAGMA user_version = {VERSION}")
    return database


def _connected(path: Path) -> sqlite3.Connection:
    """Transactions are opened and closed by hand; a lost one costs work, so that the disk need not
    be waited for at each."""
    database = sqlite3.connect(path, isolation_level=None)
    with suppress(sqlite3.DatabaseError):
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("PRAGMA cache_size = -65536")
    return database
