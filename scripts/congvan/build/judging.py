"""What is wrong between documents, and all that was found in the sources."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from congvan import read, resolve, store
from congvan.build.linking import judged
from congvan.build.memory import Memory
from congvan.build.sourcing import reading
from congvan.language.report import ordered
from congvan.model.dispatch import Dispatch
from congvan.model.document import Document, Relation
from congvan.model.finding import Finding

_ACROSS = "*across*"
"""Where findings are kept that belong to several files."""

_SHARED = (
    "SELECT path FROM dispatch WHERE {0} IN"
    " (SELECT {0} FROM dispatch WHERE {0} IS NOT NULL GROUP BY {0} HAVING COUNT(*) > 1)"
)


def judge(memory: Memory) -> None:
    """Looks for what is wrong between documents: ids, identities and addresses that two have, and
    circles of plans."""
    dispatches = [d for path in _suspects(memory) if (d := _dispatch(memory, path))]
    found = [*read.across_faults(dispatches), *_clashes(memory), *_circles(memory)]
    with store.transaction(memory.database):
        memory.dispatches.put_findings(_ACROSS, "across", judged(found))


def findings(memory: Memory, *, of: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """Everything found, in the order of its places; with `of` all errors, and else only what was
    found in the files of these paths."""
    if of is None:
        rows = memory.database.execute("SELECT value FROM finding").fetchall()
        return ordered(store.loads(Finding, value) for (value,) in rows)
    query = "SELECT value FROM finding WHERE severity = 'error'"
    values = {value for (value,) in memory.database.execute(query)}
    for path in (*of, _ACROSS):
        found = memory.database.execute("SELECT value FROM finding WHERE path = ?", (path,))
        values |= {value for (value,) in found}
    return ordered(store.loads(Finding, value) for value in values)


def counted(memory: Memory) -> dict[str, int]:
    """How many findings there are of each severity."""
    rows = memory.database.execute("SELECT severity, COUNT(*) FROM finding GROUP BY severity")
    return dict(rows.fetchall())


def _dispatch(memory: Memory, path: str) -> Dispatch | None:
    row = memory.database.execute("SELECT reading FROM dispatch WHERE path = ?", (path,))
    return reading(memory, row.fetchone()[0]).dispatch


def _suspects(memory: Memory) -> list[str]:
    """Files that share what no two may share, or whose references by id run in a circle."""
    paths: set[str] = set()
    for column in ("id", "identity", "plain"):
        paths |= {path for (path,) in memory.database.execute(_SHARED.format(column))}
    edges = memory.database.execute(
        "SELECT dispatch.id, stated.id FROM stated JOIN dispatch USING (path)"
        " WHERE EXISTS (SELECT 1 FROM dispatch AS other WHERE other.id = stated.id)"
    )
    if _has_circle(edges.fetchall()):
        paths |= {path for (path,) in memory.database.execute("SELECT DISTINCT path FROM stated")}
    return sorted(paths)


def _has_circle(edges: Iterable[tuple[str, str]]) -> bool:
    parents: dict[str, set[str]] = {}
    for child, parent in edges:
        parents.setdefault(child, set()).add(parent)
    try:
        TopologicalSorter(parents).prepare()
    except CycleError:
        return True
    return False


def _clashes(memory: Memory) -> Iterable[Finding]:
    rows = memory.database.execute(
        "SELECT whole FROM document WHERE address IN"
        " (SELECT address FROM document GROUP BY address HAVING COUNT(*) > 1) ORDER BY age"
    )
    return resolve.clashes([store.loads(Document, whole) for (whole,) in rows])


def _circles(memory: Memory) -> Iterable[Finding]:
    """Circles of "implements"; the documents on them are looked up only where there is one."""
    edges = memory.database.execute(
        "SELECT source, target FROM relation WHERE kind = 'implements'"
    ).fetchall()
    if not _has_circle(edges):
        return ()
    ids = {id_ for edge in edges for id_ in edge}
    query = "SELECT whole FROM document WHERE id = ?"
    wholes = (memory.database.execute(query, (id_,)).fetchone() for id_ in sorted(ids))
    documents = [store.loads(Document, row[0]) for row in wholes if row]
    values = memory.database.execute("SELECT value FROM relation WHERE kind = 'implements'")
    return resolve.cycles(documents, [store.loads(Relation, value) for (value,) in values])
