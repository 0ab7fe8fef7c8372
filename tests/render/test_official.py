from __future__ import annotations

from dataclasses import replace
from typing import Any

from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.dispatch import Dispatch
from congvan.render.official import heading
from render.made import held


def dispatch(**changes: Any) -> Dispatch:
    """A dispatch as it is, or otherwise."""
    made = held(**changes).dispatch
    assert made is not None
    return made


def test_a_peoples_committee_stands_over_its_province(seeds: Archive, register: Register) -> None:
    """The heading of the first seed, with blank number and day."""
    first = seeds.document("k7d2m9qa").dispatch
    assert first is not None
    made = heading(first, register)
    assert made.issuer == ("ỦY BAN NHÂN DÂN", "TỈNH ĐẮK LẮK")
    assert made.motto == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc")
    assert made.number == "Số: /UBND-KGVX"
    assert made.place_date == "Đắk Lắk, ngày … tháng 5 năm 2021"
    assert (made.type_line, made.about) == (None, "V/v ")


def test_a_department_stands_under_its_committee(register: Register) -> None:
    """A sở is printed under the body above it, shortened only where the paper has it so."""
    from_department = Dispatch(
        "aaaaaaaa", "a.md", "ke-hoach", "so-tu-phap-dak-lak", "", number="05", symbol="KH-STP"
    )
    made = heading(from_department, register)
    assert made.issuer == ("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", "SỞ TƯ PHÁP")
    assert made.number == "Số: 05/KH-STP"
    assert (made.type_line, made.about) == ("KẾ HOẠCH", "")
    shortened = replace(from_department, original="UBND TỈNH ĐẮK LẮK\nSỞ TƯ PHÁP")
    assert heading(shortened, register).issuer == ("UBND TỈNH ĐẮK LẮK", "SỞ TƯ PHÁP")


def test_the_motto_without_a_text_received(register: Register) -> None:
    """Where no text received says otherwise, the motto is that of the decree."""
    assert heading(dispatch(), register).motto[1] == "Độc lập - Tự do - Hạnh phúc"
