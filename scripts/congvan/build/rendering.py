"""From stale units to files on the way: what differs is staged, what is gone is noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congvan import publish, read, store
from congvan.build import asking, listing
from congvan.build.memory import Memory
from congvan.build.sourcing import portions
from congvan.build.writing import Writing, Written, write
from congvan.model.output import Output

BATCH = 32
"""Units in one job: they share much of what they ask."""
_PORTION = 1024
"""Units between two transactions."""
_ROUNDS = 200
"""How often a unit is sent again for a question it lacked: far more than any asks in vain."""

FRONT_MATTER_SCHEMA = "front-matter"


def render_stale(memory: Memory, stage: publish.Stage) -> None:
    """Renders every stale unit; files that differ from what stands are staged."""
    units = list(memory.units.stale())
    done = 0
    for portion in portions(units, _PORTION):
        with store.transaction(memory.database):
            for written in _rendered(memory, portion):
                _enter(memory, stage, written)
                done += 1
                memory.tell("render", done, len(units))


def _rendered(memory: Memory, units: list[str]) -> Iterator[Written]:
    """Each unit once, whole; those that lacked an answer are sent again with it."""
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
        if not again:
            return
        lacking = again
    raise RuntimeError(f"asked in vain: {sorted(lacking)[:3]}")


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
        {FRONT_MATTER_SCHEMA: read.schema.as_bytes()},
    )


def _expected(memory: Memory, unit: str) -> Iterator[str]:
    """What a unit asked the last time; of a new one what it is named for."""
    asked = memory.units.asked(unit)
    if asked:
        yield from filter(asking.sent, asked)
    elif ":" in unit:
        yield unit
    else:
        shelf, _, ordinal = unit.partition("#")
        yield f"count:{shelf}"
        if ordinal:
            yield f"slot:{shelf}:{ordinal}"
            yield from (f"has-slot:{shelf}:{int(ordinal) + n}" for n in range(1, 5))


def _pack(memory: Memory, parcel: dict[str, store.Answer], questions: Iterable[str]) -> None:
    """Puts answers into a parcel, and those to what is most likely asked next."""
    for question in questions:
        if question in parcel or not asking.sent(question):
            continue
        if question.partition(":")[0] not in memory.answers.kinds:
            continue
        given = parcel[question] = asking.answer(memory, question)
        for further in asking.following(question, given):
            if further not in parcel:
                parcel[further] = asking.answer(memory, further)


def _enter(memory: Memory, stage: publish.Stage, written: Written) -> None:
    """Notes what a unit asked and made; stages what differs."""
    memory.outputs.remake(written.unit)
    parts = []
    for output in written.outputs:
        if output.root == "part":
            parts.append((output.path, output.order, output.content))
        else:
            put(memory, stage, written.unit, output)
    for source, path in written.copies:
        content = (memory.settings.dispatches / source).read_bytes()
        put(memory, stage, written.unit, Output("site", path, content))
    memory.parts.replace(written.unit, parts)
    memory.units.made(written.unit, written.asked)
    for question in written.asked:
        if _by_register(question) and question not in memory.register_noted:
            memory.note_register({question: listing.register_digest(memory, question)})


def put(memory: Memory, stage: publish.Stage, unit: str, output: Output) -> None:
    """Enters a file, and stages it where it is not what stands."""
    sha = store.digest(output.content)
    memory.outputs.add(output.root, output.path, unit, sha)
    if memory.outputs.sha(output.root, output.path) != sha:
        stage.write(output.root, output.path, output.content)


def _by_register(question: str) -> bool:
    return question.partition(":")[0] in asking.OF_REGISTER
