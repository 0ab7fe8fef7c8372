from __future__ import annotations

from datetime import date
from pathlib import Path

from congvan.model.finding import Place
from congvan.model.sources import Address
from congvan.publish.ledger import append_new, missing_addresses

DAY = date(2026, 11, 22)
ROW = Address("k7d2m9qa", "van-ban/a/2021/x/", DAY)


def test_a_lost_address_is_found(tmp_path: Path) -> None:
    """A published address without a page is an error with the ledger's line."""
    (found,) = missing_addresses([ROW], tmp_path, "dispatches/addresses.csv")
    assert found.code == "address-lost"
    assert found.place == Place("dispatches/addresses.csv", 2)
    assert found.fragment == "van-ban/a/2021/x/"


def test_an_address_with_a_page_is_kept(tmp_path: Path) -> None:
    """A published address with a page of any kind is no finding."""
    page = tmp_path / ROW.address / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>Chuyển đến …</p>", "utf-8")
    assert list(missing_addresses([ROW], tmp_path, "x.csv")) == []


def test_the_ledger_is_begun(tmp_path: Path) -> None:
    """Where there is none, the ledger begins with the names of its columns."""
    path = tmp_path / "addresses.csv"
    assert append_new(path, [("b2222222", "van-ban/b/"), ("a1111111", "van-ban/a/")], DAY) == 2
    assert path.read_text("utf-8").splitlines() == [
        "id,address,first_published",
        "a1111111,van-ban/a/,2026-11-22",
        "b2222222,van-ban/b/,2026-11-22",
    ]


def test_what_stands_in_the_ledger_stays(tmp_path: Path) -> None:
    """Old rows stay byte for byte; an address is entered once, with its first day."""
    path = tmp_path / "addresses.csv"
    old = b"id,address,first_published\na1111111,van-ban/a/,2020-01-01"
    path.write_bytes(old)
    rows = [("a1111111", "van-ban/a/"), ("b2222222", "van-ban/b/"), ("b2222222", "van-ban/b/")]
    assert append_new(path, rows, DAY) == 1
    assert path.read_bytes() == old + b"\nb2222222,van-ban/b/,2026-11-22\n"
    assert append_new(path, rows, date(2027, 1, 1)) == 0
