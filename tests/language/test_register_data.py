from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day
from itertools import pairwise
from typing import get_args

import pytest

from congvan.language import register_data
from congvan.language.register_central import central
from congvan.language.register_data import Kind
from congvan.language.register_index import forms, typical
from congvan.language.register_names import key
from congvan.model.agency import Level, SuccessionKind

KINDS = register_data.kinds()
BY_ID = {kind.id: kind for kind in KINDS.kinds}


def _names(kind: Kind) -> Iterator[str]:
    for level in get_args(Level):
        yield from {key(form.text) for form in forms(kind, typical(level), KINDS)}


def test_kinds_have_ids_of_their_own() -> None:
    """No kind is described twice."""
    assert len(BY_ID) == len(KINDS.kinds)


@pytest.mark.parametrize("kind", KINDS.kinds, ids=lambda kind: kind.id)
def test_a_kind_names_kinds_that_are(kind: Kind) -> None:
    """Heirs and parents are kinds of the register, heirs with a known manner of taking over."""
    heirs = [heir for edition in kind.editions for heir in edition.heirs]
    named = {name for heir in heirs for name in heir.to} | {name for _, name in kind.parents}
    assert named <= BY_ID.keys()
    assert {heir.how for heir in heirs} <= set(get_args(SuccessionKind))


@pytest.mark.parametrize("kind", KINDS.kinds, ids=lambda kind: kind.id)
def test_the_lives_of_a_kind_follow_each_other(kind: Kind) -> None:
    """Editions are in order of time and do not overlap."""
    for earlier, later in pairwise(kind.editions):
        assert earlier.until is not None
        assert later.since is not None
        assert earlier.until < later.since
    for edition in kind.editions:
        assert (edition.since or Day.min) <= (edition.until or Day.max)


def test_no_name_means_two_kinds() -> None:
    """A printed form belongs to one kind, so that only time makes a name ambiguous."""
    owners: dict[str, set[str]] = {}
    for kind in KINDS.kinds:
        for name in _names(kind):
            owners.setdefault(name, set()).add(kind.id)
    assert {name: kinds for name, kinds in owners.items() if len(kinds) > 1} == {}


def test_exceptions_are_of_known_kinds_and_provinces() -> None:
    """A life known better is one of a body that the register makes."""
    for kind, province in KINDS.exceptions:
        assert kind in BY_ID
        assert province in register_data.provinces()


def test_a_code_of_the_general_statistics_office_is_one_units_at_a_time() -> None:
    """Codes were given to other units in 2025; on one day each belongs to one."""
    for day in (Day(2025, 6, 30), Day(2025, 7, 1)):
        codes = [
            dict(unit.codes)["gso"]
            for unit in register_data.provinces().values()
            if unit.existed_on(day)
        ]
        assert len(codes) == len(set(codes))
    assert dict(register_data.provinces()["yen-bai"].codes)["gso"] == "15"
    assert dict(register_data.provinces()["lao-cai-2025"].codes)["gso"] == "15"


def test_names_of_a_province_follow_each_other() -> None:
    """The periods of a unit's names cover its life without gap or overlap."""
    for unit in register_data.provinces().values():
        phases = unit.phases
        assert (phases[0].since or unit.born) == unit.born
        assert (phases[-1].until or unit.died) == unit.died
        for earlier, later in pairwise(phases):
            assert earlier.until is not None
            assert later.since is not None
            assert (later.since - earlier.until).days == 1


def test_the_largest_city_is_written_with_a_capital() -> None:
    """Decree 30/2020, annex II, III.1.c: "Thành phố Hồ Chí Minh"."""
    units = register_data.provinces()
    assert units["ho-chi-minh-2025"].full_name == "Thành phố Hồ Chí Minh"
    assert units["da-nang"].full_name == "thành phố Đà Nẵng"
    assert units["thua-thien-hue"].name_on(Day(2024, 12, 31)).full_name == "tỉnh Thừa Thiên Huế"


def test_central_ids_are_undated_and_their_kin_are_known() -> None:
    """Central bodies have ids without years, and name central bodies alone."""
    ids = {agency.id for agency, _ in central()}
    assert len(ids) == len(central())
    assert not any(character.isdigit() for id_ in ids for character in id_)
    for agency, _ in central():
        kin = (*agency.predecessors, *(s.successor for s in agency.successors), agency.parent)
        assert {id_ for id_ in kin if id_} <= ids
