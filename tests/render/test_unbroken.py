from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from congvan.render.unbroken import unbroken
from render.made import read


@pytest.mark.parametrize(
    "code",
    ["28-KH/TU", "5/6/2021", "1234/UBND-KGVX", "126/2024/NĐ-CP", "118/TTr-STTTT", "/UBND-KGVX",
     "45/2018/QH14", "05a/KH-UBND"],
)  # fmt: skip
def test_a_code_stays_on_one_line(code: str) -> None:
    """Codes and dates are each in an element of their own."""
    assert str(unbroken(f"số {code}, sau đó")) == f'số <span class="ma">{code}</span>, sau đó'


@pytest.mark.parametrize(
    "text",
    ["V/v triển khai", "và/hoặc", "Phát thanh - Truyền hình", "12/2021/TTLT-BTTTT-BNV-BTC", "a-b"],
)
def test_other_words_are_left(text: str) -> None:
    """What is no code, and a code too long for a phone, may break."""
    assert unbroken(text) == escape(text)


def test_attributes_are_left() -> None:
    """Only what is read is touched, not what an element says of itself."""
    html = Markup('<a href="/so/28-KH/TU" title="28-KH/TU">x</a>')
    assert unbroken(html) == html


@given(st.text(alphabet="28KHTUĐ/- <>&\n;a", max_size=60))
def test_no_word_changes(text: str) -> None:
    """What a reader sees is what was given, whatever it was."""
    reader = read(unbroken(text))
    assert "".join(reader.text) == text
    assert reader.faults == []
