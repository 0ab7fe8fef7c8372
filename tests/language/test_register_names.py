from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.language.register_names import OVERLAP, key, near

END = Day(2025, 2, 28)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đài Phát thanh – Truyền hình", "ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH"),
        ("Đài PT-TH", "Đài PT&TH"),
        ("Uỷ ban nhân dân", "Ủy  ban\u00a0nhân dân"),
        ("TP. Hồ Chí Minh", "TP Hồ Chí Minh"),
        ("Sở Lao động - Thương binh và Xã hội", "Sở Lao động, Thương binh & Xã hội"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa – Vũng Tàu"),
        ("Khánh Hoà", "Khánh Hòa"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    """Case, dashes, tone placement, spaces and the conjunction do not tell names apart."""
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("LĐ", "LD"), ("Hội", "Hỏi"), ("Đắk Lắk", "Đắc Lắc"), ("Hội Nông dân", "Hội Nông dàn")],
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    """Đ, tones and letters tell names apart; only a listed spelling joins them."""
    assert key(one) != key(other)


@given(name=st.text(max_size=30))
def test_a_key_is_its_own_key(name: str) -> None:
    """Taking the key twice changes nothing."""
    assert key(key(name)) == key(name)


def test_the_overlap_is_sixty_days_on_both_sides() -> None:
    """A name counts up to sixty days before its period and after it, and no day longer."""
    assert timedelta(days=60) == OVERLAP
    assert near(END + OVERLAP, None, END)
    assert not near(END + OVERLAP + timedelta(days=1), None, END)
    assert near(END - OVERLAP, END, None)
    assert not near(END - OVERLAP - timedelta(days=1), END, None)
    assert near(None, END, END)
