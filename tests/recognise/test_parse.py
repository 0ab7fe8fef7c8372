from __future__ import annotations

from congvan.language.register import Register
from congvan.recognise import parse_text


def test_a_cited_document_without_a_number_has_no_code(register: Register) -> None:
    """Of a citation whose number is blank the symbol alone is told, as of the heading's."""
    text = "Kính gửi: Sở Y tế\n\nTheo Tờ trình số      /TTr-SYT ngày 4/5/2024 của Sở Y tế./."
    (cited,) = parse_text(text, register)["citations"]
    assert (cited["code"], cited["symbol"], cited["date"]) == (None, "TTr-SYT", "2024-05-04")
