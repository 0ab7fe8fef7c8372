"""Documents in the cache: put, taken out, and what that changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from congvan.model.archive import SLOT
from congvan.store.changes import Changes
from congvan.store.coding import dumps, loads
from congvan.store.pieces import Pieces, Standing

_PARTS = ("whole", "card", "outline", "links", "tasks")
_QUESTIONS = {"whole": "document"}
"""The question that a part answers, where it is not named like it."""


class Documents:
    """The documents of one cache; every change is noted in `changes`."""

    def __init__(self, database: sqlite3.Connection, changes: Changes) -> None:
        self._database = database
        self._changes = changes
        self._shelf_ids: dict[str, int] = {}

    def put(self, pieces: Pieces, kept: Iterable[str] = ()) -> None:
        """Stores a document, in the place of what was known of it. Places on shelves that are
        `kept` are given by `stand` and stay as they are."""
        self._note_parts(pieces)
        standing = (s for s in self._standings(pieces.id) if s[0] in kept)
        every = (*pieces.standings, *standing)
        self._put_standings(pieces.id, every)
        self._put_relations(pieces)
        self._database.execute(
            "INSERT OR REPLACE INTO document VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                pieces.id,
                pieces.path,
                pieces.age,
                pieces.address,
                pieces.owner,
                pieces.slug,
                pieces.held,
                *(getattr(pieces, part) for part in _PARTS),
                dumps(every),
            ),
        )

    def remove(self, id_: str) -> None:
        """Takes a document out with its relations and places."""
        self._changes.subjects.add(f"document:{id_}")
        self._changes.questions.update(f"{_QUESTIONS.get(p, p)}:{id_}" for p in _PARTS)
        self._put_standings(id_, ())
        self._drop_relations(id_)
        self._database.execute("DELETE FROM document WHERE id = ?", (id_,))

    def stand(self, id_: str, standing: Standing) -> None:
        """Gives a document its one place on a shelf, instead of what it had there."""
        every = (*(s for s in self._standings(id_) if s[0] != standing[0]), standing)
        self._put_standings(id_, every)
        self._database.execute(
            "UPDATE document SET standings = ? WHERE id = ?", (dumps(every), id_)
        )

    def counts(self) -> tuple[int, int]:
        """How many documents are held, and how many are known by their citations."""
        held = self._one("SELECT COUNT(*) FROM document WHERE held")
        return held, self._one("SELECT COUNT(*) FROM document") - held

    def settle_shelves(self) -> None:
        """Counts the shelves that have changed, and notes what is now told of them otherwise."""
        for name, order in self._changes.shelves.items():
            self._settle(name, order)
        self._changes.shelves.clear()

    def _note_parts(self, pieces: Pieces) -> None:
        found = self._database.execute(
            f"SELECT {', '.join(_PARTS)} FROM document WHERE id = ?",  # noqa: S608 - our own names
            (pieces.id,),
        ).fetchone()
        for part, before in zip(_PARTS, found or [None] * len(_PARTS), strict=True):
            if before != getattr(pieces, part):
                self._changes.questions.add(f"{_QUESTIONS.get(part, part)}:{pieces.id}")
                self._changes.subjects.add(f"document:{pieces.id}")

    def _standings(self, id_: str) -> tuple[Standing, ...]:
        query = "SELECT standings FROM document WHERE id = ?"
        found = self._database.execute(query, (id_,)).fetchone()
        standings: tuple[Standing, ...] = loads(tuple[Standing, ...], found[0]) if found else ()
        return standings

    def _put_standings(self, id_: str, standings: Iterable[Standing]) -> None:
        before, after = frozenset(self._standings(id_)), frozenset(standings)
        for shelf, order, _ in before - after:
            self._changes.on_shelf(shelf, order)
            self._database.execute(
                "DELETE FROM standing WHERE shelf = ? AND place = ?", (self._shelf(shelf), order)
            )
        for shelf, order, place in sorted(after - before):
            self._changes.on_shelf(shelf, order)
            self._database.execute(
                "INSERT OR REPLACE INTO standing VALUES (?,?,?)",
                (self._shelf(shelf), order, place),
            )

    def _put_relations(self, pieces: Pieces) -> None:
        rows = self._database.execute(
            "SELECT target, kind, value, age FROM relation WHERE source = ?", (pieces.id,)
        ).fetchall()
        before = {(target, kind): (value, age) for target, kind, value, age in rows}
        after = {(target, kind): (value, pieces.age) for target, kind, value in pieces.relations}
        differing = {k for k in before.keys() | after.keys() if before.get(k) != after.get(k)}
        for target, kind in sorted(differing):
            self._note_relation(pieces.id, target)
            self._database.execute(
                "DELETE FROM relation WHERE source = ? AND kind = ? AND target = ?",
                (pieces.id, kind, target),
            )
            if (target, kind) in after:
                value, age = after[target, kind]
                self._database.execute(
                    "INSERT INTO relation VALUES (?,?,?,?,?)", (pieces.id, target, kind, age, value)
                )

    def _drop_relations(self, id_: str) -> None:
        rows = self._database.execute("SELECT target FROM relation WHERE source = ?", (id_,))
        for (target,) in rows.fetchall():
            self._note_relation(id_, target)
        self._database.execute("DELETE FROM relation WHERE source = ?", (id_,))

    def _note_relation(self, source: str, target: str) -> None:
        self._changes.questions.update((f"relations-from:{source}", f"relations-to:{target}"))
        self._changes.targets.add(target)

    def _shelf(self, name: str) -> int:
        if name not in self._shelf_ids:
            self._database.execute(
                "INSERT OR IGNORE INTO shelf(name, places) VALUES (?, 0)", (name,)
            )
            found = self._database.execute("SELECT id FROM shelf WHERE name = ?", (name,))
            self._shelf_ids[name] = found.fetchone()[0]
        return self._shelf_ids[name]

    def _settle(self, name: str, order: str) -> None:
        shelf = self._shelf(name)
        before = self._one("SELECT places FROM shelf WHERE id = ?", shelf)
        after = self._one("SELECT COUNT(*) FROM standing WHERE shelf = ?", shelf)
        first = self._one(
            "SELECT COUNT(*) FROM standing WHERE shelf = ? AND place < ?", shelf, order
        )
        old_slots, new_slots = -(-before // SLOT), -(-after // SLOT)
        self._changes.questions.update(
            f"slot:{name}:{k}" for k in range(first // SLOT + 1, max(old_slots, new_slots) + 1)
        )
        if before != after:
            self._changes.subjects.add(f"shelf:{name}")
            self._changes.questions.add(f"count:{name}")
            low, high = sorted((old_slots, new_slots))
            self._changes.questions.update(f"has-slot:{name}:{k}" for k in range(low + 1, high + 1))
            self._changes.questions.update(_prefixes(name))
            self._database.execute("UPDATE shelf SET places = ? WHERE id = ?", (after, shelf))

    def _one(self, query: str, *values: object) -> int:
        return int(self._database.execute(query, values).fetchone()[0])


def _prefixes(name: str) -> Iterable[str]:
    """Every "under:" question whose answer tells of the shelf."""
    start = name.rfind("/") + 1
    return (f"under:{name[:end]}" for end in range(start, len(name) + 1))
