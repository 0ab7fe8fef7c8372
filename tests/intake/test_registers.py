"""Registers as known documents."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from congvan.intake import as_yaml, read_register

HEADINGS = ("Số ký hiệu", "Ngày ban hành", "Trích yếu", "Cơ quan ban hành")
ROWS = (
    ("05/KH-UBND", "02/01/2024", "chuẩn bị lễ hội", "UBND tỉnh An Hòa"),
    ("12/UBND-VX", "5/1/2024", "đôn đốc", "UBND tỉnh An Hòa"),
)
CITATIONS = [
    "Kế hoạch số 05/KH-UBND ngày 02/01/2024 của UBND tỉnh An Hòa",
    "Công văn số 12/UBND-VX ngày 05/01/2024 của UBND tỉnh An Hòa",
]


@pytest.mark.parametrize("day", ["2024-01-02", "2024-01-02 00:00:00", "02/01/2024", "2/1/2024"])
def test_a_day_is_read_however_the_register_writes_it(tmp_path: Path, day: str) -> None:
    """Programs write the year first, clerks the day."""
    file = tmp_path / "so.csv"
    row = ("05/KH-UBND", day, "chuẩn bị lễ hội", "UBND tỉnh An Hòa")
    file.write_text("\n".join(",".join(cells) for cells in (HEADINGS, row)))
    assert [row.known and row.known.citation for row in read_register(file)] == CITATIONS[:1]


def csv_file(folder: Path, separator: str) -> Path:
    """The register as text."""
    lines = (separator.join(row) for row in (HEADINGS, *ROWS))
    file = folder / "so.csv"
    file.write_text("\n".join(lines) + "\n")
    return file


def xlsx_file(folder: Path, _separator: str) -> Path:
    """The register as a sheet."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (HEADINGS, *ROWS):
        book.active.append(row)
    book.save(folder / "so.xlsx")
    return folder / "so.xlsx"


@pytest.mark.parametrize(
    ("maker", "separator"), [(csv_file, ","), (csv_file, ";"), (csv_file, "\t"), (xlsx_file, "")]
)
def test_each_row_becomes_a_known_document(maker: object, separator: str, tmp_path: Path) -> None:
    """In the official form, whatever separates its cells."""
    assert callable(maker)
    listed = list(read_register(maker(tmp_path, separator)))
    assert [row.finding for row in listed] == [None, None]
    known = [row.known for row in listed if row.known]
    assert [document.title for document in known] == ["chuẩn bị lễ hội", "đôn đốc"]
    assert [document.citation for document in known] == CITATIONS
    assert as_yaml(known[0]).startswith('- citation: "Kế hoạch số 05/KH-UBND')


def test_a_row_that_names_no_document_is_a_finding_and_the_others_go_on(tmp_path: Path) -> None:
    """Its line is told."""
    file = tmp_path / "so.csv"
    file.write_text("Số ký hiệu,Ngày ban hành,Cơ quan ban hành\n,,x\n1/KH-UBND,2/1/2024,UBND\n")
    first, second = read_register(file)
    assert first.finding is not None
    assert (first.finding.code, first.finding.place.line) == ("register-row-unread", 2)
    assert second.known is not None


def test_a_table_without_known_columns_is_no_register(tmp_path: Path) -> None:
    """It says what is missing."""
    file = tmp_path / "so.csv"
    file.write_text("a,b\n1,2\n")
    (only,) = read_register(file)
    assert only.finding is not None
    assert only.finding.code == "register-columns-unknown"
