"""Outputs in the cache: which file was made by which unit, and of which content.

Where a file is about to be written, what is known of it is forgotten first: after a crash between
the two it is written again, whatever it holds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

_FRESH = """
CREATE TEMP TABLE IF NOT EXISTS fresh(
    path TEXT, root TEXT, unit TEXT NOT NULL, sha BLOB, PRIMARY KEY(root, path)
) WITHOUT ROWID;
DELETE FROM fresh;
"""


class Repeated(Exception):
    """Two units make one file."""


class Outputs:
    """The files of one cache. What a build makes is kept apart until `settle`."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.executescript(_FRESH)

    def sha(self, root: str, path: str) -> bytes | None:
        """What the file was last written with; None where that is not known."""
        found = self._database.execute(
            "SELECT sha FROM output WHERE root = ? AND path = ?", (root, path)
        ).fetchone()
        return found[0] if found else None

    def remake(self, unit: str) -> None:
        """From here on what the unit made before stands only where it is made again."""
        self._database.execute("INSERT OR IGNORE INTO remade VALUES (?)", (unit,))

    def remake_all(self, like: str) -> None:
        """The same of all units that begin so."""
        self._database.execute(
            "INSERT OR IGNORE INTO remade SELECT DISTINCT unit FROM output"
            " WHERE substr(unit, 1, ?) = ?",
            (len(like), like),
        )

    def keep_all(self, like: str) -> None:
        """What units that begin so made stands after all: the build that was to make them anew
        broke off before any file was touched."""
        self._database.execute("DELETE FROM remade WHERE substr(unit, 1, ?) = ?", (len(like), like))

    def add(self, root: str, path: str, unit: str, sha: bytes) -> None:
        """A file made in this build. Raises Repeated where another unit has made it too."""
        try:
            self._database.execute("INSERT INTO fresh VALUES (?,?,?,?)", (path, root, unit, sha))
        except sqlite3.IntegrityError as error:
            raise Repeated(f"{root}/{path}: {unit}") from error

    def gone(self) -> Iterator[tuple[str, str]]:
        """(root, path) of what remade units made before and nobody makes now."""
        rows = self._database.execute(
            "SELECT root, path FROM output WHERE unit IN (SELECT unit FROM remade)"
            " AND NOT EXISTS (SELECT 1 FROM fresh"
            " WHERE fresh.root = output.root AND fresh.path = output.path) ORDER BY root, path"
        )
        return iter(rows.fetchall())

    def doubt(self) -> None:
        """Forgets what files hold that are about to be written or removed."""
        self._database.execute(
            "UPDATE output SET sha = NULL WHERE unit IN (SELECT unit FROM remade)"
            " AND NOT EXISTS (SELECT 1 FROM fresh WHERE fresh.root = output.root"
            " AND fresh.path = output.path AND fresh.sha IS output.sha)"
        )
        self._database.execute(
            "UPDATE output SET sha = NULL WHERE EXISTS (SELECT 1 FROM fresh"
            " WHERE fresh.root = output.root AND fresh.path = output.path"
            " AND fresh.sha IS NOT output.sha)"
        )
        # So that they are known, and removed where nobody makes them any more.
        self._database.execute(
            "INSERT OR IGNORE INTO output(path, root, unit, sha)"
            " SELECT path, root, unit, NULL FROM fresh"
        )

    def doubt_all(self) -> None:
        """Forgets what every file holds: somebody else has taken files away."""
        self._database.execute("UPDATE output SET sha = NULL")

    def doubtful(self, like: str) -> bool:
        """Whether it is not known what some file holds whose unit begins so: a build broke off."""
        found = self._database.execute(
            "SELECT 1 FROM output WHERE sha IS NULL AND substr(unit, 1, ?) = ?", (len(like), like)
        )
        return found.fetchone() is not None

    def fresh(self, root: str) -> Iterator[tuple[str, str, bytes]]:
        """(path, unit, content hash) of every file of a root made in this build, by path."""
        rows = self._database.execute(
            "SELECT path, unit, sha FROM fresh WHERE root = ? ORDER BY path", (root,)
        )
        return iter(rows.fetchall())

    def settle(self) -> None:
        """What this build made takes the place of what its units made before."""
        self._database.execute("DELETE FROM output WHERE unit IN (SELECT unit FROM remade)")
        self._database.execute(
            "INSERT OR REPLACE INTO output(path, root, unit, sha)"
            " SELECT path, root, unit, sha FROM fresh"
        )
        self._database.execute("DELETE FROM fresh")
        self._database.execute("DELETE FROM remade")

    def standing(self, root: str) -> Iterator[tuple[str, str, bytes]]:
        """(path, unit, content hash) of every file of a root that stands from before, by path."""
        rows = self._database.execute(
            "SELECT path, unit, sha FROM output WHERE root = ? AND NOT EXISTS (SELECT 1 FROM remade"
            " WHERE remade.unit = output.unit) ORDER BY path",
            (root,),
        )
        return iter(rows.fetchall())

    def below(self, folder: str) -> tuple[str, ...]:
        """The paths of the site's files below a folder, after this build, by path."""
        end = f"{folder}\U0010ffff"
        rows = self._database.execute(
            "SELECT path FROM fresh WHERE root = 'site' AND path >= ?1 AND path < ?2"
            " UNION SELECT path FROM output WHERE root = 'site' AND path >= ?1 AND path < ?2"
            " AND unit NOT IN (SELECT unit FROM remade) ORDER BY path",
            (folder, end),
        )
        return tuple(path for (path,) in rows)

    def count(self, root: str) -> int:
        """How many files of a root stood after the last build."""
        found = self._database.execute("SELECT COUNT(*) FROM output WHERE root = ?", (root,))
        return int(found.fetchone()[0])

    def exists(self, root: str, path: str) -> bool:
        """Whether a file stands after this build: made in it, or before and by no remade unit."""
        fresh = self._database.execute(
            "SELECT 1 FROM fresh WHERE root = ? AND path = ?", (root, path)
        )
        if fresh.fetchone():
            return True
        before = self._database.execute(
            "SELECT 1 FROM output WHERE root = ? AND path = ?"
            " AND unit NOT IN (SELECT unit FROM remade)",
            (root, path),
        )
        return before.fetchone() is not None


