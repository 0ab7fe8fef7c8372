"""edXML packages."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest

import papers
from congvan.intake.readers import edxml

WORD = papers.docx(papers.paragraph(papers.PARAGRAPH))
ENVELOPE = """<edXML:Envelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">
<edXML:MessageHeader>
<edXML:From>
<edXML:OrganId>H99</edXML:OrganId><edXML:OrganName>UBND tỉnh An Hòa</edXML:OrganName>
</edXML:From>
<edXML:To><edXML:OrganName>Sở Y tế</edXML:OrganName></edXML:To>
<edXML:Code>
<edXML:CodeNumber>12</edXML:CodeNumber>
<edXML:CodeNotation>UBND-VX</edXML:CodeNotation>
</edXML:Code>
<edXML:PromulgationInfo><edXML:Place>An Hòa</edXML:Place>
<edXML:PromulgationDate>{date}</edXML:PromulgationDate></edXML:PromulgationInfo>
<edXML:DocumentType><edXML:TypeName>Công văn</edXML:TypeName></edXML:DocumentType>
<edXML:Subject>chuẩn bị
 lễ hội</edXML:Subject>
<edXML:SignerInfo>
<edXML:Competence>KT. CHỦ TỊCH</edXML:Competence>
<edXML:Position>PHÓ CHỦ TỊCH</edXML:Position><edXML:FullName>Lê Văn Bình</edXML:FullName>
</edXML:SignerInfo>
</edXML:MessageHeader>{files}</edXML:Envelope>"""
ENCLOSED = (
    "<edXML:Attachment><edXML:AttachmentName>a.docx</edXML:AttachmentName>"
    "<c>{}</c></edXML:Attachment>"
)


@pytest.mark.parametrize(
    ("written", "date"),
    [("2024-01-05", "2024-01-05"), ("5/1/2024", "2024-01-05"), ("mai", None)],
)
def test_a_package_states_its_metadata(written: str, date: str | None) -> None:
    """Every element of the header becomes the key of a front matter; what is empty is absent."""
    stated = edxml.read(ENVELOPE.format(date=written, files="").encode()).stated
    assert stated.get("date") == date
    assert (stated["number"], stated["symbol"], stated["place"]) == ("12", "UBND-VX", "An Hòa")
    assert stated["subject"] == "chuẩn bị lễ hội"
    assert stated["signer.title"] == "PHÓ CHỦ TỊCH"
    assert stated["to"] == "Sở Y tế"


def test_files_come_out_of_an_envelope_and_of_a_zip() -> None:
    """Both ways in which implementations send them."""
    files = ENCLOSED.format(base64.b64encode(WORD).decode())
    enclosed = edxml.read(ENVELOPE.format(date="2024-01-05", files=files).encode())
    assert enclosed.files == (("a.docx", WORD),)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("goi.edxml", ENVELOPE.format(date="2024-01-05", files=""))
        package.writestr("a.docx", WORD)
    assert edxml.read(buffer.getvalue()).files == (("a.docx", WORD),)
