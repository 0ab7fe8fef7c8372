"""From the files that clerks edit to what the cache knows of each: read, recognised, entered."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from congvan import read, recognise, resolve, store
from congvan.build import versions
from congvan.build.linking import judged
from congvan.build.memory import Memory
from congvan.build.preparing import Reading, prepare, register_of
from congvan.model.prepared import Prepared, Publicity
from congvan.model.recognised import RecognisedKnown
from congvan.model.sources import Address, KnownDocument

T = TypeVar("T")

BATCH = 40
"""Files in one job: a fifth of a second's work, so that sending it costs little."""

_Said = tuple[tuple[KnownDocument, ...], tuple[tuple[str, str], ...]]
"""The entries of `known.yml` and the series that they are about."""

_OWN = "*own*"
"""Where findings are kept that belong to no dispatch."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """What a look at the sources came to."""

    changed: frozenset[str]
    """Dispatch files that were new or read anew, below `dispatches/`."""
    gone: frozenset[str]
    count: int
    """Files there are."""
    known: tuple[RecognisedKnown, ...]
    ledger: bytes
    """What tells one state of the ledger from another."""


def source(memory: Memory) -> Sourced:
    """Brings the cache up to the sources, one file at a time."""
    memory.tell("read", 0, 0)
    _register(memory)
    known = _known(memory)
    ledger = _ledger(memory)
    seen = _scan(memory)
    gone = frozenset(_paths(memory) - seen.changed.keys() - seen.same)
    changed = _changed(memory, seen)
    with store.transaction(memory.database):
        for path in gone:
            _forget(memory, path)
    _read(memory, changed, seen)
    with store.transaction(memory.database):
        memory.dispatches.put_findings(_OWN, "strays", judged(seen.strays))
        memory.notes.put("program", versions.of_reading())
        memory.notes.put("own", store.digest(memory.own))
    count = len(seen.changed) + len(seen.same)
    return Sourced(frozenset(changed), gone, count, known, ledger)


def _register(memory: Memory) -> None:
    overrides, findings = read.register_file(memory.settings.root)
    memory.own = store.dumps(overrides)
    memory.register = register_of(memory.own)
    memory.dispatches.put_findings(_OWN, "register", judged(findings))


def _known(memory: Memory) -> tuple[RecognisedKnown, ...]:
    """The entries of `known.yml`; the series in which they have or had a say are restless where
    the file has changed."""
    assert memory.register is not None
    entries, findings = read.read_known_file(memory.settings.root, memory.register)
    memory.dispatches.put_findings(_OWN, "known", judged(findings))
    known = tuple(
        RecognisedKnown(entry, recognise.reference(entry.citation, memory.register))
        for entry in entries
    )
    claims = (resolve.claim_of_known(entry, memory.register) for entry in known)
    said = sorted({s for claim in claims if claim and (s := resolve.series_of(claim))})
    state = store.dumps((tuple(entries), tuple(said)))
    if memory.notes.differs("known", state) or not _reads_alike(memory):
        before = memory.notes.get("known")
        with store.transaction(memory.database):
            memory.dispatches.disturb({*said, *(store.loads(_Said, before)[1] if before else ())})
            memory.notes.put("known", state)
    return known


def _ledger(memory: Memory) -> bytes:
    """Enters the ledger where its file has changed; what tells its state from others."""
    path = memory.settings.ledger
    content = path.read_bytes() if path.is_file() else b""
    state = store.digest(content)
    if not memory.notes.differs("ledger", state):
        return state
    rows, findings = read.read_ledger_file(memory.settings.root)
    with store.transaction(memory.database):
        memory.dispatches.put_findings(_OWN, "ledger", judged(findings))
        memory.database.execute("DELETE FROM ledger")
        memory.database.executemany(
            "INSERT INTO ledger VALUES (?,?,?,?)",
            ((r.address, r.id, line, r.first_published.isoformat()) for line, r in _lines(rows)),
        )
        memory.notes.put("ledger", state)
    return state


def _lines(rows: Iterable[Address]) -> Iterator[tuple[int, Address]]:
    return enumerate(rows, start=2)  # the first line names the columns


def _scan(memory: Memory) -> read.Scan:
    known = dict(memory.database.execute("SELECT path, signature FROM file").fetchall())
    return read.scan(memory.settings.root, known, time.time_ns())


def _paths(memory: Memory) -> set[str]:
    return {path for (path,) in memory.database.execute("SELECT path FROM file")}


def _changed(memory: Memory, seen: read.Scan) -> list[str]:
    """The files to be read: all of them where the program or the register has changed."""
    if _reads_alike(memory):
        return sorted(seen.changed)
    return sorted({*seen.changed, *seen.same})


def _reads_alike(memory: Memory) -> bool:
    """Whether program and register are those of the last time."""
    notes = memory.notes
    same_program = not notes.differs("program", versions.of_reading())
    return same_program and not notes.differs("own", store.digest(memory.own))


def _read(memory: Memory, paths: list[str], seen: read.Scan) -> None:
    """Reads files and enters what they say."""
    done = 0
    for portion in portions(paths, BATCH * memory.workers.count * 4):
        keys = {path: _collected(memory, path) for path in portion}
        with store.transaction(memory.database):
            _prepare(memory, dict(keys.values()))
            for path, (key, _) in keys.items():
                signature = seen.changed.get(path)
                if signature is not None:
                    memory.database.execute(
                        "INSERT OR REPLACE INTO file VALUES (?,?)", (path, signature)
                    )
                _enter(memory, path, key)
        done += len(portion)
        memory.tell("recognise", done, len(paths))


def _collected(memory: Memory, path: str) -> tuple[bytes, read.SourceFiles]:
    files = read.collect(memory.settings.root, memory.settings.dispatches / path)
    key = store.digest(versions.of_reading(), memory.own, store.dumps(files))
    return key, files


def _prepare(memory: Memory, files: dict[bytes, read.SourceFiles]) -> None:
    """Makes the readings that are not there yet."""
    there = "SELECT 1 FROM reading WHERE key = ?"
    missing = [
        (key, one)
        for key, one in files.items()
        if memory.database.execute(there, (key,)).fetchone() is None
    ]
    jobs = (Reading(tuple(some), memory.own) for some in portions(missing, BATCH))
    for made in memory.workers.do(prepare, jobs):
        memory.database.executemany("INSERT OR REPLACE INTO reading VALUES (?,?)", made)


def _enter(memory: Memory, path: str, key: bytes) -> None:
    """Enters one file where it reads otherwise than before."""
    before = memory.database.execute(
        "SELECT reading FROM dispatch WHERE path = ?", (path,)
    ).fetchone()
    if before == (key,):
        return
    prepared = reading(memory, key)
    memory.dispatches.put(_row(path, key, prepared))
    memory.dispatches.put_findings(path, "read", judged(prepared.findings))


def reading(memory: Memory, key: bytes) -> Prepared:
    """What was read under a key."""
    row = memory.database.execute("SELECT value FROM reading WHERE key = ?", (key,)).fetchone()
    return store.loads(Prepared, row[0])


def _row(path: str, key: bytes, prepared: Prepared) -> store.Row:
    dispatch = prepared.dispatch
    if dispatch is None:
        return store.Row(path, key)
    public = prepared.publicity is Publicity.PUBLIC
    withdrawn = prepared.publicity is Publicity.WITHDRAWN
    identity = read.identity_of(dispatch)
    claims = ((resolve.series_of(claim), claim) for claim in prepared.claims)
    return store.Row(
        path=path,
        reading=key,
        publicity=prepared.publicity.value,
        id=dispatch.id,
        identity="\t".join(identity) if identity else None,
        plain=resolve.plain_address(dispatch),
        noted=dispatch.key_note is not None,
        candidate=resolve.candidate_of(dispatch) if public or withdrawn else None,
        claims=tuple((series, claim) for series, claim in claims if series),
        stated=resolve.stated_ids(dispatch),
        aliases=dispatch.aliases if public else (),
    )


def _forget(memory: Memory, path: str) -> None:
    memory.dispatches.wait(memory.dispatches.referring(path))
    memory.dispatches.remove(path)
    memory.database.execute("DELETE FROM file WHERE path = ?", (path,))
    memory.database.execute("DELETE FROM finding WHERE path = ?", (path,))


def portions(items: list[T], size: int) -> Iterator[list[T]]:
    """A list cut into lists of at most `size`."""
    return (items[at : at + size] for at in range(0, len(items), size))
