"""From stale units to files on the way: what differs is staged, what is gone is noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congvan import publish, read, store
from congvan.build import asking, listing, staging
from congvan.build.memory import Memory
from congvan.build.sourcing import portions
from congvan.build.writing import SEARCHED, Writing, Written, write, write_one
from congvan.model.output import Output

BATCH = 32
"""Units in one job: they share much of what they ask."""
_PORTION = 1024
"""Units between two transactions."""
_ROUNDS = 3
"""How often units are sent to workers; what they ask is foreseen for all but a few."""
_DEEP = 3
"""How far what a unit will ask is foreseen: an answer, what follows from it, and from that."""

_OF_AGENCY = {
    "agency": ("dated-tasks", "undated-tasks", "addressed", "owner", "in-group"),
    "agency-tasks": ("dated-tasks", "undated-tasks"),
}

_BESIDE = {
    "code": "has-slot:symbol/{}:1",
    "naming": "card:{}",
    "symbol": "under:symbol-written/{}/",
    "owner": "under:owner-year/{}/",
    "year": "under:month/{}-",
}
"""What a slot of a kind of shelf asks of another."""

FRONT_MATTER_SCHEMA = "front-matter"


def render_stale(memory: Memory, stage: publish.Stage) -> None:
    """Renders every stale unit; files that differ from what stands are staged."""
    units = list(memory.units.stale())
    done = 0
    for portion in portions(units, _PORTION):
        with store.transaction(memory.database):
            for written in rendered(memory, portion):
                _enter(memory, stage, written)
                done += 1
                memory.tell("render", done, len(units))


def rendered(memory: Memory, units: list[str]) -> Iterator[Written]:
    """Each unit once, whole; those that lacked an answer are sent again with it, and made here
    where they still lack one."""
    lacking: dict[str, set[str]] = {unit: set() for unit in units}
    for _ in range(_ROUNDS):
        jobs = (_job(memory, some, lacking) for some in portions(list(lacking), BATCH))
        again: dict[str, set[str]] = {}
        for made in memory.workers.do(write, jobs):
            for written in made:
                if written.missing is None:
                    yield written
                else:
                    known = {q for q in written.asked if asking.sent(q)}
                    again[written.unit] = {*known, written.missing}
        lacking = again
    for unit in lacking:
        yield write_one(unit, asking.archive_of(memory), memory.site, _schemas())


def _job(memory: Memory, units: list[str], lacking: dict[str, set[str]]) -> Writing:
    parcel: dict[str, store.Answer] = {}
    for unit in units:
        _pack(memory, parcel, {*_expected(memory, unit), *lacking[unit]})
    return Writing(
        tuple(units),
        parcel,
        memory.agencies,
        memory.own,
        memory.site,
        _schemas(),
    )


def _schemas() -> dict[str, bytes]:
    return {FRONT_MATTER_SCHEMA: read.schema.as_bytes()}


def _expected(memory: Memory, unit: str) -> Iterator[str]:
    """What a unit asked the last time; of a new one what it is named for."""
    asked = memory.units.asked(unit)
    kind, _, name = unit.partition(":")
    if asked:
        yield from filter(asking.sent, asked)
    elif unit.startswith(SEARCHED):
        yield f"document:{name}"
    elif kind in ("agency", "agency-tasks"):
        yield from (f"count:{shelf}/{name}" for shelf in _OF_AGENCY[kind])
        yield from (f"has-slot:{shelf}/{name}:{n}" for shelf in _OF_AGENCY[kind] for n in (1, 2))
        yield from (f"slot:{shelf}/{name}:1" for shelf in _OF_AGENCY[kind])
        yield f"under:owner-year/{name}/"
    elif name:
        yield unit
    else:
        yield from _of_slot(unit)


def _of_slot(unit: str) -> Iterator[str]:
    shelf, _, ordinal = unit.partition("#")
    kind, _, name = shelf.partition("/")
    yield f"count:{shelf}"
    if kind in _BESIDE:
        yield _BESIDE[kind].format(name)
    if ordinal:
        yield f"slot:{shelf}:{ordinal}"
        yield from (f"has-slot:{shelf}:{int(ordinal) + n}" for n in range(1, 5))


def _pack(
    memory: Memory, parcel: dict[str, store.Answer], questions: Iterable[str], deep: int = 0
) -> None:
    """Puts answers into a parcel, and those to what is most likely asked next."""
    for question in questions:
        if question in parcel or question.partition(":")[0] not in memory.answers.kinds:
            continue
        given = parcel[question] = asking.answer(memory, question)
        if deep < _DEEP:
            _pack(memory, parcel, asking.following(question, given), deep + 1)


def _enter(memory: Memory, stage: publish.Stage, written: Written) -> None:
    """Notes what a unit asked and made; stages what differs."""
    memory.outputs.remake(written.unit)
    parts = []
    for output in written.outputs:
        if output.root == "part":
            parts.append((output.path, output.order, output.content))
        else:
            staging.put(memory, stage, written.unit, output)
    for source, path in written.copies:
        content = (memory.settings.dispatches / source).read_bytes()
        staging.put(memory, stage, written.unit, Output("site", path, content))
    memory.parts.replace(written.unit, parts)
    if written.extract is not None:
        id_ = written.unit.removeprefix(SEARCHED)
        staging.put_extract(memory, written.unit, id_, written.extract)
    memory.units.made(written.unit, written.asked)
    for question in written.asked:
        if _by_register(question) and question not in memory.register_noted:
            memory.note_register({question: listing.register_digest(memory, question)})


def _by_register(question: str) -> bool:
    return question.partition(":")[0] in asking.OF_REGISTER
