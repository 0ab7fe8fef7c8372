"""Files of every kind come out as the same text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

import papers
from congvan.intake import Kind, Limits, read_document
from congvan.language import wording

BODY = papers.paragraph("Kính gửi: Sở Văn hóa.") + papers.paragraph(papers.PARAGRAPH)
WORD = papers.docx(papers.table(papers.HEADING) + BODY + papers.table(papers.FOOT))
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
"""Debian's fonts-dejavu-core; the test of a scan draws its page with it."""


def written(folder: Path, name: str, content: bytes | str) -> Path:
    """A file of that name."""
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [("a.docx", WORD, Kind.DOCX), ("a.pdf", papers.dispatch_pdf(), Kind.PDF)],
)
def test_a_heading_in_two_columns_comes_out_in_the_order_of_the_decree(
    name: str, content: bytes, kind: Kind, tmp_path: Path
) -> None:
    """Issuer, motto, number, place and date, subject; the foot after the body, list first."""
    received = read_document(written(tmp_path, name, content))
    assert received.kind is kind
    assert received.text is not None
    assert received.text.startswith(papers.HEAD_TEXT + "\n\nKính gửi: Sở Văn hóa.")
    foot = "Nơi nhận:\n- Như trên;\n- Lưu: VT, VX.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n"
    assert foot in received.text
    assert received.text.endswith("Lê Văn Bình\n")


def test_a_kind_is_told_by_the_bytes_and_not_by_the_name(tmp_path: Path) -> None:
    """A Word document that is called .pdf is read as a Word document."""
    assert read_document(written(tmp_path, "a.pdf", WORD)).kind is Kind.DOCX


def test_banners_and_page_numbers_are_notes_and_not_text(tmp_path: Path) -> None:
    """What a signing program laid over a page, and its number, are kept apart."""
    received = read_document(written(tmp_path, "a.pdf", papers.dispatch_pdf()))
    assert received.notes == ("Ký bởi: Ủy ban nhân dân tỉnh An Hòa", "2")
    assert received.text is not None
    assert "Ký bởi" not in received.text


def test_a_paragraph_is_one_line_however_it_was_wrapped(tmp_path: Path) -> None:
    """Rows wrapped at the margin are joined again."""
    received = read_document(written(tmp_path, "a.pdf", papers.dispatch_pdf()))
    assert received.text is not None
    assert papers.PARAGRAPH in received.text.split("\n")


