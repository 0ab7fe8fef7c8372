"""Importing: files become dispatches for review."""

from __future__ import annotations

from pathlib import Path

import pytest

import papers
from congvan.build import Terms, check, import_files, import_register
from congvan.settings import Settings

TERMS = Terms("ubnd-dak-lak", "2024-02-01", "Chánh Văn phòng")


@pytest.fixture
def archive(tmp_path: Path) -> Settings:
    """An empty archive."""
    (tmp_path / "kho/dispatches").mkdir(parents=True)
    (tmp_path / "kho/mkdocs.yml").write_text("site_name: Kho\n")
    return Settings(tmp_path / "kho")


@pytest.fixture
def received(tmp_path: Path) -> Path:
    """A folder of files: one good, one torn."""
    folder = tmp_path / "nhan"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(papers.dispatch_pdf())
    (folder / "b.docx").write_bytes(b"PK\x03\x04")
    return folder


def test_an_imported_file_stands_beside_its_text_and_its_dispatch(
    archive: Settings, received: Path
) -> None:
    """The bad file is told and the run goes on; nothing in the result is an error."""
    good, bad = import_files(archive, [received], TERMS)
    assert (good.done, bad.done) == ("written", "refused")
    assert bad.findings[0].code == "file-broken"
    assert good.file is not None
    folder = good.file.with_suffix("")
    assert folder.joinpath("goc.pdf").read_bytes() == (received / "a.pdf").read_bytes()
    assert papers.PARAGRAPH in folder.joinpath("goc.txt").read_text()
    assert check(archive).errors == 0


def test_a_second_import_changes_nothing(archive: Settings, received: Path) -> None:
    """A file is known by its hash."""
    list(import_files(archive, [received], TERMS))
    before = {file: file.stat().st_mtime_ns for file in archive.root.rglob("*")}
    again = list(import_files(archive, [received / "a.pdf"], TERMS))
    assert [made.done for made in again] == ["known"]
    assert {file: file.stat().st_mtime_ns for file in archive.root.rglob("*")} == before


def test_what_was_not_found_awaits_review(archive: Settings, tmp_path: Path) -> None:
    """Absent is absent, in the report and in the file itself."""
    file = tmp_path / "c.txt"
    file.write_text(f"UBND TỈNH A\n\nSố:     /UBND-VX\n\n{papers.PARAGRAPH}")
    (made,) = import_files(archive, [file], TERMS)
    assert made.file is not None
    missing = {f.values["key"] for f in made.findings if f.code == "import-field-missing"}
    assert {"number", "date", "signer.name"} <= missing
    assert "\n# " in made.file.read_text()
    assert "\nnumber:" not in made.file.read_text()


def test_a_second_letter_in_a_file_is_named(archive: Settings, tmp_path: Path) -> None:
    """The first is imported; the clerk is told which other paper the file holds."""
    head = "UBND TỈNH A\n\nSố: 5/UBND-VX\n\nKính gửi: Sở Nội vụ.\n\n"
    first = f"{head}{papers.PARAGRAPH}\n\nNơi nhận:\n- Lưu: VT.\n\n"
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    file = tmp_path / "hai.txt"
    file.write_text(f"{first}{motto}Số: 19/SNV-VP\nHà Nam, ngày 12 tháng 10 năm 2022\n")
    (made,) = import_files(archive, [file], TERMS)
    assert [f.fragment for f in made.findings if f.code == "import-second-letter"] == ["19/SNV-VP"]


@pytest.mark.parametrize(
    ("text", "terms", "code"),
    [
        (
            "MẬT\n\nUBND TỈNH ĐẮK LẮK\n\nSố: 1/UBND-VX\n\n" + papers.PARAGRAPH,
            TERMS,
            "import-secret",
        ),
        ("không rõ ai ban hành\n", Terms(), "import-issuer-unknown"),
        ("x\n", Terms("tinh-uy-dak-lak"), "party-without-consent"),
    ],
)
def test_what_must_not_come_in_does_not(
    text: str, terms: Terms, code: str, archive: Settings, tmp_path: Path
) -> None:
    """Secret papers, papers of nobody, papers that are not ours to publish."""
    file = tmp_path / "d.txt"
    file.write_text(text)
    (made,) = import_files(archive, [file], terms)
    assert (made.done, [f.code for f in made.findings]) == ("refused", [code])
    assert not list(archive.dispatches.rglob("*.md"))


def test_a_register_becomes_known_documents_once(archive: Settings, tmp_path: Path) -> None:
    """A second import of the same register adds nothing."""
    file = tmp_path / "so.csv"
    file.write_text(
        "Số ký hiệu,Ngày ban hành,Trích yếu,Cơ quan ban hành\n"
        "05/KH-UBND,02/01/2024,chuẩn bị lễ hội,UBND tỉnh Đắk Lắk\n"
    )
    assert import_register(archive, file) == (1, ())
    assert import_register(archive, file) == (0, ())
    assert check(archive).errors == 0


def test_progress_is_told_before_each_file(archive: Settings, received: Path) -> None:
    """Which file of how many, in order."""
    told: list[tuple[int, int, str]] = []
    list(import_files(archive, [received], TERMS, lambda n, of, f: told.append((n, of, f.name))))
    assert told == [(1, 2, "a.pdf"), (2, 2, "b.docx")]
