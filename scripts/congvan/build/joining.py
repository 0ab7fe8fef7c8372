"""From what was read in each file to documents linked both ways, on their shelves."""

from __future__ import annotations

from collections.abc import Iterable

from congvan import resolve, store
from congvan.build import linking, moving
from congvan.build.linking import Linking, Unresolved
from congvan.build.memory import Memory
from congvan.build.sourcing import Sourced, portions
from congvan.model.document import Card, Document
from congvan.model.prepared import Candidate, Prepared
from congvan.model.recognised import RecognisedKnown

BATCH = 40
"""Documents in one job."""

Series = tuple[str, str]
Known = dict[Series, list[RecognisedKnown]]


def join(memory: Memory, sourced: Sourced) -> None:
    """Resolves what has changed, and what that changes elsewhere.

    One transaction: it has happened whole or not at all.
    """
    with store.transaction(memory.database):
        gone = _remove_gone(memory)
        _give_addresses(memory)
        _withdraw(memory)
        stubs = _settle_series(memory, _known(memory, sourced))
        _wake_referring(memory, {*gone, *stubs})
        _link(memory)
        _count_wanted(memory)
        moving.move(memory, sourced.ledger)
        memory.documents.settle_shelves()
        memory.units.disturb(memory.changes)
        memory.units.spread(memory.changes)


def _known(memory: Memory, sourced: Sourced) -> Known:
    assert memory.register is not None
    known: Known = {}
    for entry in sourced.known:
        claim = resolve.claim_of_known(entry, memory.register)
        series = resolve.series_of(claim) if claim else None
        if series:
            known.setdefault(series, []).append(entry)
    return known


def _remove_gone(memory: Memory) -> set[str]:
    """Takes out documents whose file is gone or may no longer be published; ids that are new or
    gone among the held ones."""
    rows = memory.database.execute(
        "SELECT id FROM document WHERE held AND NOT EXISTS (SELECT 1 FROM dispatch"
        " WHERE dispatch.id = document.id AND publicity = 'public')"
    ).fetchall()
    for (id_,) in rows:
        memory.documents.remove(id_)
    waiting = memory.database.execute("SELECT id FROM dispatch WHERE pending AND id IS NOT NULL")
    return {id_ for (id_,) in (*rows, *waiting)}


def _withdraw(memory: Memory) -> None:
    """Tombstones as the withdrawn files say."""
    rows = memory.database.execute(
        "SELECT path, address, value FROM dispatch JOIN reading ON reading.key = dispatch.reading"
        " WHERE publicity = 'withdrawn' ORDER BY path"
    ).fetchall()
    after = {}
    for path, address, value in rows:
        dispatch = store.loads(Prepared, value).dispatch
        assert dispatch is not None
        tombstone = resolve.tombstone_of(dispatch, address)
        after[tombstone.id] = (path, address, store.dumps(tombstone))
    before = {
        id_: (path, address, value)
        for id_, path, address, value in memory.database.execute("SELECT * FROM tombstone")
    }
    for id_ in before.keys() | after.keys():
        if before.get(id_) != after.get(id_):
            memory.changes.questions.add(f"tombstone:{id_}")
            memory.changes.subjects.add(f"tombstone:{id_}")
            memory.database.execute("DELETE FROM tombstone WHERE id = ?", (id_,))
            if id_ in after:
                memory.database.execute(
                    "INSERT INTO tombstone VALUES (?,?,?,?)", (id_, *after[id_])
                )


def _give_addresses(memory: Memory) -> None:
    """Each file's address; a reissue under a number already given stands below the first, in the
    order of the paths, public ones first."""
    memory.database.execute(
        "UPDATE dispatch SET address = plain WHERE address IS NULL AND NOT noted"
    )
    rows = memory.database.execute(
        "SELECT path, plain, address FROM dispatch"
        " WHERE noted AND publicity IN ('public', 'withdrawn')"
        " ORDER BY plain, publicity <> 'public', path"
    ).fetchall()
    counted: dict[str, int] = {}
    for path, plain, before in rows:
        counted[plain] = counted.get(plain, 0) + 1
        address = f"{plain}dc{counted[plain]}/"
        if address != before:
            memory.database.execute(
                "UPDATE dispatch SET address = ?, pending = 1 WHERE path = ?", (address, path)
            )


