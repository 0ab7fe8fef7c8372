from __future__ import annotations

from datetime import date as Day
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.language.register import Register
from congvan.model.agency import Agency
from congvan.model.symbol import Symbol

CASES = Path(__file__).parent.parent / "cases"
NAMES: list[dict[str, Any]] = yaml.safe_load((CASES / "agencies.yml").read_text("utf-8"))
LINES: dict[str, Any] = yaml.safe_load((CASES / "agency_lines.yml").read_text("utf-8"))
SEEDS_DAY = Day(2021, 5, 31)
DAYS = st.dates(Day(2010, 1, 1), Day(2026, 12, 31))


@pytest.fixture(scope="module")
def agencies(register: Register) -> tuple[Agency, ...]:
    """Every body of every provincial unit."""
    units = {
        unit.id
        for day in (Day(2025, 6, 30), Day(2025, 7, 1))
        for unit in register.provinces_on(day)
    }
    return tuple(agency for unit in sorted(units) for agency in register.agencies_of(unit))


@pytest.mark.parametrize("case", NAMES, ids=lambda case: f"{case['name']} {case['day']}")
def test_a_printed_name_stands_for_its_body(register: Register, case: dict[str, Any]) -> None:
    """A name is looked up as of a day, in the province it prints or the issuer's."""
    day = Day.fromisoformat(case["day"]) if case["day"] else None
    found = register.find(case["name"], day=day, province=case["province"] or None)
    assert sorted(agency.id for agency in found) == sorted(case["ids"])
    assert register.organ_of(case["name"]) == case.get("organ")


@pytest.mark.parametrize("case", LINES["split"], ids=lambda case: case["line"])
def test_a_coordinated_line_is_its_single_names(register: Register, case: dict[str, Any]) -> None:
    """A line that coordinates names gives each in full; a name with commas stays one."""
    assert list(register.split(case["line"], day=case.get("day"))) == case["names"]


@pytest.mark.parametrize("case", LINES["groups"], ids=lambda case: case["line"])
def test_a_group_is_no_body(register: Register, case: dict[str, Any]) -> None:
    """Groups, posts and set phrases are known as such, and bodies are not taken for them."""
    day = case.get("day", SEEDS_DAY)
    group = register.find_group(case["line"], day=day, province="dak-lak")
    assert (group.id if group else "") == case["group"]
    assert not (group and register.find(case["line"], day=day, province="dak-lak"))


@pytest.mark.parametrize(
    "case", LINES["owners"], ids=lambda case: f"{case['code']} {case['issuer']}"
)
def test_a_code_belongs_to_a_series_owner(register: Register, case: dict[str, Any]) -> None:
    """The issuer's words name the owner; letters alone only where no other level writes them."""
    symbol = Symbol.parse(case["code"])
    owner = register.owner_for(symbol, case["issuer"] or None, case["day"], case["province"])
    assert (owner.id if owner else "") == case["owner"]


def test_every_id_is_unique_and_ascii(agencies: tuple[Agency, ...]) -> None:
    """No two bodies share an id, and every id can stand in an address."""
    ids = [agency.id for agency in agencies]
    assert len(ids) == len(set(ids))
    assert all(id_.isascii() and id_.islower() and " " not in id_ for id_ in ids)


def test_every_id_leads_to_its_body(register: Register, agencies: tuple[Agency, ...]) -> None:
    """The id of each body is enough to find it, and its kin's ids too."""
    for agency in agencies:
        assert register.agency(agency.id) == agency
        kin = (*agency.predecessors, *(s.successor for s in agency.successors), agency.parent)
        assert all(register.agency(id_) for id_ in kin if id_)


def test_an_unknown_id_is_a_key_error(register: Register) -> None:
    """What no body bears raises KeyError, be its end a province's name or not."""
    for id_ in ("so-khong-co-dak-lak", "ubnd-atlantis", "ubnd-hue", "ubnd-dak-lak-1999", ""):
        with pytest.raises(KeyError):
            register.agency(id_)


def test_succession_is_mirrored(register: Register, agencies: tuple[Agency, ...]) -> None:
    """A body is among its successors' predecessors, and the reverse."""
    for agency in agencies:
        for succession in agency.successors:
            assert agency.id in register.agency(succession.successor).predecessors
        for before in agency.predecessors:
            assert agency.id in {s.successor for s in register.agency(before).successors}


def test_a_successor_lives_when_it_takes_over(
    register: Register, agencies: tuple[Agency, ...]
) -> None:
    """Nothing passes to a body that does not exist yet, nor before the other has ended."""
    for agency in agencies:
        for succession in agency.successors:
            assert agency.died is not None
            assert agency.died < succession.since
            assert register.agency(succession.successor).existed_on(succession.since)


