"""Plain texts in any encoding."""

from __future__ import annotations

import pytest

from congvan.intake.plain import decoded

WORDS = "Ủy ban nhân dân tỉnh An Hòa yêu cầu các cơ quan, đơn vị triển khai thực hiện"


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (WORDS.encode(), ()),
        (b"\xef\xbb\xbf" + WORDS.encode(), ()),
        (WORDS.encode("utf-16"), ()),
        (
            "Ủy ban nhân dân tỉnh An Hòa yêu cầu các cơ quan, đơn vị triển khai thực hiện".encode(),
            (),
        ),
    ],
)
def test_unicode_in_any_form_is_the_same_text(content: bytes, codes: tuple[str, ...]) -> None:
    """NFC, without a byte order mark."""
    assert decoded(content) == (WORDS, codes)


def test_a_text_in_an_old_encoding_is_converted_and_says_so() -> None:
    """The finding names the encoding."""
    content = "Uû ban nh©n d©n tØnh An Hoµ yªu cÇu".encode("cp1252")
    assert decoded(content) == ("Uỷ ban nhân dân tỉnh An Hoà yêu cầu", ("converted-TCVN3",))


def test_bytes_of_no_known_encoding_are_refused() -> None:
    """Nothing is guessed."""
    assert decoded(b"\xff\xfa\x81\x8d plain words") == (None, ("not-utf8",))
    assert decoded(b" \n") == (None, ("file-empty",))
