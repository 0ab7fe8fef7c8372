from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from read.conftest import Spoilt


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", "empty-body"),
        ("  \n", "empty-body"),
        ("UBND tỉnh yêu cầu các", "no-closing"),
        ("Một <script>x</script>./.", "html-in-body"),
        ("Một <img src=x onerror=y>./.", "html-in-body"),
        ("Một <!-- ẩn -->./.", "html-in-body"),
        ("Một <sub onclick=x>hai</sub>./.", "html-in-body"),
        ("Một <td style='x'>hai</td>./.", "html-in-body"),
        ("Một [hai](javascript:x)./.", "html-in-body"),
        ("Một <iframe src=x./.", "html-in-body"),
    ],
)
def test_what_is_wrong_with_a_body(archive: Spoilt, body: str, code: str) -> None:
    """An empty or cut body and foreign HTML are told."""
    archive.add(body=body, original=None)
    assert code in archive.codes()


@pytest.mark.parametrize(
    "body",
    [
        "KGVX<sub>(Nh-8b)</sub>./.",
        "Một<br>hai<br/>ba./.",
        '<table><tr><td colspan="2">Một</td></tr></table>./.',
        "Nhiệt độ < 5 và > 3, 2<3./.",
        "\\<script\\>./.",
        "Xem <https://example.org/>./.",
        "**Một./.**",
        "Một &lt;b&gt;./.",
    ],
)
def test_what_a_body_may_hold(archive: Spoilt, body: str) -> None:
    """Sub- and superscript, line breaks, tables, signs of less and more, links."""
    archive.add(body=body, original=None)
    assert archive.codes() == ["no-original"]


def test_foreign_html_is_told_once_for_each_kind(archive: Spoilt) -> None:
    """A thousand tags are one finding with their count, at the first."""
    archive.add(body="Một\n\n" + "<b>hai</b> " * 500 + "./.", original=None)
    finding = archive.one("html-in-body")
    assert (finding.values["count"], finding.fragment) == ("1000", "<b>")
    assert finding.place.line == 18


@pytest.mark.parametrize(
    "line", ["MẬT", "M Ậ T", "TUYỆT MẬT", "**TỐI MẬT**", "LƯU HÀNH NỘI BỘ", "TÀI LIỆU THU HỒI"]
)
def test_stamps_in_the_original_and_in_the_body(archive: Spoilt, line: str) -> None:
    """A stamp in the heading of the original or at the head of the body is an error there."""
    archive.add(original=f"ỦY BAN NHÂN DÂN\n{line}\nUBND tỉnh yêu cầu các cơ quan, đơn vị")
    assert archive.one("secrecy-stamp").place.file.endswith("goc.txt")
    archive.add(body=f"{line}\n\nUBND tỉnh yêu cầu./.", original="ỦY BAN NHÂN DÂN\n")
    assert archive.one("secrecy-stamp").place.line == 16


def test_stamps_in_the_front_matter(archive: Spoilt) -> None:
    """A stamp written into a key is found there."""
    archive.add(urgency="MẬT")
    archive.add(subject="chuyển đổi số LƯU HÀNH NỘI BỘ")
    assert archive.one("secrecy-stamp").place.line == 9


def test_prose_about_secrets_is_no_stamp(archive: Spoilt) -> None:
    """A document on the protection of State secrets is as public as any."""
    text = "Thực hiện quy định về bảo vệ bí mật nhà nước, tài liệu Mật, Tối mật./."
    archive.add(body=text, subject="tăng cường bảo vệ bí mật nhà nước", original=None)
    assert archive.codes() == ["no-original"]


@pytest.mark.parametrize(
    ("body", "code", "fragment"),
    [
        ("Bà A, CCCD số 066012345678./.", "personal-identity", "066012345678"),
        ("Liên hệ đồng chí B, 0912.345.678./.", "personal-phone", "0912.345.678"),
        ("Số tài khoản: 19001234567890./.", "personal-account", "19001234567890"),
        ("Ông C, sinh ngày 12/3/1980./.", "personal-birth", "sinh ngày 12/3/1980"),
    ],
)
def test_personal_data_can_be_waived_with_a_reason(
    archive: Spoilt, body: str, code: str, fragment: str
) -> None:
    """Personal data is a warning until a clerk says why it may stand."""
    archive.add(body=body, original=None)
    assert archive.one(code).fragment == fragment
    archive.add(
        body=body,
        original=None,
        extra=f"waivers: [{{finding: {code}, reason: Đường dây nóng., fragment: '{fragment}'}}]\n",
    )
    assert archive.codes() == ["no-original"]


def test_a_waiver_covers_what_it_names(archive: Spoilt) -> None:
    """A waiver of one number leaves the other; one that covers nothing is told."""
    archive.add(
        body="Số 0912345678 và 0912345679./.",
        original=None,
        extra="waivers: [{finding: personal-phone, reason: a, fragment: '0912345678'},"
        " {finding: personal-birth, reason: b}]\n",
    )
    assert archive.one("personal-phone").fragment == "0912345679"
    assert archive.one("waiver-unused").fragment == "personal-birth"


def test_only_personal_data_can_be_waived(archive: Spoilt) -> None:
    """No reason lets a stamp pass."""
    archive.add(
        body="MẬT\n\nMột./.",
        original=None,
        extra="waivers: [{finding: secrecy-stamp, reason: a}]\n",
    )
    assert {"secrecy-stamp", "unknown-value"} <= set(archive.codes())
