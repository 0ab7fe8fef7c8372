from __future__ import annotations

from datetime import date as Day
from pathlib import Path
from typing import Any

import pytest
import yaml

from congvan.language import register, wording
from congvan.language.register import Register
from congvan.read.agencies_file import register_file

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "agencies_file.yml").read_text("utf-8")
)


def _written(root: Path, text: str) -> Path:
    folder = root / "dispatches"
    folder.mkdir()
    (folder / "agencies.yml").write_text(text, encoding="utf-8")
    return root


def _read(root: Path, text: str) -> Register:
    own, findings = register_file(_written(root, text))
    assert findings == ()
    return register.load(own)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_each_fault_is_a_finding_with_its_line(tmp_path: Path, case: dict[str, Any]) -> None:
    """Every fault of the file is found at once, where it stands, and can be said in words."""
    _, findings = register_file(_written(tmp_path, case["text"]))
    found = [[f.code, f.place.line, f.fragment] for f in findings]
    assert sorted(found) == sorted(case["findings"])
    assert all(f.place.file == "dispatches/agencies.yml" for f in findings)
    for finding in findings:
        said = wording.sentence(finding) + wording.remedy(finding)
        assert "{" not in said


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    """An archive may do without a register of its own."""
    assert register_file(tmp_path) == (None, ())


def test_the_archives_own_file_is_right(root: Path) -> None:
    """The register that this archive ships has no fault, and its slip of 2021 is known."""
    own, findings = register_file(root)
    assert findings == ()
    assert "Báo Đắc Lắc" in register.load(own).agency("bao-dak-lak").misspellings


def test_a_faulty_entry_does_not_stop_the_others(tmp_path: Path) -> None:
    """What can be used of a faulty file is used, so that one run shows every finding."""
    text = (
        "agencies:\n  - id: so-khong-co-dak-lak\n    source: x\n"
        "  - id: so-y-te-dak-lak\n    source: y\n    names: ['Sở Sức khỏe']\n"
    )
    own, findings = register_file(_written(tmp_path, text))
    assert len(findings) == 1
    found = register.load(own).find("Sở Sức khỏe", day=Day(2021, 5, 1), province="dak-lak")
    assert [agency.id for agency in found] == ["so-y-te-dak-lak"]


def test_an_own_body_is_found_like_any_other(tmp_path: Path) -> None:
    """A body of the archive's own is found by its names, slips included, within its life."""
    whole = _read(tmp_path, CASES[0]["text"])
    for name in ("Hội Cà phê", "HỘI CÀ PHÊ", "Hội Cà phê tỉnh Đắk Lắk", "Hội Cafe"):
        found = whole.find(name, day=Day(2021, 5, 1), province="dak-lak")
        assert [agency.id for agency in found] == ["hoi-ca-phe-dak-lak"]
    assert whole.find("Hội Cà phê", day=Day(2012, 5, 1), province="dak-lak") == ()
    assert whole.agency("hoi-ca-phe-dak-lak").died == Day(2025, 6, 30)
    assert whole.split("Các Hội: Nhà báo, Cà phê") == ("Hội Nhà báo", "Hội Cà phê")


def test_a_life_known_better_replaces_the_rule(tmp_path: Path) -> None:
    """A corrected end is what the body's page says, with the archive's source."""
    whole = _read(tmp_path, CASES[0]["text"])
    agency = whole.agency("so-du-lich-dak-lak")
    assert (agency.died, agency.source) == (Day(2020, 12, 31), "Quyết định 1")
    assert agency.successors == ()


def test_an_end_moved_moves_what_follows(tmp_path: Path) -> None:
    """Where a department ended later than by rule, its successors take over the day after."""
    text = (
        "agencies:\n  - id: so-thong-tin-va-truyen-thong-dak-lak\n    source: x\n"
        "    until: '2025-03-14'\n"
    )
    ended = _read(tmp_path, text).agency("so-thong-tin-va-truyen-thong-dak-lak")
    assert {succession.since for succession in ended.successors} == {Day(2025, 3, 15)}
    assert len(ended.successors) == 2


def test_stated_successors_are_mirrored(tmp_path: Path) -> None:
    """A successor that the archive states knows its predecessor."""
    text = (
        "agencies:\n  - id: so-du-lich-dak-lak\n    source: x\n    until: '2020-12-31'\n"
        "    successors:\n      - to: so-van-hoa-the-thao-va-du-lich-dak-lak\n"
        "        how: absorbed\n        since: '2021-01-01'\n"
    )
    heir = _read(tmp_path, text).agency("so-van-hoa-the-thao-va-du-lich-dak-lak")
    assert "so-du-lich-dak-lak" in heir.predecessors


def test_an_own_group_has_its_members(tmp_path: Path) -> None:
    """A group of the archive's own is known by its name, with the members alive on the day."""
    whole = _read(tmp_path, CASES[0]["text"])
    day, name = Day(2021, 5, 1), "Các đơn vị Cụm thi đua số 1"
    group = whole.find_group(name, day=day, province="dak-lak")
    assert group is not None
    assert group.members == ("so-noi-vu-dak-lak", "hoi-ca-phe-dak-lak")


def test_what_the_archive_confirms_is_a_member(tmp_path: Path) -> None:
    """An optional department counts among the departments once the archive names it."""
    text = "agencies:\n  - id: so-ngoai-vu-dak-lak\n    source: x\n"
    whole = _read(tmp_path, text)
    group = whole.find_group("Các Sở, ban, ngành", day=Day(2021, 5, 1), province="dak-lak")
    assert group is not None
    assert "so-ngoai-vu-dak-lak" in group.members


def test_a_central_body_may_have_further_names(tmp_path: Path) -> None:
    """A slip in the name of a ministry is known once the archive lists it."""
    text = "agencies:\n  - id: bo-noi-vu\n    source: x\n    misspellings: ['Bộ Nội vu']\n"
    found = _read(tmp_path, text).find("Bộ Nội vu", day=Day(2021, 5, 1))
    assert [agency.id for agency in found] == ["bo-noi-vu"]
