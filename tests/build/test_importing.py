"""Importing: files become dispatches for review."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import papers
from congvan import intake
from congvan.build import Terms, check, import_files, import_register
from congvan.language import wording
from congvan.model.finding import Finding, Place
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
    before = {file: file.stat().st_mtime_ns for file in archive.dispatches.rglob("*")}
    again = list(import_files(archive, [received / "a.pdf"], TERMS))
    assert [made.done for made in again] == ["known"]
    assert {file: file.stat().st_mtime_ns for file in archive.dispatches.rglob("*")} == before


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


def stamped(monkeypatch: pytest.MonkeyPatch, file: Path, **told: Any) -> None:
    """Makes every file read as the paper of the tests, with what a scan tells beside it."""
    file.write_text("quét")
    text = f"{papers.HEAD_TEXT}\n\nKính gửi: Sở Văn hóa.\n\n{papers.PARAGRAPH}\n"
    received = intake.Received(text, intake.Kind.SCAN)
    monkeypatch.setattr(intake, "read_document", lambda _path: replace(received, **told))


def test_a_scan_with_a_stamp_of_secrecy_does_not_come_in(
    archive: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though its text says nothing of it; nothing is written anywhere."""
    stamped(monkeypatch, tmp_path / "a.pdf", stamps=("Khẩn", "TỐI MẬT"))
    (made,) = import_files(archive, [tmp_path / "a.pdf"], TERMS)
    assert [(f.code, f.values["stamp"]) for f in made.findings] == [("import-secret", "TỐI MẬT")]
    assert [path for path in archive.dispatches.rglob("*") if path.is_file()] == []


def test_a_stamp_of_secrecy_counts_where_nothing_else_could_be_read(
    archive: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clerk is told of the stamp, not of a page without words."""
    told = (Finding("no-text", Place("a.pdf"), "a.pdf"),)
    stamped(monkeypatch, tmp_path / "a.pdf", text=None, stamps=("MẬT",), findings=told)
    (made,) = import_files(archive, [tmp_path / "a.pdf"], TERMS)
    assert [finding.code for finding in made.findings] == ["import-secret"]


def test_a_stamp_of_urgency_is_a_key_and_no_text(
    archive: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The front matter knows it, the record does not, and the two do not contradict."""
    stamped(monkeypatch, tmp_path / "a.pdf", stamps=("Khẩn",))
    (made,) = import_files(archive, [tmp_path / "a.pdf"], TERMS)
    assert made.file is not None
    assert '\nurgency: "Khẩn"\n' in made.file.read_text()
    assert "Khẩn" not in made.file.with_suffix("").joinpath("goc.txt").read_text()
    assert "import-stamped" in [f.code for f in made.findings]
    told = {f.fragment for f in check(archive).findings if f.code == "text-differs"}
    assert not [words for words in told if "Khẩn" in words]


def test_a_stamp_that_nobody_read_is_approved_by_nobody(
    archive: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is stated for the whole run: it may be a mark of secrecy."""
    told = (Finding("stamp-unread", Place("a.pdf"), "a.pdf"),)
    stamped(monkeypatch, tmp_path / "a.pdf", findings=told)
    (made,) = import_files(archive, [tmp_path / "a.pdf"], TERMS)
    assert made.awaits_approval
    assert check(archive).awaiting == 1


def test_what_is_not_approved_waits_and_the_build_goes_on(
    archive: Settings, received: Path
) -> None:
    """No error, one that waits, and nothing of it in the archive that is published."""
    list(import_files(archive, [received], Terms("ubnd-dak-lak")))
    found = check(archive)
    assert (found.errors, found.awaiting, found.held) == (0, 1, 0)


def test_a_twin_is_told(archive: Settings, tmp_path: Path) -> None:
    """The same letter without a number, from another file."""
    body = f"UBND TỈNH A\n\nSố:     /UBND-VX\n\nV/v lễ hội\n\n{papers.PARAGRAPH}"
    for name, end in (("a.txt", ""), ("b.txt", "\n")):
        (tmp_path / name).write_text(body + end)
    first, second = import_files(archive, [tmp_path / "a.txt", tmp_path / "b.txt"], TERMS)
    assert "import-twin" not in {finding.code for finding in first.findings}
    assert "import-twin" in {finding.code for finding in second.findings}


def test_a_register_among_files_says_how_it_is_imported(archive: Settings, tmp_path: Path) -> None:
    """A table is no document, whatever its first lines look like."""
    file = tmp_path / "so.csv"
    file.write_text("Số ký hiệu,Ngày ban hành\n05/KH-UBND,02/01/2024\n")
    (made,) = import_files(archive, [file], Terms())
    assert [finding.code for finding in made.findings] == ["file-is-register"]
    assert "--csv" in wording.remedy(made.findings[0])
