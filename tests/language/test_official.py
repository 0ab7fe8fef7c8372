from __future__ import annotations

from dataclasses import replace

import pytest

from congvan.language.official import official
from congvan.language.register import Register
from congvan.model.dispatch import Dispatch, Signer
from congvan.model.partial_date import PartialDate

LETTER = Dispatch(
    id="aaaaaa12",
    path="ubnd-dak-lak/2021/12-ubnd-kgvx.md",
    type="cong-van",
    issuer="ubnd-dak-lak",
    body="Một./.",
    number="12",
    symbol="UBND-KGVX",
    place="Đắk Lắk",
    date=PartialDate.parse("2021-02-05"),
    subject="triển khai kế hoạch",
    to=("Sở A", "Sở B"),
    copies=("Như trên", "Lưu: VT"),
    signer=Signer(("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Nguyễn Văn A"),
)


def test_lines_of_a_letter(register: Register) -> None:
    """A công văn prints its subject under the number and no type."""
    form = official(LETTER, register)
    assert form.above == (
        "ỦY BAN NHÂN DÂN",
        "TỈNH ĐẮK LẮK",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/UBND-KGVX",
        "Đắk Lắk, ngày 05 tháng 02 năm 2021",
        "V/v triển khai kế hoạch",
        "Kính gửi:",
        "- Sở A;",
        "- Sở B.",
    )
    assert form.below == (
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Văn A",
    )


def test_lines_of_a_named_type(register: Register) -> None:
    """Other types print their name over the subject; one addressee stands on the label's line."""
    plan = replace(LETTER, type="ke-hoach", symbol="KH-UBND", to=("Tỉnh ủy",))
    form = official(plan, register)
    assert (form.type_name, str(form.subject)) == ("KẾ HOẠCH", "triển khai kế hoạch")
    assert [str(line) for line in form.to] == ["Tỉnh ủy"]


def test_party_heading(register: Register) -> None:
    """A Party body prints the Party's name for the motto of the State, and a sign below its own."""
    plan = replace(LETTER, issuer="tinh-uy-dak-lak", type="ke-hoach", symbol="KH/TU")
    form = official(plan, register)
    assert (form.issuer, form.motto) == (("TỈNH ỦY ĐẮK LẮK", "*"), ("ĐẢNG CỘNG SẢN VIỆT NAM",))
    assert form.number == "Số: 12-KH/TU"
    bare = official(replace(plan, original="TỈNH ỦY ĐẮK LẮK\n*\nSố 12-KH/TU"), register)
    assert bare.number == "Số 12-KH/TU"


def test_a_party_letter_has_no_fixed_words_before_its_subject(register: Register) -> None:
    """Practice varies: only what the text as received prints stands there."""
    letter = replace(LETTER, issuer="tinh-uy-dak-lak", symbol="CV/TU")
    assert str(official(letter, register).subject) == "triển khai kế hoạch"
    printed = replace(letter, original="V/v triển khai kế hoạch")
    assert str(official(printed, register).subject) == "V/v triển khai kế hoạch"


def test_a_department_stands_under_its_committee(register: Register) -> None:
    """The superior's name is above, in full unless the original shortens it."""
    letter = replace(LETTER, issuer="so-tu-phap-dak-lak", symbol="STP-VP")
    assert official(letter, register).issuer == ("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", "SỞ TƯ PHÁP")
    short = replace(letter, original="UBND TỈNH ĐẮK LẮK\nSỞ TƯ PHÁP\nSố: 12/STP-VP")
    assert official(short, register).issuer == ("UBND TỈNH ĐẮK LẮK", "SỞ TƯ PHÁP")


@pytest.mark.parametrize(
    ("original", "attribute", "printed"),
    [
        ("UỶ BAN NHÂN DÂN\nTỈNH ĐẮK LẮK", "issuer", ("UỶ BAN NHÂN DÂN", "TỈNH ĐẮK LẮK")),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc", "motto",
         ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc")),
        ("Đắk Lắk, ngày 5 tháng 2 năm 2021", "place_date", "Đắk Lắk, ngày 5 tháng 2 năm 2021"),
        ("Về việc triển khai kế hoạch", "subject", "Về việc triển khai kế hoạch"),
        ("NƠI NHẬN :", "recipients", "NƠI NHẬN:"),
        ("Kính gửi : Sở A", "addressees", "Kính gửi:"),
    ],
)  # fmt: skip
def test_the_original_settles_what_rules_leave_open(
    register: Register, original: str, attribute: str, printed: object
) -> None:
    """Where the original prints another form of the same words, that form is kept."""
    form = official(replace(LETTER, original=original), register)
    shown = getattr(form, attribute)
    assert (shown if isinstance(shown, tuple) else str(shown)) == printed


def test_what_is_blank_stays_blank(register: Register) -> None:
    """No number, no day: the words around them are printed all the same."""
    form = official(replace(LETTER, number=None, date=PartialDate.parse("2021-05")), register)
    assert form.number == "Số: /UBND-KGVX"
    assert form.place_date == "Đắk Lắk, ngày … tháng 5 năm 2021"


def test_what_is_unknown_stays_out(register: Register) -> None:
    """An unknown issuer, no date, no symbol, no signer: nothing is made up and nothing raised."""
    bare = Dispatch(id="a", path="a.md", type="none", issuer="none", body="")
    form = official(bare, register)
    assert form.issuer == ()
    assert (form.place_date, form.subject, form.below) == (None, None, ())


@pytest.mark.parametrize(
    ("original", "printed"),
    [("Số: 1\nHỎA TỐC\nKính gửi", "Hỏa tốc"), ("cần hỏa tốc triển khai", None), (None, "Hỏa tốc")],
)
def test_urgency_is_printed_where_the_text_prints_it(
    register: Register, original: str | None, printed: str | None
) -> None:
    """What was stamped beside the text is known, and no part of the words of the record."""
    dispatch = replace(LETTER, urgency="Hỏa tốc", original=original)
    assert official(dispatch, register).urgency == printed
