from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from read.conftest import Spoilt

HEAD = """ỦY BAN NHÂN DÂN
TỈNH ĐẮK LẮK

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND

Đắk Lắk, ngày 15 tháng 3 năm 2021

KẾ HOẠCH
chuyển đổi số năm 2021
"""
BODY = """UBND tỉnh yêu cầu:

1\\. Các sở, ban, ngành:

\\- Tổ chức thực hiện;

\\+ Báo cáo **trước ngày 05/6/2021**./."""
AS_RECEIVED = """UBND tỉnh
yêu cầu:
1. Các sở, ban, ngành:
- Tổ chức thực hiện;
+ Báo cáo trước ngày 05/6/2021./.
"""
FOOT = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn A\n"
SIGNED = (
    "copies: [Như trên, 'Lưu: VT']\n"
    "signer: {authority: [KT. CHỦ TỊCH], title: PHÓ CHỦ TỊCH, name: Nguyễn Văn A}\n"
)


def test_the_same_words(archive: Spoilt) -> None:
    """Wrapped lines, markup and gaps are no difference: words, numbers and marks are the same."""
    archive.add(body=BODY, original=HEAD + AS_RECEIVED + FOOT, extra=SIGNED)
    assert archive.codes() == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Tổ chức", "Tổ chưc"),
        ("05/6/2021", "5/6/2021"),
        ("- Tổ chức", "+ Tổ chức"),
        ("1. Các", "2. Các"),
        ("ban, ngành", "ban, ngành, đoàn thể"),
        ("các ", ""),
        ("sở", "Sở"),
    ],
)
def test_a_word_of_the_body_is_another(archive: Spoilt, right: str, wrong: str) -> None:
    """One word, number or mark that differs is an error at its line of the original."""
    received = AS_RECEIVED.replace(right, wrong) if right in AS_RECEIVED else AS_RECEIVED
    if received == AS_RECEIVED:
        received = AS_RECEIVED.replace("thực hiện;", "thực hiện ngay;")
    archive.add(body=BODY, original=HEAD + received + FOOT, extra=SIGNED)
    finding = archive.one("body-differs")
    assert finding.place.file.endswith("/12-kh-ubnd/goc.txt")
    assert 12 <= finding.place.line <= 17


def test_the_difference_is_shown_from_both_sides(archive: Spoilt) -> None:
    """The finding quotes the original, the file and the file's line."""
    received = AS_RECEIVED.replace("Tổ chức", "Khẩn trương tổ chức")
    archive.add(body=BODY, original=HEAD + received + FOOT, extra=SIGNED)
    finding = archive.one("body-differs")
    assert finding.place.line == 16
    assert finding.fragment.startswith("Khẩn trương tổ chức")
    assert finding.values["stated"].startswith("Tổ chức thực hiện")
    assert finding.values["line"] == "22"


@pytest.mark.parametrize(
    "changed",
    [
        {"number": "13", "slug": "12-kh-ubnd"},
        {"date": "2021-03-16"},
        {"place": "Buôn Ma Thuột"},
        {"subject": "chuyển đổi số năm 2022"},
        {"issuer": "ubnd-hung-yen", "slug": "12-kh-ubnd"},
    ],
)
def test_the_heading_differs(archive: Spoilt, changed: dict[str, str]) -> None:
    """What the front matter says otherwise than the original is a warning."""
    archive.add(body=BODY, original=HEAD + AS_RECEIVED + FOOT, extra=SIGNED, **changed)
    assert "text-differs" in archive.codes()
    assert "body-differs" not in archive.codes()


def test_the_footing_differs(archive: Spoilt) -> None:
    """Recipients and the signer are measured too."""
    received = HEAD + AS_RECEIVED + FOOT.replace("Nguyễn Văn A", "Nguyễn Văn B")
    archive.add(body=BODY, original=received, extra=SIGNED)
    finding = archive.one("text-differs")
    assert (finding.fragment, finding.values["stated"]) == ("B", "A")


def test_a_difference_in_all_three_parts(archive: Spoilt) -> None:
    """Heading, body and footing each tell their first difference in one run."""
    received = (HEAD + AS_RECEIVED + FOOT).replace("Số: 12", "Số: 13").replace("Tổ chức", "Xong")
    archive.add(body=BODY, original=received.replace("VT", "VP"), extra=SIGNED)
    found = [f.code for f in archive.read().findings]
    assert sorted(found) == ["body-differs", "text-differs", "text-differs"]
