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
class Agency:
    """One body. The first of a name has an undated id, a later one carries its first year."""

    id: str
    """"ubnd-dak-lak", "so-tai-chinh-dak-lak-2025"."""
    name: str
    """The official full name: "Sở Tài chính tỉnh Đắk Lắk"."""
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
    """Where its lifetime is known from."""

    def existed_on(self, day: Day) -> bool:
        """Whether `day` is within its lifetime."""
        return (self.born is None or self.born <= day) and (self.died is None or day <= self.died)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of addressees with its members as of a day: "Các Sở, ban, ngành"."""

    id: str
    """"so-ban-nganh", "ubnd-cap-huyen"."""
    name: str
    members: tuple[str, ...] = ()
    """Agency ids; empty where the register does not list them (districts, communes)."""


@dataclass(frozen=True, slots=True)
class Province:
    """A provincial unit in time."""

    id: str
    """"dak-lak", "dak-lak-2025"."""
    name: str
    """"Đắk Lắk"."""
    level: Literal["tinh", "thanh-pho"]
    born: Day | None = None
    died: Day | None = None
    merged_from: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    """Variants met: "Đắc Lắc", "Đăk Lăk"."""
    codes: tuple[tuple[str, str], ...] = ()
    """Codes by scheme, ("gso", "66"); a code means nothing without the unit's dates."""

    @property
    def full_name(self) -> str:
        """With its level word; the words are proper to Vietnamese law and stand here as codes."""
        return f"{LEVEL_WORDS[self.level]} {self.name}"


LEVEL_WORDS = {"tinh": "tỉnh", "thanh-pho": "thành phố"}
