from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import seeds
from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.holdings import Holdings
from congvan.resolve import archive_of
from congvan.search import staff
from congvan.search.staff import Query

CASES: list[dict[str, Any]] = [
    case
    for case in yaml.safe_load((Path(__file__).parents[2] / "cases/search.yml").read_text("utf-8"))
    if case.get("where", "staff") == "staff"
]
MINISTRY = "Sở Thông tin và Truyền thông"


@pytest.fixture(scope="module")
def directory(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The staff's index of the seeds."""
    folder = tmp_path_factory.mktemp("staff")
    staff.index(archive, folder)
    return folder


def found(directory: Path, **asked: Any) -> list[str]:
    """The ids that a query finds, in order."""
    return [row.id for row in staff.query(directory, Query(**asked)).rows]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"])
def test_found(directory: Path, case: dict[str, Any]) -> None:
    """What is typed finds what the table says, in that order."""
    results = staff.query(directory, Query(case["typed"]))
    assert seeds.meets(case, [row.id for row in results.rows])
    assert results.total == len(case["finds"])


def test_agency_and_deadline_of_one_task(directory: Path) -> None:
    """With an agency and a deadline only tasks count that have both."""
    asked = Query("tuyen truyen", agency=MINISTRY, due_to=date(2021, 6, 30))
    [row] = staff.query(directory, asked).rows
    assert row.id == seeds.DAK_LAK
    assert [(task.due, task.phrase) for task in row.tasks] == [
        ("2021-06-10", "trước ngày 10/6/2021")
    ]
    assert found(directory, agency=MINISTRY, due_to=date(2021, 6, 9)) == []
    assert found(directory, due_to=date(2021, 6, 9)) == [seeds.DAK_LAK]


@pytest.mark.parametrize("name", [MINISTRY, "so thong tin va truyen thong", "STTTT", "SỞ TT&TT"])
def test_agency_by_any_name(directory: Path, name: str) -> None:
    """A name finds the bodies that bear it, in every province, however it is written."""
    assert found(directory, agency=name) == [seeds.HUNG_YEN, seeds.DAK_LAK]


def test_agency_by_full_name_or_id(directory: Path) -> None:
    """A name with its province, or an id, finds one body."""
    assert found(directory, agency=f"{MINISTRY} tỉnh Đắk Lắk") == [seeds.DAK_LAK]
    assert found(directory, agency="bao-dak-lak") == [seeds.DAK_LAK]


def test_unknown_agency(directory: Path) -> None:
    """A name that nobody in the archive bears is said to be so, with names that look like it."""
    with pytest.raises(staff.UnknownName) as raised:
        staff.query(directory, Query(agency="Sở Thông tin Truyền thông"))
    assert raised.value.name == "Sở Thông tin Truyền thông"
    assert "Sở Thông tin và Truyền thông" in raised.value.suggestions


@pytest.mark.parametrize(
    ("asked", "finds"),
    [
        ({"plan": "28-KH/TU"}, ["dak-lak"]),
        ({"plan": "375"}, ["hung-yen"]),
        ({"type": "Kế hoạch"}, ["375", "28"]),
        ({"type": "cong-van"}, ["hung-yen", "dak-lak"]),
        ({"issuer": "ubnd-hung-yen"}, ["hung-yen"]),
        ({"year": 2021}, ["dak-lak", "28"]),
        ({"year": 1999}, []),
        ({"from_": date(2021, 5, 20), "to": date(2021, 12, 31)}, ["dak-lak"]),
        ({"to": date(2021, 5, 19)}, ["dak-lak", "28"]),
        ({"due_from": date(2021, 6, 6)}, ["dak-lak"]),
        ({"due_from": date(2021, 6, 11)}, []),
        ({}, ["hung-yen", "375", "dak-lak", "28"]),
        ({"limit": 1}, ["hung-yen"]),
    ],
)
def test_narrowed(directory: Path, asked: dict[str, Any], finds: list[str]) -> None:
    """Filters narrow a search without words to the documents that fit, newest first."""
    assert found(directory, **asked) == [seeds.BY_NAME[name] for name in finds]


def test_row(directory: Path) -> None:
    """A row tells what the document is, where it stands, and a line that answers."""
    row = staff.query(directory, Query("bao dac lac")).rows[0]
    assert row.url == "van-ban/ubnd-dak-lak/2021/ks-ubnd-kgvx-k7d2m9qa/"
    assert (row.code, row.date, row.issuer) == (None, "2021-05", "ubnd-dak-lak")
    assert row.snippet.startswith("4. Báo Đắc Lắc, Đài Phát thanh")
    assert row.tasks == ()


def test_explain(directory: Path) -> None:
    """The engine tells how it reads a query and how much each step finds."""
    near, loose = staff.explain(directory, Query("ke hoach 28"))
    assert near.startswith("near 2 ")
    assert "ke+hoach" in near
    assert loose.startswith("loose 2 ")


def test_only_changed_years_are_written(
    archive: Archive, register: Register, tmp_path: Path
) -> None:
    """A change in one year leaves the indexes of the others as they are."""
    staff.index(archive, tmp_path)
    before = {f.name[:4]: f.stat().st_mtime_ns for f in tmp_path.iterdir() if f.is_dir()}
    fewer = Holdings(seeds.holdings().documents[1:])
    staff.index(archive_of(fewer, register), tmp_path)
    after = {f.name[:4]: f.stat().st_mtime_ns for f in tmp_path.iterdir() if f.is_dir()}
    assert before.keys() == after.keys() == {"2021", "2024", "2025"}
    assert after["2024"] == before["2024"]
    assert after["2021"] != before["2021"]
    assert found(tmp_path, year=2021) == [seeds.DAK_LAK]


def test_years_that_are_no_more_are_forgotten(
    archive: Archive, register: Register, tmp_path: Path
) -> None:
    """What has left the archive is not found any more."""
    staff.index(archive, tmp_path)
    fewer = Holdings(seeds.holdings().documents[:2])
    staff.index(archive_of(fewer, register), tmp_path)
    assert found(tmp_path, text="hung yen") == []
    assert [f.name[:4] for f in tmp_path.iterdir() if f.is_dir()] == ["2021"]


def test_empty_archive(register: Register, tmp_path: Path) -> None:
    """An archive without documents answers with nothing."""
    staff.index(archive_of(Holdings(()), register), tmp_path)
    assert staff.query(tmp_path, Query("gì")).total == 0


def test_fresh(archive: Archive, tmp_path: Path) -> None:
    """An index is fresh until a source is added, changed or taken away."""
    sources, folder = tmp_path / "dispatches", tmp_path / "index"
    sources.mkdir()
    file = sources / "a.md"
    file.write_text("a")
    assert not staff.is_fresh(folder, sources)
    staff.index(archive, folder, staff.stamp(sources))
    assert staff.is_fresh(folder, sources)
    os.utime(file, (1, 1))
    assert not staff.is_fresh(folder, sources)
