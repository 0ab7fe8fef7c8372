from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date as Day
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.language.printed import Printed
from congvan.language.register import Register
from congvan.model.dispatch import Dispatch, Signer
from congvan.model.holdings import Holdings
from congvan.model.partial_date import PartialDate
from congvan.read.fidelity import fidelity_faults
from render.made import article, held, lines, page, rendered

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases/articles.yml").read_text("utf-8"))
LETTER = Dispatch(
    id="aaaaaaaa",
    path="ubnd-dak-lak/2021/a.md",
    type="cong-van",
    issuer="ubnd-dak-lak",
    body="",
    symbol="UBND-KGVX",
    place="Đắk Lắk",
    copies=("Như trên", "Lưu: VT"),
    signer=Signer(("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Nguyễn Văn A"),
)
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
FOOT = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A\n"


def case_dispatch(case: dict[str, Any]) -> Dispatch:
    """The dispatch of a case."""
    stated = dict(case["stated"])
    stated["date"] = PartialDate.parse(str(stated["date"]))
    received = unicodedata.normalize("NFC", case["received"])
    if "to" in stated:
        stated["to"] = tuple(stated["to"])
    return replace(LETTER, body=case["body"], original=received, **stated)


def shown(dispatch: Dispatch, register: Register) -> str:
    """The visible text of the article of a dispatch, block by block."""
    document = replace(held(dispatch.id), dispatch=dispatch, subject=dispatch.subject)
    return lines(article(page(rendered(Holdings((document,)), register), document.address)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_article_is_what_reading_measured(case: dict[str, Any], register: Register) -> None:
    """Where reading finds no difference, the page shows the words of the text as received."""
    dispatch = case_dispatch(case)
    assert list(fidelity_faults(dispatch, register)) == []
    assert Printed(shown(dispatch, register)).words == Printed(case["received"]).words


def test_a_party_text_bears_no_motto_of_the_state(register: Register) -> None:
    """The Party's name stands in its place, and the sign of a Party body below its own."""
    html = page(
        rendered(Holdings((replace(held(), dispatch=case_dispatch(CASES[-1])),)), register),
        held().address,
    )
    assert '<p class="quoc-hieu-dong">ĐẢNG CỘNG SẢN VIỆT NAM</p></div>' in html
    assert re.search(r"TỈNH UỶ ĐẮK LẮK</p><p class=\"dau-sao\">\*</p>", html)
    assert "CỘNG HÒA" not in html


@given(
    head=st.sampled_from((
        ("ubnd-dak-lak", "ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK"),
        ("ubnd-dak-lak", "UỶ BAN NHÂN DÂN TỈNH ĐẮK LẮK"),
        ("so-tu-phap-dak-lak", "UBND TỈNH ĐẮK LẮK\nSỞ TƯ PHÁP"),
        ("so-tu-phap-dak-lak", "UỶ BAN NHÂN DÂN\nTỈNH ĐẮK LẮK\nSỞ TƯ PHÁP"),
    )),
    kind=st.sampled_from((
        ("cong-van", "V/v "), ("cong-van", "Về việc "), ("ke-hoach", "KẾ HOẠCH\n"),
        ("ke-hoach", "KẾ HOẠCH\nVề việc "), ("ke-hoach", "KẾ HOẠCH\nV/v "),
    )),
    number=st.sampled_from(("5", "05", "123a", "1234")),
    day=st.dates(Day(2016, 1, 1), Day(2025, 1, 1)),
    zeros=st.sampled_from(("{}", "{:02}")),
)  # fmt: skip
def test_any_form_of_the_paper(
    register: Register,
    *,
    head: tuple[str, str],
    kind: tuple[str, str],
    number: str,
    day: Day,
    zeros: str,
) -> None:
    """Whatever forms the paper chose, its words are those of the article, without a finding."""
    place = f"Đắk Lắk, ngày {zeros.format(day.day)} tháng {zeros.format(day.month)} năm {day.year}"
    received = "\n".join((
        head[1], STATE, f"Số: {number}/UBND-KGVX", place,
        f"{kind[1]}triển khai kế hoạch", "1. Thực hiện;", "- Báo cáo./.", FOOT,
    ))  # fmt: skip
    dispatch = replace(
        LETTER,
        type=kind[0],
        issuer=head[0],
        number=number,
        date=PartialDate.parse(day.isoformat()),
        subject="triển khai kế hoạch",
        body="1\\. Thực hiện;\n\n\\- Báo cáo./.",
        original=received,
    )
    assert list(fidelity_faults(dispatch, register)) == []
    assert Printed(shown(dispatch, register)).words == Printed(received).words
