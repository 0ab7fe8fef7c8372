from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from read.conftest import Spoilt


@pytest.mark.parametrize(
    ("issuer", "nearest"),
    [
        ("ubnd-dac-lac", "ubnd-dak-lak"),
        ("ubnd-daklak", "ubnd-dak-lak"),
        ("Ủy ban nhân dân tỉnh Đắk Lắk", "ubnd-dak-lak"),
        ("so-tu-phap-hung-yn", "so-tu-phap-hung-yen"),
    ],
)
def test_unknown_agency_has_a_nearest(archive: Spoilt, issuer: str, nearest: str) -> None:
    """An id that the register does not have is an error that offers the one meant."""
    archive.add(issuer=issuer)
    assert nearest in archive.one("unknown-agency").values["nearest"].split(", ")


@pytest.mark.parametrize(
    ("issuer", "date", "offered"),
    [
        ("ubnd-dak-lak", "2025-08-01", "ubnd-dak-lak-2025"),
        ("ubnd-dak-lak-2025", "2021-03-15", "ubnd-dak-lak"),
    ],
)
def test_issuer_lived_on_the_date(archive: Spoilt, issuer: str, date: str, offered: str) -> None:
    """A body that had ended, or had not begun, issues nothing; its kin of the day is offered."""
    archive.add(issuer=issuer, date=date)
    assert offered in archive.one("agency-not-living").values["nearest"]


def test_a_month_in_which_a_body_ended(archive: Spoilt) -> None:
    """A partial date is given the benefit of the days on which the body lived."""
    archive.add(issuer="so-thong-tin-va-truyen-thong-dak-lak", date="2025", symbol="KH-STTTT")
    assert "agency-not-living" not in archive.codes()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"symbol": None}, "symbol-missing"),
        ({"date": None}, "date-missing"),
        ({"number": "mười hai"}, "symbol-unreadable"),
        ({"symbol": "kế hoạch của UBND"}, "symbol-unreadable"),
        ({"type": "quyet-dinh"}, "type-differs"),
        ({"type": "cong-van"}, "type-differs"),
        ({"symbol": "UBND-KGVX"}, "type-differs"),
    ],
)
def test_number_symbol_and_type(archive: Spoilt, changed: dict[str, Any], code: str) -> None:
    """A code that cannot be read, or is another type's, is told."""
    archive.add(**changed)
    assert code in archive.codes()


def test_letters_of_two_types(archive: Spoilt) -> None:
    """A Party QĐ is a decision or a regulation: either may be stated."""
    archive.add(issuer="tinh-uy-dak-lak", type="quy-dinh", symbol="QĐ/TU")
    assert "type-differs" not in archive.codes()


@pytest.mark.parametrize(
    "slug",
    ["ubnd-dak-lak/2020/12-kh-ubnd", "ubnd-hung-yen/2021/12-kh-ubnd", "ubnd-dak-lak/2021/12-ubnd"],
)
def test_path_follows_the_names(archive: Spoilt, slug: str) -> None:
    """A file that stands elsewhere than owner, year and code say is a warning with the place."""
    archive.add(slug)
    expected = "dispatches/ubnd-dak-lak/2021/12-kh-ubnd.md"
    assert archive.one("path-differs").values["expected"] == expected


def test_path_of_a_reissue_and_of_a_slug(archive: Spoilt) -> None:
    """A reissue goes by a name that begins with the slug, a settled clash by its own slug."""
    archive.add("ubnd-dak-lak/2021/12-kh-ubnd-dc1", key_note="ban hành lại")
    archive.add("ubnd-dak-lak/2021/12-kh-b", id="aaaaaa13", number="13", slug="12-kh-b")
    assert "path-differs" not in archive.codes()


def test_unnumbered_dispatches_go_by_their_id(archive: Spoilt) -> None:
    """While a number is blank the id keeps the file's name apart."""
    archive.add("ubnd-dak-lak/2021/ks-kh-ubnd-aaaaaa12", number=None, original=None)
    assert archive.codes() == ["no-original"]
