"""Types of documents and drafting units: their names, their letters, and what letters can mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml

from congvan.language.slugs import slug
from congvan.language.spelling import exact_key
from congvan.model.partial_date import PartialDate
from congvan.model.signs import unify
from congvan.model.symbol import Symbol


@dataclass(frozen=True, slots=True)
class OlderLetters:
    """Letters that an earlier rule gave a type, and the years in which it held."""

    letters: str
    since: PartialDate
    until: PartialDate


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document."""

    id: str
    name: str
    kind: str
    """"administrative", "legal", "party", "copy", "other" or "vague"."""
    state: tuple[str, ...] = ()
    """Letters in codes of the State, the official ones first."""
    party: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    older: tuple[OlderLetters, ...] = ()

    def has_letters(self, letters: str, *, party: bool) -> bool:
        """Whether its code is written with those letters, older rules included."""
        if party:
            return letters in self.party
        return letters in self.state or any(letters == older.letters for older in self.older)


def by_name(text: str) -> DocumentType | None:
    """The type that the words name, "KẾ HOẠCH" and "Kế hoạch" alike; None where they name none."""
    return _BY_NAME.get(exact_key(text))


def by_letters(letters: str, party: bool) -> tuple[DocumentType, ...]:
    """The types a code's letters can mean: QĐ in a Party code is a decision or a regulation."""
    return tuple(kind for kind in TYPES.values() if kind.has_letters(letters, party=party))


def by_symbol(symbol: Symbol) -> tuple[DocumentType, ...]:
    """The types a code can belong to; one, where the code alone settles it."""
    if symbol.letters is not None:
        return by_letters(symbol.letters, symbol.style == "party")
    sort = symbol.bodies[0] if symbol.style == "law" else symbol.style
    return tuple(TYPES[id_] for id_ in _UNLETTERED.get(sort, ()))


def names() -> Iterable[str]:
    """Every name and alias, longest first: what a text is searched for."""
    words = [word for kind in _NAMED for word in (kind.name, *kind.aliases)]
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def unit_name(letters: str) -> str | None:
    """What the drafting unit's letters stand for: "KGVX" gives "Khoa giáo – Văn xã"."""
    return UNITS.get(unify(letters).upper())


def unit_slug(letters: str) -> str:
    """The unit's address: "kgvx". Đ is "dd", so that ĐC and DC are two pages."""
    return slug(unify(letters).upper().replace("Đ", "dd"))


def _read(name: str) -> dict[str, Any]:
    text = resources.files("congvan.language").joinpath(f"data/{name}").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return data


def _type(entry: Mapping[str, Any]) -> DocumentType:
    older = (
        OlderLetters(o["letters"], PartialDate.parse(o["from"]), PartialDate.parse(o["until"]))
        for o in entry.get("older", ())
    )
    return DocumentType(
        id=entry["id"],
        name=entry["name"],
        kind=entry["kind"],
        state=tuple(entry.get("state", ())),
        party=tuple(entry.get("party", ())),
        aliases=tuple(entry.get("aliases", ())),
        older=tuple(older),
    )


_DATA = _read("types.yml")
_UNLETTERED: Mapping[str, tuple[str, ...]] = {
    sort: tuple(ids) for sort, ids in _DATA["unlettered"].items()
}
TYPES: Mapping[str, DocumentType] = MappingProxyType(
    {entry["id"]: _type(entry) for entry in _DATA["types"]}
)
"""Every type by its id, in the order of the data."""
UNITS: Mapping[str, str] = MappingProxyType(dict(_read("units.yml")["units"]))
"""Names of drafting units by their letters."""
_NAMED = tuple(kind for kind in TYPES.values() if kind.kind != "vague")
_BY_NAME = {exact_key(word): kind for kind in _NAMED for word in (kind.name, *kind.aliases)}
