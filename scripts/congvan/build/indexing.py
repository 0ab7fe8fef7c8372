"""The public search index, grown by what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congvan import publish, store
from congvan.build import rendering, staging
from congvan.build.memory import Memory
from congvan.build.sourcing import portions
from congvan.build.staging import EXTRACT
from congvan.build.writing import SEARCHED
from congvan.model.document import Document
from congvan.model.output import Output
from congvan.search import public
from congvan.search.public import Extract, Member

_STATE = "search"
_UNIT = "*search:"
"""Files of the index are units of their own, each named by its path."""
_AT_ONCE = 512


def index(memory: Memory, stage: publish.Stage) -> None:
    """Brings the index up to the documents: few files where few have changed."""
    state = memory.notes.get(_STATE)
    if memory.outputs.doubtful(_UNIT) or not (state and public.is_usable(state)):
        state = None
        memory.outputs.remake_all(_UNIT)
    else:
        memory.outputs.keep_all(_UNIT)
    gone = [id_ for root, id_ in memory.outputs.gone() if root == EXTRACT]
    changed = _changed(memory) if state else _every(memory)
    plan = public.plan(state, changed, gone)
    if state and not changed and not gone:
        return
    records = []
    for tier in plan.make:
        with public.making(tier, _extracts(memory, tier.members)) as made:
            _put(memory, stage, made.outputs())
            records.append(made.record)
    directory = public.directory(plan, records)
    _put(memory, stage, directory.outputs)
    for path in directory.gone:
        memory.outputs.remake(f"{_UNIT}{path}")
    memory.kept[_STATE] = directory.state
    memory.database.execute("DELETE FROM extract")


def _put(memory: Memory, stage: publish.Stage, outputs: Iterable[Output]) -> None:
    for output in outputs:
        unit = f"{_UNIT}{output.path}"
        memory.outputs.remake(unit)
        staging.put(memory, stage, unit, output)


def _changed(memory: Memory) -> list[Member]:
    rows = memory.database.execute("SELECT value FROM extract ORDER BY id")
    return [store.loads(Extract, value).member for (value,) in rows]


def _every(memory: Memory) -> list[Member]:
    """The members of all documents there are."""
    rows = memory.database.execute("SELECT whole FROM document ORDER BY id")
    return [public.member_of(store.loads(Document, whole)) for (whole,) in rows]


def _extracts(memory: Memory, members: Iterable[Member]) -> Iterator[Extract]:
    """The extracts of members, in their order: as they wait, or made again."""
    for some in portions(list(members), _AT_ONCE):
        found = {member.id: _waiting(memory, member.id) for member in some}
        missing = [f"{SEARCHED}{id_}" for id_, extract in found.items() if extract is None]
        for written in rendering.rendered(memory, missing):
            assert written.extract is not None
            found[written.unit.removeprefix(SEARCHED)] = written.extract
        for member in some:
            yield store.loads(Extract, found[member.id] or b"")


def _waiting(memory: Memory, id_: str) -> bytes | None:
    row = memory.database.execute("SELECT value FROM extract WHERE id = ?", (id_,)).fetchone()
    return row[0] if row else None
