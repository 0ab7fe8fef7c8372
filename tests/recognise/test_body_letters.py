from __future__ import annotations

import pytest

from congvan.model.symbol import Symbol
from congvan.recognise.body_letters import bears


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("9/BC-STP", "Sở Tư pháp"),
        ("9/TTr-SKHĐT", "Giám đốc Sở Kế hoạch và Đầu tư"),
        ("9/QĐ-UBND", "Chủ tịch UBND tỉnh"),
        ("9/QĐ-UBND", "Ủy ban nhân dân tỉnh"),
        ("9/NQ-HĐND", "Hội đồng nhân dân tỉnh"),
    ],
)
def test_letters_of_a_name(code: str, name: str) -> None:
    """A body's letters are the first ones of its words, "và" left out and Đ kept."""
    assert bears(Symbol.parse(code), name)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("9/BC-STP", "Sở Tài chính"),
        ("9/TTr-SKHDT", "Sở Kế hoạch và Đầu tư"),
        ("9/BC-SY", "Sở Y tế"),
    ],
)
def test_letters_of_another(code: str, name: str) -> None:
    """Other letters, D for Đ, and letters too few to tell are no body's."""
    assert not bears(Symbol.parse(code), name)
    assert not bears(None, name)
