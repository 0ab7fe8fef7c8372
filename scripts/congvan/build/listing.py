"""Which units there are to be made, and which of them again."""

from __future__ import annotations

from collections.abc import Iterator

from congvan import render, resolve, store
from congvan.build import asking, versions
from congvan.build.memory import Memory
from congvan.build.writing import SEARCHED
from congvan.model.archive import Archive
from congvan.model.document import Tombstone

_AGENCIES = "agencies"
_WRITING = "writing"


def list_units(memory: Memory) -> None:
    """Enters the units of what has changed, takes out those that are gone, and marks as stale what
    asked something that has another answer now."""
    with store.transaction(memory.database):
        _settle_files(memory)
        _settle_agencies(memory)
        _settle_register(memory)
        _settle_writing(memory)
        _settle_subjects(memory)
        memory.units.spread(memory.changes)
        memory.units.unsettled()


def _settle_files(memory: Memory) -> None:
    """Everything is written again where the site or its pages have been taken away: a fresh
    checkout that kept its cache."""
    settings = memory.settings
    if not (settings.site / "index.html").is_file() or not (settings.docs / "index.md").is_file():
        memory.outputs.doubt_all()


def _settle_agencies(memory: Memory) -> None:
    """Which agencies have a page, and what it changes where one has come or gone."""
    assert memory.register is not None
    named = {
        name.split("/")[1]
        for prefix in ("names/", "in-group/")
        for name in _shelves(memory, prefix)
    }
    owners = memory.database.execute("SELECT value FROM tombstone").fetchall()
    named |= {store.loads(Tombstone, value).owner for (value,) in owners}
    after = frozenset(resolve.with_page(named, memory.register))
    noted = memory.notes.get(_AGENCIES)
    before = frozenset(store.loads(tuple[str, ...], noted) if noted else ())
    memory.agencies = after
    if after != before:
        memory.changes.questions.add("agencies:")
        memory.changes.questions.update(f"has-page:{id_}" for id_ in after ^ before)
        memory.changes.subjects.update(f"agency:{id_}" for id_ in after ^ before)
        memory.notes.put(_AGENCIES, store.dumps(tuple(sorted(after))))


def _shelves(memory: Memory, prefix: str) -> list[str]:
    rows = memory.database.execute(
        "SELECT name FROM shelf WHERE name >= ? AND name < ? AND places > 0",
        (prefix, f"{prefix}\U0010ffff"),
    )
    return [name for (name,) in rows]


def _settle_register(memory: Memory) -> None:
    """Questions whose answers the register gives otherwise than when they were asked."""
    state = store.digest(memory.own, versions.of_reading())
    if not memory.notes.differs("register", state):
        return
    for question, before in memory.units.answers_of(asking.OF_REGISTER).items():
        if register_digest(memory, question) != before:
            memory.changes.questions.add(question)
    memory.notes.put("register", state)


def register_digest(memory: Memory, question: str) -> bytes:
    """What the register answers, as a digest."""
    return store.digest(repr(asking.archive_of(memory).ask(question)).encode())


def _settle_writing(memory: Memory) -> None:
    """Every unit is stale where what writes them has changed: program, templates, the site."""
    site = repr(memory.site).encode()
    state = store.digest(versions.of_reading(), versions.of_writing(), site)
    if memory.notes.differs(_WRITING, state):
        memory.units.age_all()
        memory.changes.subjects.update(_every_subject(memory))
        memory.notes.put(_WRITING, state)


def _every_subject(memory: Memory) -> set[str]:
    subjects = {f"agency:{id_}" for id_ in memory.agencies} | {"site:"}
    for kind, query in (
        ("document", "SELECT id FROM document"),
        ("tombstone", "SELECT id FROM tombstone"),
        ("moved", "SELECT address FROM moved"),
        ("shelf", "SELECT name FROM shelf WHERE places > 0"),
    ):
        subjects |= {f"{kind}:{name}" for (name,) in memory.database.execute(query)}
    gone = memory.database.execute("SELECT DISTINCT subject FROM unit")
    return subjects | {subject for (subject,) in gone}


def _settle_subjects(memory: Memory) -> None:
    archive = asking.archive_of(memory)
    memory.units.disturb(memory.changes)
    for subject in memory.units.disturbed():
        wanted = dict.fromkeys(_wanted(memory, subject, archive))
        there = memory.units.of_subject(subject)
        for name in sorted(there - wanted.keys()):
            memory.outputs.remake(name)
            memory.parts.replace(name, ())
            memory.units.drop(name)
        for name in wanted:
            if name not in there:
                memory.units.add(name, subject)


def _wanted(memory: Memory, subject: str, archive: Archive) -> Iterator[str]:
    """The units of a subject; none of one that there is no more."""
    kind, _, name = subject.partition(":")
    if kind == "document":
        if memory.answers.answer(f"card:{name}") is not None:
            yield from render.units_of(subject, archive)
            yield f"{SEARCHED}{name}"
    elif kind == "agency":
        yield from render.units_of(subject, archive) if name in memory.agencies else ()
    elif kind in ("tombstone", "moved"):
        there = memory.answers.answer(subject) is not None
        yield from render.units_of(subject, archive) if there else ()
    else:
        yield from render.units_of(subject, archive)