def test_a_body_lives_within_its_province(register: Register, agencies: tuple[Agency, ...]) -> None:
    """No body outlives its province or is older than it."""
    for agency in agencies:
        province = register.province_of(agency.id)
        assert province is not None
        assert province.born is None or (agency.born or Day.min) >= province.born
        assert province.died is None or (agency.died or Day.max) <= province.died
        assert (agency.born or Day.min) <= (agency.died or Day.max)


def test_every_body_says_where_its_life_is_known_from(agencies: tuple[Agency, ...]) -> None:
    """Each life has its source, general knowledge said to be so."""
    assert all(agency.source for agency in agencies)


def test_bodies_of_one_name_follow_each_other(agencies: tuple[Agency, ...]) -> None:
    """The lives of bodies with one kind and one province's name do not overlap."""
    named: dict[str, list[Agency]] = {}
    for agency in agencies:
        named.setdefault(f"{agency.kind} {agency.name.casefold()}", []).append(agency)
    for same in named.values():
        same.sort(key=lambda agency: agency.born or Day.min)
        for earlier, later in pairwise(same):
            assert earlier.died is not None
            assert later.born is not None
            assert earlier.died < later.born


def test_the_first_of_a_name_is_undated_and_later_ones_carry_their_year(register: Register) -> None:
    """Three departments in a row: undated, dated by year, dated by year and month."""
    lives = [
        (agency.id, agency.born, agency.died)
        for id_ in ("", "-2025", "-2025-07")
        for agency in (register.agency(f"so-xay-dung-dak-lak{id_}"),)
    ]
    assert lives == [
        ("so-xay-dung-dak-lak", None, Day(2025, 2, 28)),
        ("so-xay-dung-dak-lak-2025", Day(2025, 3, 1), Day(2025, 6, 30)),
        ("so-xay-dung-dak-lak-2025-07", Day(2025, 7, 1), None),
    ]
    assert register.agency("ubnd-dak-lak-2025").born == Day(2025, 7, 1)


def test_provinces_are_63_and_then_34(register: Register) -> None:
    """Resolution 202/2025/QH15 made 34 provincial units of 63 on 1 July 2025."""
    assert len(register.provinces_on(Day(2025, 6, 30))) == 63
    assert len(register.provinces_on(Day(2025, 7, 1))) == 34


def test_every_old_province_goes_into_one_new_one(register: Register) -> None:
    """What ended on 30 June 2025 is in exactly one of the merged units."""
    merged = [old for unit in register.provinces_on(Day(2025, 7, 1)) for old in unit.merged_from]
    ended = [u.id for u in register.provinces_on(Day(2025, 6, 30)) if u.died == Day(2025, 6, 30)]
    assert sorted(merged) == sorted(ended)


def test_cities_under_the_centre_are_seven_from_april_2026(register: Register) -> None:
    """Huế is a city from 2025, Đồng Nai from 30 April 2026; both keep their ids."""
    counted = {
        day: sum(u.name_on(day).level == "thanh-pho" for u in register.provinces_on(day))
        for day in (Day(2024, 12, 31), Day(2025, 1, 1), Day(2026, 4, 29), Day(2026, 4, 30))
    }
    assert list(counted.values()) == [5, 6, 6, 7]


@given(day=DAYS)
def test_each_province_has_one_peoples_committee_every_day(register: Register, day: Day) -> None:
    """On any day each provincial unit has exactly one committee of its own, found by its name."""
    for unit in register.provinces_on(day):
        living = [
            a for a in register.agencies_of(unit.id) if a.kind == "ubnd" and a.existed_on(day)
        ]
        assert len(living) == 1
        assert register.find(living[0].name_on(day), day=day) == tuple(living)


@given(data=st.data(), day=DAYS)
def test_a_living_body_is_found_by_every_name_it_has(
    register: Register, agencies: tuple[Agency, ...], data: st.DataObject, day: Day
) -> None:
    """Full and short name as of the day lead back to the body, in any case."""
    agency = data.draw(st.sampled_from([a for a in agencies if a.existed_on(day)]))
    for name in (agency.name_on(day), agency.name_on(day).upper(), agency.short_on(day)):
        assert register.find(name, day=day, province=agency.province) == (agency,)


@given(name=st.text(max_size=40), day=DAYS)
def test_any_text_may_be_asked_for(register: Register, name: str, day: Day) -> None:
    """No text makes a look-up fail; splitting loses no line."""
    register.find(name, day=day, province="dak-lak")
    register.find_group(name, day=day, province="dak-lak")
    assert register.split(name, day=day)


