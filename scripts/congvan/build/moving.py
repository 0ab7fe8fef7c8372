"""Where old addresses lead, kept up with documents that come, go and change their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date as Day

from congvan import resolve, store
from congvan.build.memory import Memory
from congvan.model.document import Card, Tombstone
from congvan.model.sources import Address

_LEDGER = "moved"
"""The note of the ledger by which documents were last looked for."""
_LEVELS = 4
"""Parts of a document's address: the root, the owner, the year, the slug."""


def move(memory: Memory, ledger: bytes) -> None:
    """Looks at old addresses again where the ledger, known by its state, or a document has
    changed."""
    touched = any(s.startswith(("document:", "tombstone:")) for s in memory.changes.subjects)
    if not touched and not memory.notes.differs(_LEDGER, ledger):
        return
    memory.notes.put(_LEDGER, ledger)
    after = dict(_redirects(memory))
    before = dict(memory.database.execute("SELECT address, id FROM moved").fetchall())
    for address in before.keys() | after.keys():
        if before.get(address) != after.get(address):
            memory.changes.questions.add(f"moved:{address}")
            memory.changes.subjects.add(f"moved:{address}")
    memory.database.execute("DELETE FROM moved")
    memory.database.executemany("INSERT INTO moved VALUES (?,?)", after.items())


def _redirects(memory: Memory) -> Iterator[tuple[str, str]]:
    ledger = _unanswered(memory)
    aliases = memory.database.execute(
        "SELECT alias.address, id FROM alias JOIN document USING (id) ORDER BY alias.path"
    ).fetchall()
    tombstones = [
        store.loads(Tombstone, value)
        for (value,) in memory.database.execute("SELECT value FROM tombstone ORDER BY id")
    ]
    cards = _cards(memory, ledger, aliases)
    yield from resolve.redirects(cards, aliases, ledger, [t.id for t in tombstones])
    for tombstone in tombstones:
        yield from ((f"{alias.strip('/')}/", tombstone.id) for alias in tombstone.aliases)


def _unanswered(memory: Memory) -> list[Address]:
    """The rows of the ledger at whose address no document stands, with all others of their ids:
    what one address was tells what became of the other."""
    rows = memory.database.execute(
        "SELECT id, address, day FROM ledger WHERE id IN (SELECT id FROM ledger WHERE"
        " NOT EXISTS (SELECT 1 FROM document WHERE document.address = ledger.address)"
        " AND NOT (address GLOB 'id/*' AND EXISTS"
        " (SELECT 1 FROM document WHERE document.id = substr(ledger.address, 4, 8))))"
        " ORDER BY line"
    )
    return [Address(id_, address, Day.fromisoformat(day)) for id_, address, day in rows]


def _cards(
    memory: Memory, ledger: Iterable[Address], aliases: Iterable[tuple[str, str]]
) -> list[Card]:
    """The documents that old addresses may lead to, and those that stand at one."""
    found: dict[str, bytes] = {}
    for row in ledger:
        found |= _found(memory, "id = ?", row.id)
        parts = row.address.strip("/").split("/")
        if len(parts) >= _LEVELS:
            found |= _found(memory, "owner = ? AND slug = ?", parts[1], parts[3])
    for address, id_ in aliases:
        found |= _found(memory, "id = ? OR address = ?", id_, address)
    return [store.loads(Card, card) for _, card in sorted(found.items())]


def _found(memory: Memory, condition: str, *values: str) -> dict[str, bytes]:
    query = f"SELECT id, card FROM document WHERE {condition}"  # noqa: S608 - our own conditions
    return dict(memory.database.execute(query, values).fetchall())