def test_a_number_entered_on_registration_stands_in_its_place(tmp_path: Path) -> None:
    """Offices lay number and day over the page when they register it; both are part of it."""
    sheet = papers.Sheet()
    heading = [list(row) for row in papers.HEADING]
    heading[2] = ["Số:        /UBND-VX", "An Hòa, ngày      tháng 01 năm 2024"]
    sheet.columns(60, [(left, right) for left, right in heading])
    sheet.wrap(200, papers.PARAGRAPH)
    sheet.stamp(118, 86, "47", 12).stamp(374, 86, "19", 11)
    received = read_document(written(tmp_path, "a.pdf", papers.pdf(sheet)))
    assert received.text is not None
    assert "Số: 47 /UBND-VX\n\nAn Hòa, ngày 19 tháng 01 năm 2024\n" in received.text


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tesseract") is None or not FONT.exists(), reason="no tesseract")
def test_a_page_that_is_a_picture_is_read_from_the_picture(tmp_path: Path) -> None:
    """A scan is noticed, not asked for; its pages are kept as pictures beside the text."""
    page = Image.new("RGB", (1654, 2339), "white")
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(FONT, 34)
    for at, (left, right) in enumerate(papers.HEADING):
        draw.text((180, 150 + 60 * at), left, "black", font)
        draw.text((760, 150 + 60 * at), right, "black", ImageFont.truetype(FONT, 28))
    draw.text((300, 500), "KHẨN", "red", font)
    for at, words in enumerate(("Giao Sở Văn hóa chủ trì, phối hợp với", "các cơ quan liên quan")):
        draw.text((180, 650 + 60 * at), words, "black", font)
    page.save(tmp_path / "scan.pdf", resolution=200)
    received = read_document(tmp_path / "scan.pdf")
    assert received.kind is Kind.SCAN
    assert received.text is not None
    assert "Số: 12/UBND-VX" in received.text
    assert "An Hòa, ngày 05 tháng 01 năm 2024" in received.text
    assert received.stamps == ("Khẩn",)
    assert "KHẨN" not in received.text
    assert [image.number for image in received.images] == [1]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.docx", b"PK\x03\x04 torn", "file-broken"),
        ("a.pdf", b"%PDF-1.4 torn", "file-broken"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 torn", "file-broken"),
        ("a.txt", b"", "file-empty"),
        ("a.bin", b"\x7fELF\x00\x01", "file-kind-unknown"),
        ("a.rtf", rb"{\rtf1 a}", "file-kind-unknown"),
        ("a.png", b"\x89PNG\r\n\x1a\n torn", "file-broken"),
        ("a.xml", b"<a><MessageHeader></a>", "file-broken"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    name: str, content: bytes, code: str, tmp_path: Path
) -> None:
    """No text, one finding, a Vietnamese sentence for it."""
    if name == "a.doc" and shutil.which("antiword") is None:
        code = "antiword-missing"
    received = read_document(written(tmp_path, name, content))
    assert received.text is None
    assert [finding.code for finding in received.findings] == [code]
    assert wording.sentence(received.findings[0])


def test_a_folder_or_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    """Nothing is raised for what is no file."""
    assert read_document(tmp_path).findings[0].code == "not-a-file"
    assert read_document(tmp_path / "none.txt").findings[0].code == "file-unreadable"


def test_a_file_beyond_its_bounds_is_not_opened(tmp_path: Path) -> None:
    """Bytes are counted before anything reads them."""
    file = written(tmp_path, "a.pdf", papers.dispatch_pdf())
    received = read_document(file, limits=Limits(bytes=100))
    assert [finding.code for finding in received.findings] == ["file-too-big"]


def test_a_worker_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    """Time is bounded from outside."""
    file = written(tmp_path, "a.pdf", papers.dispatch_pdf())
    received = read_document(file, limits=Limits(seconds=-9.99))
    assert [finding.code for finding in received.findings] == ["file-too-costly"]


def test_memory_is_bounded(tmp_path: Path) -> None:
    """A worker without the memory it asks for ends with a finding."""
    large = papers.docx(papers.paragraph(" " * 40_000_000))
    received = read_document(written(tmp_path, "a.docx", large), limits=Limits(memory=1 << 20))
    assert received.text is None
    assert [finding.code for finding in received.findings] == ["file-too-costly"]


def test_no_entity_is_resolved(tmp_path: Path) -> None:
    """A document that declares entities is refused, whatever they would fetch or grow to."""
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    xml = f"{bomb}<edXML><MessageHeader><Subject>&c;</Subject></MessageHeader></edXML>"
    received = read_document(written(tmp_path, "a.edxml", xml))
    assert received.text is None
    assert [finding.code for finding in received.findings] == ["file-broken"]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tesseract") is None or not FONT.exists(), reason="no tesseract")
def test_a_stamp_drawn_on_a_page_of_text_is_read(tmp_path: Path) -> None:
    """A page whose words need no recognition may bear a picture of a stamp all the same."""
    drawn = Image.new("RGB", (600, 200), "white")
    draw = ImageDraw.Draw(drawn)
    draw.rectangle((20, 20, 580, 180), None, "red", 10)
    draw.text((150, 30), "MẬT", "red", ImageFont.truetype(FONT, 100))
    sheet = papers.Sheet().columns(60, papers.HEADING)
    sheet.wrap(250, papers.PARAGRAPH)
    sheet.picture = (90, 150, 85, 28, drawn)
    received = read_document(written(tmp_path, "a.pdf", papers.pdf(sheet)))
    assert received.kind is Kind.PDF
    assert received.stamps == ("MẬT",)


def test_a_page_too_large_to_be_looked_at_is_told(tmp_path: Path) -> None:
    """Its text is read; its picture would not fit into memory."""
    content = papers.dispatch_pdf().replace(b"MediaBox[0 0 595 842]", b"MediaBox[0 0 9595 842]")
    received = read_document(written(tmp_path, "a.pdf", content))
    assert received.text is not None
    assert [finding.code for finding in received.findings] == ["stamp-unread"]
