from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

import seeds

pytestmark = pytest.mark.browser

Search = Callable[..., dict[str, Any]]
CASES: list[dict[str, Any]] = [
    case
    for case in yaml.safe_load(
        (Path(__file__).parent.parent / "cases/search.yml").read_text("utf-8")
    )
    if case.get("where", "public") == "public"
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"])
def test_found(search: Search, case: dict[str, Any]) -> None:
    """What is typed finds what the table says, in that order."""
    found = search(case["typed"])
    assert seeds.meets(case, found["ids"])
    assert found["total"] == len(case["finds"])


def test_near_numbers(search: Search) -> None:
    """A number nobody bears leads to the nearest that somebody does."""
    assert search("29-KH/TU")["near"] == ["28-KH/TU"]
    assert search("376")["near"] == ["375-KH/TU"]
    assert search("28-KH/TU")["near"] == []


def test_snippet(search: Search) -> None:
    """A snippet shows the words as they stand in the text, with what was sought marked."""
    pieces = search("bao dac lac")["snippets"][0]
    assert [piece["text"] for piece in pieces if piece["hit"]] == ["Báo Đắc Lắc"]
    assert "".join(piece["text"] for piece in pieces).startswith("4. Báo Đắc Lắc, Đài Phát thanh")


@pytest.mark.parametrize(
    ("typed", "first"),
    [("28 kh tu", ["28-KH/TU"]), ("ke hoach 28", ["Kế hoạch", "28-KH/TU"])],
)
def test_a_code_is_marked(search: Search, typed: str, first: list[str]) -> None:
    """The code that was typed is marked, also where other words stand between."""
    pieces = search(typed)["snippets"][1]
    assert [piece["text"] for piece in pieces if piece["hit"]][: len(first)] == first


def test_stub_says_so(search: Search) -> None:
    """A document that is not held is marked as such and has no snippet."""
    found = search("28-KH/TU")
    assert [card["held"] for card in found["cards"]] == [False, True]
    assert found["snippets"][0] == []


@pytest.mark.parametrize(
    ("wanted", "finds"),
    [
        ({"filters": {"nam": ["2021"]}}, ["dak-lak", "28"]),
        ({"filters": {"nam": ["2021", "2024"]}}, ["375", "dak-lak", "28"]),
        ({"filters": {"nam": ["2021"], "co": ["toan-van"]}}, ["dak-lak"]),
        ({"filters": {"giao": ["so-thong-tin-va-truyen-thong-dak-lak"]}}, ["dak-lak"]),
        ({"filters": {"han": ["co"]}}, ["dak-lak"]),
        ({"filters": {"nam": ["1999"]}}, []),
        ({"from": "2024-12-31"}, ["hung-yen", "375"]),
        ({"from": "2021-05-20", "to": "2021-12-31"}, ["dak-lak"]),
        ({"to": "2021-05-19"}, ["dak-lak", "28"]),
        ({"q": "tuyen truyen", "filters": {"loai": ["ke-hoach"]}}, ["375", "28"]),
        ({"q": "tuyen truyen", "order": "date"}, ["hung-yen", "375", "dak-lak", "28"]),
        ({"q": "tuyen truyen", "size": 1, "page": 2}, ["dak-lak"]),
    ],
)
def test_narrowed(search: Search, wanted: dict[str, Any], finds: list[str]) -> None:
    """Filters and days narrow a search; a month may be any of its days."""
    found = search(**{"q": "", **wanted})
    assert found["ids"] == [seeds.BY_NAME[name] for name in finds]


def test_facets_are_counted(modules: Page) -> None:
    """Each value of a facet is counted among the results."""
    rows = modules.evaluate(
        "search(index, {q: 'tuyen truyen'}).then(f => counted(index, 'loai', f.numbers))"
    )
    assert [(row["value"], row["count"]) for row in rows] == [("cong-van", 2), ("ke-hoach", 2)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ke hoach 28-KH/TU", {"runs": [["ke", "hoach", "28_kh_tu"]]}),
        ("28 -KH/TU", {"runs": [["28_kh_tu"]]}),
        ("bao -dai", {"runs": [["bao"]], "without": [["dai"]]}),
        ('bao "dai hoi" -"cac cap"', {"runs": [["bao"]], "phrases": [["dai", "hoi"]],
                                      "without": [["cac", "cap"]]}),
        ("Độc lập - Tự do", {"runs": [["doc", "lap", "tu", "do"]]}),
        ("“Đảng bộ", {"phrases": [["dang", "bo"]]}),
        ("  ", {}),
    ],
)  # fmt: skip
def test_query(modules: Page, typed: str, read: dict[str, Any]) -> None:
    """A query is read into runs, phrases and what must not stand there."""
    parsed = modules.evaluate("q => parse(q)", typed)
    assert {k: parsed[k] for k in ("runs", "phrases", "without")} == {
        "runs": [], "phrases": [], "without": [], **read,
    }  # fmt: skip


STATES = [
    "",
    "q=28-KH%2FTU",
    "q=a&nam=2021&nam=2022&co=toan-van&tu=2021-01-01&den=2021-12-31&xep=ngay&rong=1&trang=3",
]


@pytest.mark.parametrize("asked", STATES)
def test_state(modules: Page, asked: str) -> None:
    """The address says the whole search, and reads back as it was written."""
    address = f"https://example.vn/kho/tim/?{asked}"
    again = modules.evaluate("a => write(a, read(a))", address)
    assert again == address.removesuffix("?")


def test_wrong_state(modules: Page) -> None:
    """What an address says wrongly is left out."""
    wanted = modules.evaluate("read('https://example.vn/tim/?trang=-4&tu=hom-qua&xep=x')")
    assert (wanted["page"], wanted["from"], wanted["order"]) == (1, "", "relevance")
