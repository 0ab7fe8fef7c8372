"""Answers: what the cache knows, in a form that can be sent to another process."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from congvan.model.archive import SLOT
from congvan.model.document import Card, Document, Relation, Task, Tombstone
from congvan.model.link import Link
from congvan.model.outline import Item
from congvan.store.coding import loads
from congvan.store.pieces import place_of

Answer = bytes | list[bytes] | str | int | tuple[tuple[str, int], ...] | None
"""As it is sent: `opened` makes the value of it."""

_PARTS = {
    "document": "whole",
    "card": "card",
    "outline": "outline",
    "links": "links",
    "tasks": "tasks",
}


_TYPES: dict[str, Any] = {
    "document": Document,
    "card": Card,
    "outline": tuple[Item, ...],
    "links": tuple[Link, ...],
    "tasks": tuple[Task, ...],
    "tombstone": Tombstone,
    "agencies": tuple[str, ...],
}


def opened(question: str, answer: Answer) -> Any:
    """The value that an answer stands for; see `model.archive` for what each question gives."""
    if question.startswith("slot:"):
        return tuple(map(place_of, answer.split("\n"))) if isinstance(answer, str) else ()
    if isinstance(answer, bytes):
        return loads(_TYPES[question.partition(":")[0]], answer)
    if isinstance(answer, list):
        return tuple(loads(Relation, value) for value in answer)
    return answer


class Answers:
    """Answers every question that documents and shelves can answer."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._by_kind: dict[str, Callable[[str], Answer]] = {
            **{kind: self._part(column) for kind, column in _PARTS.items()},
            "relations-from": self._relations_from,
            "relations-to": self._relations_to,
            "tombstone": self._tombstone,
            "moved": self._moved,
            "count": self._count,
            "slot": self._slot,
            "has-slot": self._has_slot,
            "under": self._under,
        }

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of questions that are answered here."""
        return frozenset(self._by_kind)

    def answer(self, question: str) -> Answer:
        """The answer as it is sent; None for what there is not. Raises KeyError for a question of
        another kind."""
        kind, _, subject = question.partition(":")
        return self._by_kind[kind](subject)

    def value(self, question: str) -> Any:
        """The answer's value."""
        return opened(question, self.answer(question))

    def _first(self, query: str, *values: object) -> Any:
        row = self._database.execute(query, values).fetchone()
        return row[0] if row else None

    def _part(self, column: str) -> Callable[[str], Answer]:
        query = f"SELECT {column} FROM document WHERE id = ?"  # noqa: S608 - our own names
        return lambda id_: self._first(query, id_)

    def _relations_from(self, id_: str) -> Answer:
        query = "SELECT value FROM relation WHERE source = ? ORDER BY kind, target"
        return [value for (value,) in self._database.execute(query, (id_,))]

    def _relations_to(self, id_: str) -> Answer:
        query = "SELECT value FROM relation WHERE target = ? ORDER BY age, kind"
        return [value for (value,) in self._database.execute(query, (id_,))]

    def _tombstone(self, id_: str) -> Answer:
        found: Answer = self._first("SELECT value FROM tombstone WHERE id = ?", id_)
        return found

    def _moved(self, address: str) -> Any:
        # An id is text, which `opened` hands on as it is.
        return self._first("SELECT id FROM moved WHERE address = ?", address)

    def _count(self, name: str) -> int:
        return int(self._first("SELECT places FROM shelf WHERE name = ?", name) or 0)

    def _has_slot(self, asked: str) -> bool:
        name, _, ordinal = asked.rpartition(":")
        return self._count(name) > (int(ordinal) - 1) * SLOT

    def _slot(self, asked: str) -> Answer:
        name, _, ordinal = asked.rpartition(":")
        rows = self._database.execute(
            "SELECT standing FROM standing WHERE shelf = (SELECT id FROM shelf WHERE name = ?)"
            " ORDER BY place LIMIT ? OFFSET ?",
            (name, SLOT, (int(ordinal) - 1) * SLOT),
        )
        return "\n".join(text for (text,) in rows) or None

    def _under(self, prefix: str) -> tuple[tuple[str, int], ...]:
        rows = self._database.execute(
            "SELECT substr(name, ?), places FROM shelf"
            " WHERE name >= ? AND name < ? AND places > 0 ORDER BY name",
            (len(prefix) + 1, prefix, f"{prefix}\U0010ffff"),
        )
        return tuple((name, places) for name, places in rows if "/" not in name)
