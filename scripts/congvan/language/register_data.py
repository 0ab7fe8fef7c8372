"""The national register as data: provincial units and kinds of body, typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day
from functools import cache
from importlib import resources
from typing import Any

import yaml

from congvan.model.agency import Level, Province, ProvinceName, SuccessionKind


@dataclass(frozen=True, slots=True)
class Heir:
    """What follows when an edition of a kind ends."""

    to: tuple[str, ...]
    """Kinds; the first that the province has takes over."""
    how: SuccessionKind
    function: str | None = None
    basis: str | None = None
    since: Day | None = None
    """None where it is the day after the end."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One life of a kind, the same in every province."""

    since: Day | None = None
    until: Day | None = None
    source: str | None = None
    heirs: tuple[Heir, ...] = ()


@dataclass(frozen=True, slots=True)
class Organ:
    """A part of a body that issues in the body's own number series: "Ban Thường vụ"."""

    name: str
    spellings: tuple[str, ...]
    of: tuple[str, ...] = ()
    """Bases that it is named with, beside those of the body."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of provincial body, with the patterns of its names."""

    id: str
    slug: str
    family: str
    """The `class` of the data: so, dang, chinh-quyen, doan-the, hoi, nganh-doc, bao-chi."""
    bases: tuple[str, ...]
    name: str
    short: str
    editions: tuple[Edition, ...]
    bare: bool = False
    optional: bool = False
    shared_code: bool = False
    leveled: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    organs: tuple[Organ, ...] = ()
    absent: frozenset[str] = frozenset()
    """First parts of the ids of provinces that have another body in its place."""
    instead: tuple[str, ...] = ()
    """The kinds of that other body."""
    parents: tuple[tuple[Day, str], ...] = ()
    """(first day, kind) in order of time."""


@dataclass(frozen=True, slots=True)
class KnownLife:
    """A life of a kind that is known better for one province than by rule."""

    since: Day | None
    until: Day | None
    source: str


@dataclass(frozen=True, slots=True)
class Kinds:
    """Everything of `agency_kinds.yml`."""

    kinds: tuple[Kind, ...]
    words: Mapping[Level, Mapping[str, Any]]
    """By level: the words that patterns ask for, and the spellings of the level itself."""
    silent: frozenset[str]
    """Words that look-up keys leave out."""
    exceptions: Mapping[tuple[str, str], KnownLife]
    """By kind and province."""
    merger_basis: str
    unbounded: str
    """The source of a life that the register sees no end of on either side."""


@cache
def slug_of(province: str) -> str:
    """The part of a province's id that its successors of the same name share."""
    return re.sub(r"-\d{4}(-\d{2})?$", "", province)


@cache
def provinces() -> Mapping[str, Province]:
    """Every provincial unit by id, in the order of the data."""
    data = document("provinces")
    says = Certainty(data["merger"])
    units = (_province(unit, says) for unit in data["units"])
    return {unit.id: unit for unit in units}


@cache
def kinds() -> Kinds:
    """The kinds of provincial body."""
    data = document("agency_kinds")
    says = Certainty(data["defaults"])
    return Kinds(
        kinds=tuple(_kind(entry, says) for entry in data["kinds"]),
        words=data["words"],
        silent=frozenset(data["silent_words"]),
        exceptions={
            (e["kind"], e["province"]): KnownLife(e.get("since"), e.get("until"), says(e))
            for e in data["exceptions"]
        },
        merger_basis=data["merger"]["basis"],
        unbounded=says({"source": data["defaults"]["unbounded"]}),
    )


_GENERAL = "M"


class Certainty:
    """Says where a life is known from, with how surely, in the words of the data."""

    def __init__(self, defaults: Mapping[str, str]) -> None:
        self._words: Mapping[str, str] = document("agency_kinds")["certainty"]
        self._defaults = defaults

    def __call__(self, entry: Mapping[str, Any]) -> str:
        """The source of an entry, or the defaults', with the words for its certainty."""
        source = entry.get("source", self._defaults["source"])
        certainty = entry.get("certainty", self._defaults["certainty"])
        return f"{source} ({self._words[certainty]})"

    def basis(self, heir: Mapping[str, Any]) -> str | None:
        """The legal act of a succession; one that is general knowledge says so."""
        basis: str | None = heir.get("basis")
        if heir.get("certainty") != _GENERAL:
            return basis
        return f"{basis or self._defaults['basis']}; {self._defaults['unchecked']}"


@cache
def document(name: str) -> Any:
    """A data file of the package, parsed. Raises FileNotFoundError where there is none."""
    text = resources.files("congvan.language").joinpath(f"data/{name}.yml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


def strings(entry: Mapping[str, Any], field: str) -> tuple[str, ...]:
    """A list of the data, empty where the entry has none."""
    return tuple(entry.get(field, ()))


def _province(unit: Mapping[str, Any], says: Certainty) -> Province:
    born, died = unit.get("born"), unit.get("died")
    names = tuple(ProvinceName(**name) for name in unit.get("names", ()))
    if "full_name" in unit:
        names = (ProvinceName(unit["name"], unit["level"], born, died, unit["full_name"]),)
    last = names[-1] if names else ProvinceName(unit["name"], unit["level"])
    return Province(
        id=unit["id"],
        name=last.name,
        level=last.level,
        born=born,
        died=died,
        merged_from=strings(unit, "merged_from"),
        spellings=strings(unit, "spellings"),
        codes=(("gso", unit["gso"]),),
        source=says(unit) if {"born", "died", "names"} & unit.keys() else None,
        dated_names=names,
    )


def _kind(entry: Mapping[str, Any], says: Certainty) -> Kind:
    bare = entry.get("bare", False)
    return Kind(
        id=entry["id"],
        slug=entry.get("slug", entry["id"]),
        family=entry["class"],
        bases=strings(entry, "bases"),
        name=entry.get("name", "{base} {province}"),
        short=entry.get("short", "{base}" if bare else "{base} {level}"),
        editions=tuple(_edition(e, says) for e in entry.get("editions", ({},))),
        bare=bare,
        optional=entry.get("optional", False),
        shared_code=entry.get("shared_code", False),
        leveled=strings(entry, "leveled"),
        abbreviations=strings(entry, "abbreviations"),
        codes=strings(entry, "codes"),
        organs=tuple(_organ(organ) for organ in entry.get("organs", ())),
        absent=frozenset(entry.get("absent", ())),
        instead=strings(entry, "instead"),
        parents=tuple(_parents(entry.get("parent"))),
    )


def _organ(entry: Mapping[str, Any]) -> Organ:
    return Organ(entry["name"], strings(entry, "spellings"), strings(entry, "of"))


def _parents(parent: str | list[Mapping[str, Any]] | None) -> Iterator[tuple[Day, str]]:
    if isinstance(parent, str):
        yield Day.min, parent
    elif parent is not None:
        yield from ((entry["since"], entry["kind"]) for entry in parent)


def _edition(entry: Mapping[str, Any], says: Certainty) -> Edition:
    heirs = tuple(
        Heir(
            to=strings(heir, "to"),
            how=heir["how"],
            function=heir.get("function"),
            basis=says.basis(heir),
            since=heir.get("since"),
        )
        for heir in entry.get("successors", ())
    )
    return Edition(entry.get("since"), entry.get("until"), says(entry), heirs)
