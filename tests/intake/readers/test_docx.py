"""Word documents."""

from __future__ import annotations

import pytest

import papers
from congvan.intake.layout import arrange
from congvan.intake.readers.docx import WordFile


def text(body: str, **parts: str) -> str:
    """The text of a Word document with that body."""
    return arrange.text_of(WordFile(papers.docx(body, **parts)).blocks())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "<w:p><w:r><w:t>trước ngày </w:t></w:r>"
            "<w:del><w:r><w:delText>05</w:delText></w:r></w:del><w:ins><w:r><w:t>06/6/2021</w:t></w:r></w:ins></w:p>",
            "trước ngày 06/6/2021",
            id="what was inserted stands, what was deleted does not",
        ),
        pytest.param(
            "<w:p><w:r><w:t>126/2024/NĐ</w:t><w:noBreakHyphen/><w:t>CP</w:t></w:r></w:p>",
            "126/2024/NĐ-CP",
            id="a hyphen that does not break is a hyphen",
        ),
        pytest.param(
            "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Sở Nội vụ</w:t></w:r></w:p>",
            "SỞ NỘI VỤ",
            id="a run shown in capitals is in capitals",
        ),
        pytest.param(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
            "<w:r><w:t>hiện</w:t></w:r></w:p>",
            "hiện",
            id="hidden words are not read",
        ),
        pytest.param(
            "<w:p><mc:AlternateContent><mc:Choice><w:r><w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t>"
            "</w:r></w:p></w:txbxContent></w:r></mc:Choice>"
            "<mc:Fallback><w:r><w:t>HỎA TỐC</w:t></w:r></mc:Fallback></mc:AlternateContent>"
            "<w:r><w:t>Kính gửi:</w:t></w:r></w:p>",
            "Kính gửi:\n\nHỎA TỐC",
            id="a text box is read once, after what it is anchored in",
        ),
        pytest.param(
            papers.table([[papers.table([["Nơi nhận:", "CHỦ TỊCH"], ["- Lưu: VT.", "Lê Bình"]])]]),
            "Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\nLê Bình",
            id="a table in a cell is read column by column in a foot",
        ),
        pytest.param(
            papers.table([["TT", "Nội dung", "Cơ quan"], ["1", "Báo cáo", "Sở Y tế"]]),
            "| TT | Nội dung | Cơ quan |\n| 1 | Báo cáo | Sở Y tế |",
            id="rows of another table keep their cells apart",
        ),
        pytest.param(
            "<w:p><w:r><w:t>UBND TỈNH A</w:t><w:tab/><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t>"
            "</w:r></w:p><w:p><w:r><w:t>Số: 1/UBND</w:t><w:tab/><w:t>A, ngày 02 tháng 01 năm 2024"
            "</w:t></w:r></w:p>",
            "UBND TỈNH A CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
            "Số: 1/UBND A, ngày 02 tháng 01 năm 2024",
            id="tabs are gaps to the reader of Word alone",
        ),
        pytest.param(
            '<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr>'
            "<w:t>céng hoµ</w:t></w:r></w:p>",
            "CỘNG HOÀ",
            id="an old font is converted by its table, capitals by its name",
        ),
    ],
)
def test_a_word_document_reads_as_its_page_is_seen(body: str, expected: str) -> None:
    """Each case says its truth in its name."""
    assert text(body) == expected + "\n"


def test_automatic_numbers_are_part_of_the_text() -> None:
    """The marks of items that Word counts are written out, each list by its own count."""
    level = (
        '<w:lvl w:ilvl="{0}"><w:start w:val="1"/>'
        '<w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/></w:lvl>'
    )
    levels = level.format(0, "decimal", "%1.") + level.format(1, "lowerLetter", "%2)")
    numbering = papers.part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
    )
    place = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr></w:pPr>'
    items = ((0, "Giao Sở A"), (1, "rà soát"), (1, "báo cáo"), (0, "Giao Sở B"), (1, "theo dõi"))
    body = "".join(papers.paragraph(words, place.format(depth)) for depth, words in items)
    read = text(body, numbering=numbering).split("\n")[::2]
    assert read == ["1. Giao Sở A", "a) rà soát", "b) báo cáo", "2. Giao Sở B", "a) theo dõi"]


def test_footnotes_follow_the_document_and_are_marked_where_they_belong() -> None:
    """A note's digit is never glued to a code."""
    notes = papers.part(
        "footnotes", f'<w:footnote w:id="5">{papers.paragraph("Ngày 08/10/2024")}</w:footnote>'
    )
    body = '<w:p><w:r><w:t>126/2024/NĐ-CP</w:t><w:footnoteReference w:id="5"/></w:r></w:p>'
    assert text(body, footnotes=notes) == "126/2024/NĐ-CP[1]\n\n[1] Ngày 08/10/2024\n"


def test_tables_nested_without_end_are_refused() -> None:
    """Depth is bounded before the machine's own stack is."""
    body = papers.paragraph("x")
    for _ in range(100):
        body = papers.table([[body]])
    with pytest.raises(ValueError, match="broken"):
        WordFile(papers.docx(body)).blocks()