def _settle_series(memory: Memory, known: Known) -> set[str]:
    """The stubs of every restless series; the ids of those that came or went. Files whose claims
    mean something else now are to be resolved again."""
    assert memory.register is not None
    moved: set[str] = set()
    for series in memory.dispatches.restless():
        held = memory.dispatches.held(series)
        claims = list(memory.dispatches.claims(series))
        borne = (*held, *memory.dispatches.held(series, "withdrawn"))
        stubs = resolve.stubs_of(claims, known.get(series, ()), borne, memory.register)
        candidates = tuple(candidate for candidate, _ in stubs)
        before = memory.dispatches.told(series)
        if before != (held, candidates):
            memory.dispatches.tell(series, held, candidates)
            memory.dispatches.wait(memory.dispatches.claiming(series))
        moved |= _put_stubs(memory, before[1], [document for _, document in stubs])
    memory.dispatches.rest()
    return moved


def _put_stubs(
    memory: Memory, before: Iterable[Candidate], documents: Iterable[Document]
) -> set[str]:
    assert memory.register is not None
    old = {candidate.id for candidate in before}
    new = {document.id: document for document in documents}
    for id_ in old - new.keys():
        memory.documents.remove(id_)
    for document in new.values():
        pieces = linking.pieces_of(document, (), memory.register)
        memory.documents.put(pieces, kept=("wanted/all",))
        if document.id not in old:
            memory.changes.targets.add(document.id)
    return old ^ new.keys()


def _wake_referring(memory: Memory, ids: Iterable[str]) -> None:
    """Files whose clerks refer to documents by ids that came, went or are hidden now."""
    for id_ in sorted(ids):
        rows = memory.database.execute("SELECT path FROM stated WHERE id = ?", (id_,))
        memory.dispatches.wait([path for (path,) in rows.fetchall()])


def _link(memory: Memory) -> None:
    """Resolves every file that waits."""
    rows = memory.database.execute(
        "SELECT path, publicity FROM dispatch WHERE pending ORDER BY path"
    ).fetchall()
    public = [path for path, publicity in rows if publicity == "public"]
    jobs = (
        Linking(tuple(_unresolved(memory, path) for path in some), memory.own)
        for some in portions(public, BATCH)
    )
    done = 0
    for made in memory.workers.do(linking.link, jobs):
        for linked in made:
            memory.documents.put(linked.pieces)
            assert linked.pieces.path is not None
            memory.dispatches.put_findings(linked.pieces.path, "resolve", linked.findings)
        done += len(made)
        memory.tell("resolve", done, len(public))
    memory.database.execute("UPDATE dispatch SET pending = 0 WHERE pending")


def _unresolved(memory: Memory, path: str) -> Unresolved:
    value, address = memory.database.execute(
        "SELECT value, address FROM dispatch JOIN reading ON reading.key = dispatch.reading"
        " WHERE path = ?",
        (path,),
    ).fetchone()
    held, stubs = memory.dispatches.answers_for(path)
    known, hidden = _stated(memory, path)
    return Unresolved(value, address, held, stubs, known, hidden)


def _stated(memory: Memory, path: str) -> tuple[dict[str, bool], frozenset[str]]:
    """Which of the ids that a file's clerk wrote there are, and which nobody may know of."""
    known: dict[str, bool] = {}
    hidden: set[str] = set()
    rows = memory.database.execute("SELECT id FROM stated WHERE path = ?", (path,)).fetchall()
    for (id_,) in rows:
        found = memory.database.execute("SELECT publicity FROM dispatch WHERE id = ?", (id_,))
        publicity = {p for (p,) in found}
        if "public" in publicity:
            known[id_] = True
        elif publicity & {"hidden", "waiting"}:
            hidden.add(id_)
        elif memory.database.execute("SELECT 1 FROM document WHERE id = ?", (id_,)).fetchone():
            known[id_] = False
    return known, frozenset(hidden)


def _count_wanted(memory: Memory) -> None:
    """The places of documents not held among all such, by how many name them."""
    for id_ in sorted(memory.changes.targets):
        found = memory.database.execute("SELECT card, held FROM document WHERE id = ?", (id_,))
        row = found.fetchone()
        if row and not row[1]:
            sources = memory.database.execute(
                "SELECT COUNT(DISTINCT source) FROM relation WHERE target = ?", (id_,)
            ).fetchone()[0]
            standing = linking.written([resolve.wanted(store.loads(Card, row[0]), sources)])[0]
            memory.documents.stand(id_, standing)
    memory.changes.targets.clear()
