"""Asking: the questions of a unit answered from the cache, or from what was sent along."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from congvan import resolve, store
from congvan.build.memory import Memory
from congvan.language.register import Register
from congvan.model.archive import SLOT, Archive, Place
from congvan.model.document import Relation
from congvan.model.link import Link
from congvan.store import Answer

OF_REGISTER = ("agency", "province", "group")
"""Kinds of questions that the register answers; every worker has it."""
_OF_PAGES = ("has-page", "agencies")

_TASKS = ("dated-tasks/", "undated-tasks/", "due/", "recurring/")
_WANTED = "wanted/"
_CLOSE = 60
"""Of the documents that name another, how many are sent along beforehand: what a page shows."""


class Unanswered(Exception):
    """A question that was not sent along."""

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question


def archive_of(memory: Memory) -> Archive:
    """The archive as the cache answers for it, here."""
    assert memory.register is not None
    by_register = resolve.of_register(memory.register)

    def ask(question: str) -> Any:
        kind, _, subject = question.partition(":")
        if kind in by_register:
            return by_register[kind](subject)
        return store.opened(question, answer(memory, question))

    return Archive(ask)


def answer(memory: Memory, question: str) -> Answer:
    """An answer that the register does not give, as it is sent."""
    kind, _, subject = question.partition(":")
    if kind == "has-page":
        return subject in memory.agencies
    if kind == "agencies":
        return store.dumps(tuple(sorted(memory.agencies)))
    return memory.answers.answer(question)


def noting(archive: Archive, noted: set[str]) -> Archive:
    """The same archive; what is asked is noted."""

    def ask(question: str) -> Any:
        noted.add(question)
        return archive.ask(question)

    return Archive(ask)


def open_parcel(
    parcel: Mapping[str, Answer], agencies: frozenset[str], register: Register
) -> Archive:
    """The archive as far as it was sent along; a question that was not raises Unanswered. Each
    answer is opened once, whoever asks."""
    by_register: Mapping[str, Callable[[str], Any]] = resolve.of_register(register)
    known: dict[str, Any] = {}

    def answered(question: str) -> Any:
        kind, _, subject = question.partition(":")
        if kind in by_register:
            return by_register[kind](subject)
        if kind == "has-page":
            return subject in agencies
        if kind == "agencies":
            return tuple(sorted(agencies))
        if question not in parcel:
            raise Unanswered(question)
        return store.opened(question, parcel[question])

    def ask(question: str) -> Any:
        if question not in known:
            known[question] = answered(question)
        return known[question]

    return Archive(ask)


def sent(question: str) -> bool:
    """Whether the answer to a question has to be sent along."""
    return question.partition(":")[0] not in (*OF_REGISTER, *_OF_PAGES)


def following(question: str, given: Answer) -> Iterator[str]:
    """What a page that asks a question will most likely ask next."""
    kind, _, subject = question.partition(":")
    if given and kind in _FOLLOWING:
        yield from _FOLLOWING[kind](subject, store.opened(question, given))


def _after_document(id_: str, _: Any) -> Iterator[str]:
    for part in ("relations-from", "relations-to", "card", "tasks", "outline"):
        yield f"{part}:{id_}"
    yield from (f"count:naming/{id_}", f"has-slot:naming/{id_}:2")


def _after_count(shelf: str, count: int) -> Iterator[str]:
    last = -(-count // SLOT)
    return (f"slot:{shelf}:{n}" for n in (last, last - 1) if n > 0)


def _after_slot(asked: str, places: Iterable[Place]) -> Iterator[str]:
    for place in places:
        yield f"card:{place.document}"
        if asked.startswith(_TASKS):
            yield from (f"tasks:{place.document}", f"outline:{place.document}")
        elif asked.startswith(_WANTED):
            yield f"count:naming/{place.document}"


def _after_links(_: str, links: Iterable[Link]) -> Iterator[str]:
    return (f"card:{link.target}" for link in links if link.target)


def _after_relations_from(_: str, relations: Iterable[Relation]) -> Iterator[str]:
    for relation in relations:
        yield from (f"card:{relation.target}", f"outline:{relation.target}")


def _after_relations_to(_: str, relations: tuple[Relation, ...]) -> Iterator[str]:
    for relation in relations[-_CLOSE:]:
        for part in ("card", "outline", "links", "tasks"):
            yield f"{part}:{relation.source}"


_FOLLOWING: Mapping[str, Callable[[str, Any], Iterator[str]]] = {
    "document": _after_document,
    "count": _after_count,
    "slot": _after_slot,
    "links": _after_links,
    "relations-from": _after_relations_from,
    "relations-to": _after_relations_to,
}