def test_what_followed_the_department_of_information(register: Register) -> None:
    """It ended on 28 February 2025; its work went to two departments."""
    ended = register.agency("so-thong-tin-va-truyen-thong-dak-lak")
    assert ended.died == Day(2025, 2, 28)
    followed = [(s.successor, s.kind, s.since) for s in ended.successors]
    assert followed == [
        ("so-khoa-hoc-va-cong-nghe-dak-lak-2025", "merged", Day(2025, 3, 1)),
        ("so-van-hoa-the-thao-va-du-lich-dak-lak", "function-moved", Day(2025, 3, 1)),
    ]
    assert ended.successors[1].function == "báo chí, xuất bản, thông tin, tuyên truyền"


def test_a_change_of_name_is_dated(register: Register) -> None:
    """Đồng Nai's committee keeps its id and has each name in its time."""
    agency = register.agency("ubnd-dong-nai-2025")
    assert agency.name_on(Day(2026, 4, 29)) == "Ủy ban nhân dân tỉnh Đồng Nai"
    assert agency.name_on(Day(2026, 4, 30)) == "Ủy ban nhân dân thành phố Đồng Nai"
    assert agency.name == "Ủy ban nhân dân thành phố Đồng Nai"
    assert agency.died is None


def test_members_of_a_group_are_those_of_the_day(register: Register) -> None:
    """The departments of 2021 are not those of 2026; optional ones are not counted."""
    before = register.find_group("Các Sở, ban, ngành", day=SEEDS_DAY, province="dak-lak")
    after = register.find_group("Các Sở, ban, ngành", day=Day(2026, 5, 1), province="dak-lak-2025")
    assert before is not None
    assert after is not None
    assert "so-thong-tin-va-truyen-thong-dak-lak" in before.members
    assert "so-nong-nghiep-va-moi-truong-dak-lak-2025" in after.members
    assert not set(before.members) & set(after.members)
    assert "so-du-lich-dak-lak" not in before.members


def test_a_parent_may_change_with_the_merger(register: Register) -> None:
    """The mass organisations work within the Fatherland Front from 1 July 2025."""
    assert register.agency("hoi-nong-dan-dak-lak").parent is None
    assert register.agency("hoi-nong-dan-dak-lak-2025").parent == "mat-tran-to-quoc-dak-lak-2025"
    assert register.agency("so-noi-vu-dak-lak").parent == "ubnd-dak-lak"


def test_misspelt_names_and_ids_have_suggestions(register: Register) -> None:
    """A name near to a known one is suggested, an id near to one too; nonsense is not."""
    assert register.suggest("Sở Tài chánh")[0] == "Sở Tài chính"
    assert register.suggest("So Thong tin va Truyen thong")[0] == "Sở Thông tin và Truyền thông"
    assert register.suggest("ubnd-dak-lakk")[0] == "ubnd-dak-lak"
    assert register.suggest("ubnd-hue")[0] == "ubnd-thua-thien-hue"
    assert register.suggest("xyzzy plugh") == ()


def test_names_for_recognition_are_found_where_they_stand(register: Register) -> None:
    """Every name that stands by itself is found, somewhere in time, in a province or a city."""
    for name in register.names():
        provinces = ("dak-lak", "da-nang")
        assert any(register.find(name, province=province) for province in provinces), name


def test_every_place_is_a_province(register: Register) -> None:
    """With any spelling of a province's name a committee is found."""
    assert all(register.find(f"UBND {place}") for place in register.places())


def test_where_a_kind_is_absent_its_counterpart_takes_over(register: Register) -> None:
    """Bình Dương's department of culture went to the city's, which has another name."""
    ended = register.agency("so-van-hoa-the-thao-va-du-lich-binh-duong")
    heirs = [succession.successor for succession in ended.successors]
    assert heirs == ["so-van-hoa-va-the-thao-ho-chi-minh-2025"]
    moved = register.agency("so-thong-tin-va-truyen-thong-ha-noi").successors[1]
    assert moved.successor == "so-van-hoa-va-the-thao-ha-noi"


def test_what_is_general_knowledge_says_so(register: Register) -> None:
    """A succession by general knowledge alone is marked as such; one by a known decree is not."""
    merged, moved = register.agency("so-thong-tin-va-truyen-thong-dak-lak").successors
    assert merged.basis == "Nghị định 45/2025/NĐ-CP"
    assert moved.basis is not None
    assert "chưa đối chiếu" in moved.basis
    assert "chưa đối chiếu" in (register.agency("hoi-nha-bao-ha-noi").source or "")
