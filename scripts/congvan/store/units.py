"""Units in the cache: what is made together, what it asked, and whether it must be made again."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping

from congvan.store.changes import Changes

_MADE = 2
"""The mark of a unit that has been made, while its files are on the way."""
_AGE = (
    "UPDATE unit SET stale = 1 WHERE id IN (SELECT unit FROM asked WHERE question IN"
    " (SELECT id FROM question WHERE name IN ({})))"
)
"""Ages the units that asked; a question mark for each name."""

_MANY = 500
"""Names in one query."""


class Units:
    """The units of one cache, by name."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def spread(self, changes: Changes) -> None:
        """Marks every unit as stale that asked what has another answer now."""
        if self._database.execute("SELECT 1 FROM unit LIMIT 1").fetchone() is None:
            changes.questions.clear()
            return
        for names in _portions(sorted(changes.questions)):
            marks = ",".join("?" * len(names))
            self._database.execute(
                _AGE.format(marks),
                names,
            )
        changes.questions.clear()

    def disturb(self, changes: Changes) -> None:
        """Notes the subjects to be looked at again, for whichever build comes to it."""
        self._database.executemany(
            "INSERT OR IGNORE INTO disturbed VALUES (?)", ((s,) for s in sorted(changes.subjects))
        )
        changes.subjects.clear()

    def disturbed(self) -> tuple[str, ...]:
        """The subjects to be looked at again, in order; they are noted no more."""
        rows = self._database.execute("SELECT subject FROM disturbed ORDER BY subject").fetchall()
        self._database.execute("DELETE FROM disturbed")
        return tuple(subject for (subject,) in rows)

    def age_all(self) -> None:
        """Marks every unit as stale: what renders them has changed."""
        self._database.execute("UPDATE unit SET stale = 1")

    def of_subject(self, subject: str) -> frozenset[str]:
        """The units there are of a subject."""
        rows = self._database.execute("SELECT name FROM unit WHERE subject = ?", (subject,))
        return frozenset(name for (name,) in rows)

    def add(self, name: str, subject: str) -> None:
        """Enters a unit that is still to be made."""
        self._database.execute(
            "INSERT INTO unit(name, subject, stale) VALUES (?,?,1)", (name, subject)
        )

    def drop(self, name: str) -> None:
        """Takes out a unit; what it made is removed with the next commit."""
        self._forget_asked(name)
        self._database.execute("DELETE FROM unit WHERE name = ?", (name,))

    def stale(self) -> Iterator[str]:
        """The names of units that must be made, in the order in which they were entered."""
        rows = self._database.execute(
            "SELECT name FROM unit WHERE stale = 1 ORDER BY id"
        ).fetchall()
        return (name for (name,) in rows)

    def count_stale(self) -> int:
        """How many units must be made."""
        found = self._database.execute("SELECT COUNT(*) FROM unit WHERE stale = 1").fetchone()
        return int(found[0])

    def asked(self, name: str) -> tuple[str, ...]:
        """What a unit asked when it was last made; () for one that is new."""
        found = self._database.execute("SELECT asked FROM unit WHERE name = ?", (name,)).fetchone()
        ids = _unpacked(found[0]) if found and found[0] else ()
        return tuple(self._names(ids))

    def made(self, name: str, asked: Iterable[str]) -> None:
        """Notes that a unit has been made, and of which questions."""
        self._forget_asked(name)
        ids = sorted(self._question(question) for question in asked)
        (unit,) = self._database.execute("SELECT id FROM unit WHERE name = ?", (name,)).fetchone()
        self._database.executemany(
            "INSERT INTO asked VALUES (?,?)", ((question, unit) for question in ids)
        )
        self._database.execute(
            "UPDATE unit SET stale = ?, asked = ? WHERE id = ?",
            (_MADE, array("I", ids).tobytes(), unit),
        )

    def settle(self) -> None:
        """What has been made stands where readers see it: nothing of it is stale."""
        self._database.execute("UPDATE unit SET stale = 0 WHERE stale = ?", (_MADE,))

    def unsettled(self) -> None:
        """What was made and never arrived, since a build broke off, is to be made again."""
        self._database.execute(
            "UPDATE unit SET stale = 1 WHERE stale = ?"
            " OR name IN (SELECT unit FROM output WHERE sha IS NULL)",
            (_MADE,),
        )
        self._database.execute("DELETE FROM extract")

    def answers_of(self, kinds: Iterable[str]) -> dict[str, bytes | None]:
        """The digests of answers noted with `note_answers`, for all questions of some kinds."""
        found: dict[str, bytes | None] = {}
        for kind in kinds:
            rows = self._database.execute(
                "SELECT name, answer FROM question WHERE name >= ? AND name < ?",
                (f"{kind}:", f"{kind};"),
            )
            found |= dict(rows.fetchall())
        return found

    def note_answers(self, answers: Mapping[str, bytes]) -> None:
        """Keeps digests of answers that do not come from the cache, to see later whether they
        have changed."""
        self._database.executemany(
            "UPDATE question SET answer = ? WHERE name = ?", ((a, q) for q, a in answers.items())
        )

    def _forget_asked(self, name: str) -> None:
        row = self._database.execute("SELECT id, asked FROM unit WHERE name = ?", (name,))
        found = row.fetchone()
        if found and found[1]:
            self._database.executemany(
                "DELETE FROM asked WHERE question = ? AND unit = ?",
                ((question, found[0]) for question in _unpacked(found[1])),
            )

    def _question(self, name: str) -> int:
        found = self._database.execute("SELECT id FROM question WHERE name = ?", (name,)).fetchone()
        if found:
            return int(found[0])
        cursor = self._database.execute("INSERT INTO question(name) VALUES (?)", (name,))
        return int(cursor.lastrowid or 0)

    def _names(self, ids: Iterable[int]) -> Iterator[str]:
        for id_ in ids:
            row = self._database.execute("SELECT name FROM question WHERE id = ?", (id_,))
            yield row.fetchone()[0]


def _unpacked(packed: bytes) -> array[int]:
    ids = array("I")
    ids.frombytes(packed)
    return ids


def _portions(names: list[str]) -> Iterator[list[str]]:
    return (names[at : at + _MANY] for at in range(0, len(names), _MANY))
