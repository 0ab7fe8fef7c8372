from __future__ import annotations

from congvan.recognise.second_reading import reread


def test_a_misread_word_is_read_by_its_neighbours() -> None:
    """A word of the heading is spelt as the body spells it between the same two words."""
    body = "Kế hoạch phòng, chống dịch bệnh mùa hè của tỉnh"
    assert reread("phòng, chông dịch bệnh", body) == "phòng, chống dịch bệnh"


def test_a_number_is_never_reread() -> None:
    """A day or a code that differs in one figure from the body's is another, and stays."""
    body = "ngày 01 tháng 01 năm 2025; số 78 ngày 01 tháng 11 năm 2025"
    assert reread("ngày 01 tháng 04 năm 2025", body) == "ngày 01 tháng 04 năm 2025"
