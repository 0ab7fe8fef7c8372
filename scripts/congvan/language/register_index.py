"""The index of a province's bodies by the keys of their names, abbreviations and organs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from congvan.language.register_data import Kind, Kinds
from congvan.language.register_generate import Body, spelled
from congvan.language.register_names import Reading, key
from congvan.model.agency import Level, ProvinceName

Needs = Literal["nothing", "level", "level-or-place"]
"""What must be printed with a base for it to name the province's body."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A body under one of its keys."""

    agency: str
    needs: Needs = "nothing"
    organ: str | None = None

    def satisfied(self, reading: Reading) -> bool:
        """Whether the reading prints what the base needs."""
        match self.needs:
            case "level":
                return reading.level is not None
            case "level-or-place":
                return reading.level is not None or reading.place is not None
        return True


Index = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Form:
    """A printed form of a kind's name without province."""

    text: str
    needs: Needs
    organ: str | None = None


def index(bodies: Iterable[Body], own: Iterable[tuple[str, str]], kinds: Kinds) -> Index:
    """Every key of the bodies of one province.

    `own` are ids with the further spellings that an archive's own register gives them.
    """
    found: dict[str, dict[Entry, None]] = {}
    for body in bodies:
        for phase in body.province.phases:
            for form in forms(body.kind, phase, kinds):
                entry = Entry(body.agency.id, form.needs, form.organ)
                found.setdefault(key(form.text), {})[entry] = None
    for id_, name in own:
        found.setdefault(key(name), {})[Entry(id_)] = None
    return {name: tuple(entries) for name, entries in found.items()}


def forms(kind: Kind, phase: ProvinceName, kinds: Kinds) -> Iterator[Form]:
    """The printed forms of a kind in a province of that level."""
    needs: Needs = "nothing" if kind.bare else "level-or-place"
    for base in kind.bases:
        yield Form(spelled(base, phase, kinds), needs)
    yield from (Form(base, "level") for base in kind.leveled)
    yield from (Form(abbreviation, "nothing") for abbreviation in kind.abbreviations)
    for organ in kind.organs:
        for spelling in organ.spellings:
            for base in (*kind.bases, *kind.leveled):
                text = f"{spelling} {spelled(base, phase, kinds)}"
                yield Form(text, "level" if base in kind.leveled else needs, organ.name)
            yield from (
                Form(f"{spelling} {base}", "level-or-place", organ.name) for base in organ.of
            )


def typical(level: Level) -> ProvinceName:
    """A name to spell out forms with, where only the level matters."""
    return ProvinceName("", level)
