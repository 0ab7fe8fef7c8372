"""Asking: the questions of a unit answered from the cache, or from what was sent along."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from congvan import resolve, store
from congvan.build.memory import Memory
from congvan.language.register import Register
from congvan.model.archive import SLOT, Archive
from congvan.store import Answer

OF_REGISTER = ("agency", "province", "group")
"""Kinds of questions that the register answers; every worker has it."""
_OF_PAGES = ("has-page", "agencies")

_TASKS = ("dated-tasks/", "undated-tasks/", "due/", "recurring/")
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


def asked_with(
    parcel: Mapping[str, Answer], agencies: frozenset[str], register: Register, noted: set[str]
) -> Archive:
    """The archive as far as it was sent along. What is asked is noted; a question that was not
    sent along raises Unanswered."""
    by_register: Mapping[str, Callable[[str], Any]] = resolve.of_register(register)

    def ask(question: str) -> Any:
        noted.add(question)
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

    return Archive(ask)


def sent(question: str) -> bool:
    """Whether the answer to a question has to be sent along."""
    return question.partition(":")[0] not in (*OF_REGISTER, *_OF_PAGES)


def following(question: str, given: Answer) -> Iterator[str]:
    """What a page that asks a question will most likely ask next."""
    kind, _, subject = question.partition(":")
    if kind == "document":
        for part in ("relations-from", "relations-to", "card", "tasks", "outline"):
            yield f"{part}:{subject}"
        yield from (f"count:naming/{subject}", f"has-slot:naming/{subject}:2")
    elif given and kind == "count":
        last = -(-int(given) // SLOT) if isinstance(given, int) else 0
        yield from (f"slot:{subject}:{n}" for n in (last, last - 1) if n > 0)
    elif given and kind == "slot":
        yield from _of_places(subject.partition(":")[0], store.opened(question, given))
    elif given and kind == "links":
        yield from (f"card:{link.target}" for link in store.opened(question, given) if link.target)
    elif given and kind == "relations-from":
        for relation in store.opened(question, given):
            yield from (f"card:{relation.target}", f"outline:{relation.target}")
    elif given and kind == "relations-to":
        for relation in store.opened(question, given)[-_CLOSE:]:
            source = relation.source
            yield from (f"{part}:{source}" for part in ("card", "outline", "links", "tasks"))


def _of_places(shelf: str, places: Iterable[Any]) -> Iterator[str]:
    for place in places:
        yield f"card:{place.document}"
        if shelf.startswith(_TASKS):
            yield from (f"tasks:{place.document}", f"outline:{place.document}")
        elif shelf.startswith("wanted/"):
            yield f"count:naming/{place.document}"
