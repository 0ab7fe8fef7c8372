"""Names without their province: what recognition looks for, and what a misspelt name is near to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Day
from functools import cached_property
from typing import get_args

from rapidfuzz import fuzz, process

from congvan.language.folding import fold
from congvan.language.register_central import central
from congvan.language.register_data import Kind, kinds, provinces
from congvan.language.register_index import Entry, Form, forms, typical
from congvan.language.register_names import Places, Reading, key, near
from congvan.language.register_split import Lexicon
from congvan.model.agency import Level, OwnAgency

# Below this a name is another one rather than the same one misspelt, in rapidfuzz's 0–100: "Sở Tài
# chánh" is 92 from "Sở Tài chính", "Sở Tư pháp" 63 from "Sở Nội vụ".
_NEAREST = 80.0
_SUGGESTIONS = 3
# Stands for any base; no key has this sign.
_ANY = "*"


def nearest(text: str, choices: Iterable[str]) -> tuple[str, ...]:
    """The choices spelt most like the text, the nearest first; none where all are far."""
    hits = process.extract(
        text, list(choices), scorer=fuzz.ratio, limit=_SUGGESTIONS, score_cutoff=_NEAREST
    )
    return tuple(found for found, _, _ in hits)


@dataclass(frozen=True, slots=True)
class _Stem:
    """A printed form with the time in which some body bears it."""

    entry: Entry
    since: Day | None
    until: Day | None


class Stems:
    """The forms of all kinds, of central bodies and of the archive's own."""

    def __init__(self, places: Places, own: Iterable[OwnAgency]) -> None:
        self._splits = places
        self._own = tuple(own)

    @cached_property
    def _forms(self) -> tuple[tuple[Form, Day | None, Day | None], ...]:
        return tuple(dict.fromkeys((*_kinds(), *_bodies(self._own))))

    @cached_property
    def _keys(self) -> dict[str, list[_Stem]]:
        keys: dict[str, list[_Stem]] = {}
        for form, since, until in self._forms:
            stem = _Stem(Entry("", form.needs, form.organ), since, until)
            keys.setdefault(key(form.text), []).append(stem)
        return keys

    @property
    def standing(self) -> tuple[str, ...]:
        """Forms that stand without a province; those that need a level word have it."""
        return tuple(dict.fromkeys(_standing(form for form, _, _ in self._forms)))

    @property
    def leaning(self) -> tuple[str, ...]:
        """Forms that need a level word or a province after them."""
        return tuple(dict.fromkeys(f.text for f, _, _ in self._forms if f.needs != "nothing"))

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The spellings of the provinces' names."""
        units = provinces().values()
        names = (n for u in units for n in (*(p.name for p in u.phases), *u.spellings))
        return tuple(dict.fromkeys(names))

    def about(self, day: Day | None) -> Lexicon:
        """What splitting asks, of the names in use about a day."""
        return _Lexicon(self, day)

    def known(self, name: str, day: Day | None = None) -> bool:
        """Whether the name, with or without level word and province, is a body's about a day."""
        return next(self._read(name, day), None) is not None

    def qualifier(self, name: str) -> str:
        """The level word and province that a name ends with, as printed; empty for none."""
        words = name.split()
        ends = (" ".join(words[start:]) for start in range(1, len(words)))
        return next((end for end in ends if self._qualifies(end)), "")

    def _qualifies(self, end: str) -> bool:
        """Whether the words are a level word, a province's name, or both, and nothing else."""
        readings = self._splits.readings(f"{_ANY} {key(end)}")
        return any(r.base == _ANY and (r.level or r.place) for r in readings)

    def organ(self, name: str) -> str | None:
        """The organ the name begins with."""
        return next((stem.entry.organ for stem in self._read(name, None)), None)

    def suggest(self, name: str) -> tuple[str, ...]:
        """The nearest forms, marks apart, the nearest first."""
        by_key = {fold(form): form for form in self.standing}
        return tuple(by_key[found] for found in nearest(fold(name), by_key))

    def _read(self, name: str, day: Day | None) -> Iterator[_Stem]:
        for reading in self._splits.readings(key(name)):
            yield from self._matching(reading, day)

    def _matching(self, reading: Reading, day: Day | None) -> Iterator[_Stem]:
        for stem in self._keys.get(reading.base, ()):
            if stem.entry.satisfied(reading) and near(day, stem.since, stem.until):
                yield stem


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The stems as of a day."""

    stems: Stems
    day: Day | None

    def known(self, name: str) -> bool:
        return self.stems.known(name, self.day)

    def qualifier(self, name: str) -> str:
        return self.stems.qualifier(name)


def _kinds() -> Iterator[tuple[Form, Day | None, Day | None]]:
    for kind in kinds().kinds:
        for level in get_args(Level):
            for form in forms(kind, typical(level), kinds()):
                yield form, *_life(kind)


def _life(kind: Kind) -> tuple[Day | None, Day | None]:
    """From the first edition to the last."""
    return kind.editions[0].since, kind.editions[-1].until


def _bodies(own: Iterable[OwnAgency]) -> Iterator[tuple[Form, Day | None, Day | None]]:
    for agency, _ in central():
        for name in (agency.name, agency.short, *agency.names):
            yield Form(name, "nothing"), agency.born, agency.died
    for entry in own:
        official = (name for name in (entry.name, entry.short) if name is not None)
        for name in (*official, *entry.names, *entry.misspellings):
            yield Form(name, "nothing"), entry.since, entry.until


def _standing(every: Iterable[Form]) -> Iterator[str]:
    for form in every:
        if form.needs == "nothing":
            yield form.text
        else:
            yield from (f"{form.text} {words['level']}" for words in kinds().words.values())