class Parts:
    """Pieces of files that are put together from them."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def replace(self, unit: str, parts: Iterable[tuple[str, str, bytes]]) -> None:
        """What a unit gives to files: (path, place in the file, content)."""
        rows = self._database.execute(
            "SELECT path, place, content FROM part WHERE unit = ?", (unit,)
        ).fetchall()
        before, after = frozenset(rows), frozenset(parts)
        self._database.executemany(
            "INSERT OR IGNORE INTO touched VALUES (?)",
            sorted({(path,) for path, _, _ in before ^ after}),
        )
        self._database.executemany(
            "DELETE FROM part WHERE path = ? AND place = ? AND unit = ?",
            ((path, place, unit) for path, place, _ in before - after),
        )
        self._database.executemany(
            "INSERT INTO part VALUES (?,?,?,?)",
            ((path, place, unit, content) for path, place, content in after - before),
        )

    def of(self, path: str) -> Iterator[bytes]:
        """The pieces of a file in their order."""
        rows = self._database.execute(
            "SELECT content FROM part WHERE path = ? ORDER BY place, unit", (path,)
        )
        return (content for (content,) in rows)

    def touched(self) -> tuple[str, ...]:
        """The files whose pieces have changed since `settle`."""
        rows = self._database.execute("SELECT path FROM touched ORDER BY path")
        return tuple(path for (path,) in rows)

    def settle(self) -> None:
        """Every file stands as its pieces say."""
        self._database.execute("DELETE FROM touched")

    def paths(self) -> Iterator[str]:
        """Every file that is put together."""
        rows = self._database.execute("SELECT DISTINCT path FROM part ORDER BY path")
        return (path for (path,) in rows.fetchall())
