"""Agencies: bodies in time, with their names, their parents and what came before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal

SuccessionKind = Literal["renamed", "merged", "absorbed", "split", "function-moved"]
"""đổi tên, hợp nhất, sáp nhập vào, chia tách, chuyển chức năng."""


@dataclass(frozen=True, slots=True)
class Succession:
    """A body that took over from another on a day."""

    successor: str
    kind: SuccessionKind
    since: Day
    function: str | None = None
    """What passed, where it is less than everything: "báo chí, xuất bản, thông tin"."""
    basis: str | None = None
    """The legal act: "Nghị định 45/2025/NĐ-CP"."""


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name that a body bore for a part of its life."""

    name: str
    """The official full name."""
    short: str
    """The name within its province."""
    since: Day | None = None
    until: Day | None = None

    def borne_on(self, day: Day) -> bool:
        """Whether `day` is within the period of the name."""
        return _within(day, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Agency:
    """One body. The first of a name has an undated id; a later one carries the year it began, and
    the month too where an earlier body of that name began in the same year."""

    id: str
    """"ubnd-dak-lak", "so-tai-chinh-dak-lak-2025", "so-tai-chinh-dak-lak-2025-07"."""
    name: str
    """The official full name, its last one: "Sở Tài chính tỉnh Đắk Lắk"."""
    short: str
    """The name within its province: "Sở Tài chính"."""
    kind: str
    """A kind of `agency_kinds.yml`: "ubnd", "hdnd", "tinh-uy", "so-tai-chinh", "bao", "dai"."""
    province: str | None
    """A province id of `provinces.yml`, dated like agency ids; None for central bodies."""
    born: Day | None = None
    """First day; None where it is before the register begins."""
    died: Day | None = None
    """Last day; None while it exists."""
    parent: str | None = None
    names: tuple[str, ...] = ()
    """Other names and abbreviations in use: "STTTT", "Sở TT&TT"."""
    misspellings: tuple[str, ...] = ()
    successors: tuple[Succession, ...] = ()
    predecessors: tuple[str, ...] = ()
    """Ids, the mirror of `successors`."""
    source: str | None = None
    """Where its lifetime is known from, and how surely."""
    dated_names: tuple[DatedName, ...] = ()
    """Every official name in order of time; empty where it bore one name all its life."""

    def existed_on(self, day: Day) -> bool:
        """Whether `day` is within its lifetime."""
        return _within(day, self.born, self.died)

    def name_on(self, day: Day) -> str:
        """The official full name borne on `day`; the last one outside every known period."""
        return next((n.name for n in self.dated_names if n.borne_on(day)), self.name)

    def short_on(self, day: Day) -> str:
        """The name within its province borne on `day`; the last one outside every period."""
        return next((n.short for n in self.dated_names if n.borne_on(day)), self.short)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of addressees with its members as of a day: "Các Sở, ban, ngành"."""

    id: str
    """"so-ban-nganh", "ubnd-cap-huyen"."""
    name: str
    members: tuple[str, ...] = ()
    """Agency ids; empty where the register does not list them (districts, communes)."""


Level = Literal["tinh", "thanh-pho"]
"""Province, or city directly under the central government."""


@dataclass(frozen=True, slots=True)
class ProvinceName:
    """A name and level that a provincial unit bore for a part of its life."""

    name: str
    level: Level
    since: Day | None = None
    until: Day | None = None
    written: str | None = None
    """The full name where its writing is its own: "Thành phố Hồ Chí Minh" (Decree 30/2020, annex
    II, III.1.c)."""

    @property
    def full_name(self) -> str:
        """With its level word: "tỉnh Thừa Thiên Huế", "thành phố Huế"."""
        return self.written or f"{LEVEL_WORDS[self.level]} {self.name}"

    def borne_on(self, day: Day) -> bool:
        """Whether `day` is within the period of the name."""
        return _within(day, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Province:
    """A provincial unit in time. A change of name or level keeps the unit and its id."""

    id: str
    """"dak-lak", "dak-lak-2025"."""
    name: str
    """Its last name: "Đắk Lắk"."""
    level: Level
    """Its last level."""
    born: Day | None = None
    died: Day | None = None
    merged_from: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    """Variants met: "Đắc Lắc", "Đăk Lăk"."""
    codes: tuple[tuple[str, str], ...] = ()
    """Codes by scheme, ("gso", "66"); a code means nothing without the unit's dates."""
    source: str | None = None
    """The act it was made or changed by."""
    dated_names: tuple[ProvinceName, ...] = ()
    """Every name and level in order of time; may be empty where there was one."""

    @property
    def full_name(self) -> str:
        """With its level word; the words are proper to Vietnamese law and stand here as codes."""
        return self.phases[-1].full_name

    @property
    def phases(self) -> tuple[ProvinceName, ...]:
        """Its names in order of time, at least one, covering its whole life."""
        return self.dated_names or (ProvinceName(self.name, self.level, self.born, self.died),)

    def existed_on(self, day: Day) -> bool:
        """Whether `day` is within its lifetime."""
        return _within(day, self.born, self.died)

    def name_on(self, day: Day) -> ProvinceName:
        """The name and level borne on `day`; the last ones outside every known period."""
        return next((n for n in self.phases if n.borne_on(day)), self.phases[-1])


LEVEL_WORDS = {"tinh": "tỉnh", "thanh-pho": "thành phố"}


@dataclass(frozen=True, slots=True)
class OwnSuccession:
    """What followed a body, as an archive's own register says it."""

    to: str
    """An agency id."""
    how: str
    """A `SuccessionKind`."""
    since: Day
    function: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class OwnAgency:
    """A body in `agencies.yml`: with a province one of the archive's own, else a correction of a
    body that the national register makes."""

    id: str
    source: str
    """Where this is known from."""
    name: str | None = None
    short: str | None = None
    province: str | None = None
    kind: str | None = None
    since: Day | None = None
    until: Day | None = None
    parent: str | None = None
    names: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    successors: tuple[OwnSuccession, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnGroup:
    """A group of addressees in `agencies.yml`."""

    id: str
    name: str
    province: str | None = None
    names: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    """Agency ids."""
    since: Day | None = None
    until: Day | None = None


@dataclass(frozen=True, slots=True)
class OwnRegister:
    """Everything of an archive's `agencies.yml`."""

    agencies: tuple[OwnAgency, ...] = ()
    groups: tuple[OwnGroup, ...] = ()


def _within(day: Day, since: Day | None, until: Day | None) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)
