"""Metadata of packages over what recognition reads."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import pytest

import papers
from congvan.build import Terms, import_files
from congvan.build.stating import as_stamped, as_stated
from congvan.model.dispatch import Signer
from congvan.model.partial_date import PartialDate
from congvan.model.recognised import Letter
from congvan.model.span import Span
from congvan.settings import Settings

READ = Letter(
    type="ke-hoach",
    number="11",
    symbol="UBND-VX",
    code="11/UBND-VX",
    issuer="UBND tỉnh Đắk Lắk",
    place="Đắk Lắk",
    date=PartialDate.parse("2024-01"),
    subject="lễ hội",
    urgency=None,
    to=("Các sở, ban, ngành",),
    copies=(),
    signer=Signer(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "CHỦ TỊCH", None),
    body=Span(0, 0),
)
HEADER = """<edXML:Envelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">
<edXML:MessageHeader>
<edXML:Code><edXML:CodeNumber>12</edXML:CodeNumber>
<edXML:CodeNotation>UBND-VX</edXML:CodeNotation></edXML:Code>
<edXML:PromulgationInfo><edXML:PromulgationDate>2024-01-05</edXML:PromulgationDate>
</edXML:PromulgationInfo>
<edXML:Subject>chuẩn bị lễ hội</edXML:Subject>
</edXML:MessageHeader>
<edXML:Attachment><edXML:AttachmentName>a.docx</edXML:AttachmentName><c>{}</c></edXML:Attachment>
</edXML:Envelope>"""


def test_nothing_stated_changes_nothing() -> None:
    """Any other kind of file is as it was read."""
    assert as_stated(READ, {}) == READ
    assert as_stated(replace(READ, signer=None), {}).signer is None


def test_what_is_stated_goes_before_what_was_read() -> None:
    """Number, type, day and signer are those of the header, and the code follows."""
    stated = {
        "number": "12",
        "type_name": "Công văn",
        "date": "2024-01-05",
        "subject": "chuẩn bị lễ hội",
        "signer.name": "Lê Văn Bình",
        "signer.title": "PHÓ CHỦ TỊCH",
    }
    made = as_stated(READ, stated)
    assert (made.type, made.code, str(made.date)) == ("cong-van", "12/UBND-VX", "2024-01-05")
    assert made.subject == "chuẩn bị lễ hội"
    assert made.signer == Signer(
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Lê Văn Bình"
    )


@pytest.mark.parametrize(
    ("stated", "lines"),
    [
        ("KT. CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
        ("TL. CHỦ TỊCH", ("TL. CHỦ TỊCH",)),
    ],
)
def test_lines_of_authority(stated: str, lines: tuple[str, ...]) -> None:
    """A line that is printed with others keeps them; another one stands alone."""
    signer = as_stated(READ, {"signer.authority": stated}).signer
    assert signer is not None
    assert signer.authority == lines


def test_receivers_never_replace_printed_addressees() -> None:
    """Where a package was sent fills what the text leaves open, and no more."""
    made = as_stated(READ, {"to": "Sở Y tế", "copies": "Lưu: VT\nSở Y tế"})
    assert made.to == ("Các sở, ban, ngành",)
    assert made.copies == ("Lưu: VT", "Sở Y tế")


@pytest.mark.parametrize(
    "stated",
    [{"date": "2024-13-45"}, {"type_name": "Giấy gì đó"}, {"number": "mười hai", "symbol": "?"}],
)
def test_what_means_nothing_leaves_what_was_read(stated: dict[str, str]) -> None:
    """A day that does not exist, a type that is unknown, a number that is none."""
    assert as_stated(READ, stated) == READ


@pytest.mark.parametrize("stated", [{"symbol": "?"}, {"number": "mười hai"}])
def test_a_part_of_no_code_is_left_out(stated: dict[str, str]) -> None:
    """Also where the text has neither number nor symbol, so that no file is named after it."""
    bare = replace(READ, number=None, symbol=None, code=None)
    assert as_stated(bare, stated) == bare


def test_a_symbol_without_its_number_makes_no_code() -> None:
    """The number may still be blank when the package is sent."""
    bare = replace(READ, number=None, symbol=None, code=None)
    made = as_stated(bare, {"symbol": "UBND-VX"})
    assert (made.number, made.symbol, made.code) == (None, "UBND-VX", None)


def test_import_of_a_package_takes_its_metadata(tmp_path: Path) -> None:
    """The dispatch file has the number, day and subject of the header."""
    (tmp_path / "kho/dispatches").mkdir(parents=True)
    word = papers.docx(papers.paragraph(papers.PARAGRAPH))
    package = tmp_path / "goi.edxml"
    package.write_text(HEADER.format(base64.b64encode(word).decode()), encoding="utf-8")
    (made,) = import_files(Settings(tmp_path / "kho"), [package], Terms("ubnd-dak-lak"))
    assert made.file is not None
    assert made.file.relative_to(tmp_path).as_posix().endswith("/2024/12-ubnd-vx.md")
    text = made.file.read_text(encoding="utf-8")
    for line in ('number: "12"', 'date: "2024-01-05"', 'subject: "chuẩn bị lễ hội"'):
        assert f"\n{line}\n" in text
    missing = {f.values["key"] for f in made.findings if f.code == "import-field-missing"}
    assert not missing & {"number", "symbol", "date", "subject"}


def test_a_stamp_says_how_urgent_a_document_is() -> None:
    """Where its text says nothing; a mark of secrecy is no urgency."""
    assert as_stamped(READ, ("MẬT", "Hỏa tốc")).urgency == "Hỏa tốc"
    assert as_stamped(replace(READ, urgency="Khẩn"), ("Hỏa tốc",)).urgency == "Khẩn"
    assert as_stamped(READ, ("MẬT",)) == READ
