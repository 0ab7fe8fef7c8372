from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from read.conftest import Spoilt

A, B, C = "ubnd-dak-lak/2021/a", "ubnd-dak-lak/2021/b", "ubnd-dak-lak/2021/c"
PARTY = {"issuer": "tinh-uy-dak-lak", "symbol": "KH/TU", "consent": "x"}
IGNORED = {"no-original", "path-differs", "text-differs"}


def across(archive: Spoilt) -> list[str]:
    """The codes of findings between files."""
    return [code for code in archive.codes() if code not in IGNORED]


def test_one_id_for_one_file(archive: Spoilt) -> None:
    """An id used again is an error at the later file that names the first."""
    archive.add(A)
    archive.add(B, number="13")
    finding = archive.one("duplicate-id")
    assert finding.place.file == f"dispatches/{B}.md"
    assert finding.values["other"] == f"dispatches/{A}.md"


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ({}, {}, True),
        ({"number": "5"}, {"number": "05"}, True),
        ({"symbol": "KH-UBND"}, {"symbol": "kh-ubnd"}, True),
        ({}, {"number": "12a"}, False),
        ({}, {"date": "2022-03-15", "published": "2022-03-20"}, False),
        ({}, {"issuer": "ubnd-hung-yen"}, False),
        ({"number": None}, {"number": None}, False),
        ({"date": "2021-03"}, {"date": "2021-05-01", "published": "2021-06-01"}, True),
        (
            {"symbol": "HĐ-UBND", "type": "hop-dong"},
            {"symbol": "HD-UBND", "type": "huong-dan"},
            False,
        ),
        (PARTY, PARTY | {"date": "2021-04-15", "published": "2021-04-20", "slug": "k"}, False),
        (PARTY, PARTY, True),
        ({}, {"key_note": "ban hành lại"}, False),
    ],
)
def test_one_identity_for_one_document(
    archive: Spoilt, one: dict[str, str], other: dict[str, str], clash: bool
) -> None:
    """Owner, year, type and code are one document's; the full date settles Party codes."""
    archive.add(A, **one)
    archive.add(B, **{"id": "aaaaaa13"} | other)
    assert across(archive) == (["duplicate-document"] if clash else [])


def test_one_address_for_one_document(archive: Spoilt) -> None:
    """Codes that differ and still make one address are settled by a slug."""
    archive.add(A, symbol="QĐ-UBND", type="quyet-dinh")
    archive.add(B, id="aaaaaa13", symbol="QD-UBND", type="quyet-dinh")
    assert "slug-clash" in archive.codes()
    archive.add(B, id="aaaaaa13", symbol="QD-UBND", type="quyet-dinh", slug="12-qd-ubnd-b")
    assert "slug-clash" not in archive.codes()


@pytest.mark.parametrize(
    ("parents", "chains"),
    [
        ({A: B, B: A}, ["aaaaaaa1 → aaaaaaa2 → aaaaaaa1"]),
        ({A: A}, ["aaaaaaa1 → aaaaaaa1"]),
        ({A: B, B: C, C: A}, ["aaaaaaa1 → aaaaaaa2 → aaaaaaa3 → aaaaaaa1"]),
        ({A: B, B: C}, []),
        ({A: C, B: C}, []),
    ],
)
def test_circles_of_parents(archive: Spoilt, parents: dict[str, str], chains: list[str]) -> None:
    """Documents that implement each other are told once, with the way round."""
    ids = {A: "aaaaaaa1", B: "aaaaaaa2", C: "aaaaaaa3"}
    for number, (path, id_) in enumerate(ids.items(), start=1):
        extra = f"implements: [{ids[parents[path]]}]\n" if path in parents else ""
        archive.add(path, id=id_, number=str(number), extra=extra)
    found = [f for f in archive.read().findings if f.code == "cyclic-parents"]
    assert [finding.values["chain"] for finding in found] == chains


def test_a_long_line_of_parents_is_no_circle(archive: Spoilt) -> None:
    """Depth is no circle, and a circle at its end is found all the same."""
    for number in range(60):
        parent = f"aaaa{min(number + 1, 59):04}" if number < 59 else "aaaa0058"
        archive.add(
            f"ubnd-dak-lak/2021/x{number}",
            id=f"aaaa{number:04}",
            number=str(number + 1),
            original=None,
            extra=f"implements: [{parent}]\n",
        )
    assert archive.one("cyclic-parents").values["chain"] == "aaaa0058 → aaaa0059 → aaaa0058"
