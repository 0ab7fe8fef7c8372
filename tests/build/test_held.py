"""What an archive holds already."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from congvan.build.held import Held, held
from congvan.language import register as registers
from congvan.model.document import Document, Relation
from congvan.model.finding import Finding, Place
from congvan.model.holdings import Holdings
from congvan.model.partial_date import PartialDate
from congvan.model.recognised import Letter
from congvan.model.span import Span
from congvan.resolve import archive_of

PLACE = Place("a.pdf")
LETTER = Letter(
    type="cong-van",
    number="12",
    symbol="UBND-VX",
    code="12/UBND-VX",
    issuer=None,
    place=None,
    date=PartialDate.parse("2024-01-05"),
    subject="chuẩn bị lễ hội",
    urgency=None,
    to=(),
    copies=(),
    signer=None,
    body=Span(0, 0),
)
FRONT = (
    '---\nid: aaaaaa12\nissuer: ubnd-dak-lak\nnumber: "{number}"\nsymbol: UBND-VX\n'
    'date: "2024-01-05"\nsubject: "chuẩn bị lễ hội"\nsource: {{file: goc.pdf, sha256: {hash}}}\n'
    "---\n\nNội dung./.\n"
)
HASH = "0123456789abcdef" * 4


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """A folder with one dispatch of number 12."""
    file = tmp_path / "ubnd-dak-lak/2024/12-ubnd-vx.md"
    file.parent.mkdir(parents=True)
    file.write_text(FRONT.format(number="012", hash=HASH))
    return tmp_path


def codes(known: Held, letter: Letter, owner: str = "ubnd-dak-lak") -> list[str]:
    """The codes of what is told of a letter."""
    return [finding.code for finding in known.findings(letter, owner, PLACE)]


def test_a_file_is_known_by_its_hash(folder: Path) -> None:
    """The hash in the front matter is that of the file as received."""
    assert list(held(folder, None).by_source) == [HASH]


def test_the_same_document_is_told(folder: Path) -> None:
    """Owner, number, symbol and day agree, zeros before the number aside."""
    known = held(folder, None)
    (twin,) = known.findings(LETTER, "ubnd-dak-lak", PLACE)
    assert twin == Finding("import-twin", PLACE, "ubnd-dak-lak/2024/12-ubnd-vx.md")
    for other in (replace(LETTER, number="13"), replace(LETTER, date=PartialDate.parse("2023"))):
        assert codes(known, other) == []
    assert codes(known, LETTER, "ubnd-hung-yen") == []


def test_a_blank_number_is_made_up_for_by_the_subject(folder: Path) -> None:
    """Two letters without a number are one only if they are about the same."""
    (folder / "b.md").write_text(FRONT.format(number="", hash=HASH))
    known, blank = held(folder, None), replace(LETTER, number=None, code=None)
    assert codes(known, blank) == ["import-twin"]
    assert codes(known, replace(blank, subject="việc khác")) == []
    assert codes(known, replace(blank, subject=None)) == []


def test_a_document_that_others_cite_is_awaited(tmp_path: Path) -> None:
    """With how many cite it, and its page; one of another year is another document."""
    stub = Document(
        "ssssssss", "van-ban/x/", "ubnd-dak-lak", "cong-van", "12/UBND-VX", "12", "UBND-VX",
        PartialDate.parse("2024"), None,
    )  # fmt: skip
    cites = [Relation("cites", source, "ssssssss") for source in ("aaaaaaaa", "bbbbbbbb")]
    citing = [replace(stub, id=tie.source, number=None, code=None) for tie in cites]
    ties = (*cites, replace(cites[0], kind="implements"))
    known = held(tmp_path, archive_of(Holdings((stub, *citing), ties), registers.load()))
    (told,) = known.findings(LETTER, "ubnd-dak-lak", PLACE)
    assert (told.code, told.values["count"]) == ("import-awaited", "2")
    assert codes(known, replace(LETTER, date=PartialDate.parse("2023-01-05"))) == []
    assert codes(known, replace(LETTER, number=None, code=None)) == []


def test_a_file_without_front_matter_is_nothing(tmp_path: Path) -> None:
    """A note among the dispatches neither stops nor counts."""
    (tmp_path / "a.md").write_text("ghi chú\n")
    known = held(tmp_path, None)
    assert (known.by_source, known.by_name) == ({}, {})
