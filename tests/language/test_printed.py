from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.language.printed import Printed, positions
from congvan.model.span import Span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Số: 28-KH/TU", ("Số", "28", "KH", "TU")),
        ("1\\. Giao **Sở**", ("1", "Giao", "Sở")),
        ("KGVX<sub>(Nh-8b)</sub>.", ("KGVX", "Nh", "8b")),
        ("- Như trên;\n- Lưu", ("-", "Như", "trên", "-", "Lưu")),
        ("\\- Một:\n\n\\+ Hai", ("-", "Một", "+", "Hai")),
        ("• Một;\n– Hai", ("-", "Một", "-", "Hai")),
        ("Phát thanh\n– Truyền hình", ("Phát", "thanh", "Truyền", "hình")),
        ("Phát thanh – Truyền hình", ("Phát", "thanh", "Truyền", "hình")),
        ("***Nơi nhận:***\n- A", ("Nơi", "nhận", "-", "A")),
        ("a_b &amp; c", ("a", "b", "c")),
        ("Ê̆a H’leo", ("Ê̆a", "H", "leo")),
        ("-----\n", ()),
        ("", ()),
    ],
)
def test_tokens(text: str, words: tuple[str, ...]) -> None:
    """Words, numbers and item marks count; markup, dashes inside lines and signs do not."""
    assert Printed(text).words == words


@given(st.text(alphabet="aáđ 12.-–+•*_\\<>/&;\n\u0306"))
def test_tokens_stand_where_they_say(text: str) -> None:
    """Every token but a dash, which is unified, is the text at its span."""
    printed = Printed(text)
    for index, word in enumerate(printed.words):
        assert printed.span(index).of(text) in {word, "–", "•"}


def test_phrases_are_found_whatever_their_case() -> None:
    """Gaps, lines, capitals and the place of a tone mark do not matter."""
    printed = Printed("**UỶ BAN\nNHÂN  DÂN**")
    found = printed.find("Ủy ban nhân dân")
    assert found == Span(0, 4)
    assert printed.lines(found) == ("UỶ BAN", "NHÂN DÂN")


def test_phrases_that_do_not_stand() -> None:
    """What is not printed, and nothing at all, is not found."""
    assert Printed("Sở Tư pháp").find("Sở Y tế") is None
    assert Printed("Sở Tư pháp").find("") is None
    assert tuple(positions("abab", "ab")) == (0, 2)
