from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from congvan.language.register import Register
from congvan.search import public
from search_growing import Growing, document
from search_serving import MODULES, SETTLED, serving

pytestmark = pytest.mark.browser

ANSWER = """async wanted => {
  const found = await search(index, { size: 50, ...wanted });
  const facets = {};
  for (const kind of index.facets) facets[kind] = await counted(index, kind, found.numbers);
  return {
    total: found.total, about: found.about, wider: found.wider, facets,
    shown: found.shown.map(({ card, pieces }) => [card, pieces]),
    near: found.near.map(card => card.id),
  };
}"""

ASKED: list[dict[str, Any]] = [
    {"q": ""},
    {"q": "tuyen truyen"},
    {"q": "đại hội"},
    {"q": "hoi dai"},
    {"q": "lan 1"},
    {"q": "12/UBND-KGVX"},
    {"q": "ke hoach 28"},
    {"q": "UBND-KGVX -truyen"},
    {"q": '"phòng chống dịch"'},
    {"q": "tuy"},
    {"q": "dai ho"},
    {"q": "300"},
    {"q": "dai hoi", "order": "date"},
    {"q": "dai hoi", "wide": True},
    {"q": "", "filters": {"loai": ["ke-hoach"]}},
    {"q": "dai hoi", "filters": {"gui": ["cac-ban", "bao-dak-lak"]}},
    {"q": "", "from": "2020-02-10", "to": "2021-05-19"},
]


@pytest.fixture(scope="module")
def growing(register: Register) -> Growing:
    """An archive whose index has three tiers, in each of which something is struck out."""
    growing = Growing(register)
    growing.step(document(n) for n in range(34))
    base, middle, delta = growing.tiers()
    growing.step([document(int(base[3][3:]), 1)], [base[8], middle[1]])
    growing.step([document(int(base[5][3:]), 2)], [delta[0]])
    assert list(map(bool, growing.struck())) == [True, True, False]
    return growing


def grown_at_random(register: Register, seed: int) -> Growing:
    """An archive to which things have happened."""
    chance = Random(seed)  # noqa: S311 - what happens must happen again, no secret
    growing = Growing(register)
    for _ in range(20):
        coming = chance.sample(range(60), chance.randint(0, 7))
        known = sorted(growing.documents.keys() - {f"doc{n:05}" for n in coming})
        leaving = chance.sample(known, min(len(known), chance.randint(0, 2)))
        growing.step((document(n, chance.randint(0, 3)) for n in coming), leaving)
    return growing


def opened(browser: Browser, address: str) -> Page:
    """A page in which the index is open."""
    page = browser.new_page()
    page.goto(address)
    page.evaluate(SETTLED)
    return page


@pytest.fixture(scope="module", params=["made", 1, 2, 3])
def pages(
    browser: Browser,
    growing: Growing,
    register: Register,
    root: Path,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Iterator[tuple[Page, Page]]:
    """An index that grew, and one of the same documents made at once in one tier."""
    grew = growing if request.param == "made" else grown_at_random(register, request.param)
    whole = public.build(grew.archive())
    folder = tmp_path_factory.mktemp
    with (
        serving(grew.outputs(), root / MODULES, folder("grown")) as grown,
        serving(whole, root / MODULES, folder("whole")) as at_once,
    ):
        both = (opened(browser, grown), opened(browser, at_once))
        yield both
        for page in both:
            page.close()


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_tiers_answer_as_one(pages: tuple[Page, Page], asked: dict[str, Any]) -> None:
    """Several tiers with documents struck out answer as one tier without them: the same documents
    in the same order, the same snippets, the same counts of every facet."""
    grown, whole = (page.evaluate(ANSWER, asked) for page in pages)
    assert grown == whole


def test_all_tiers_are_asked(growing: Growing, page: Page) -> None:
    """Every document that is not struck out is found, and with it all that is asked for."""
    page.evaluate(SETTLED)
    found = page.evaluate(ANSWER, {"q": ""})
    assert {card["id"] for card, _ in found["shown"]} == set(growing.documents)
    for asked in ASKED:
        assert page.evaluate(ANSWER, asked)["total"] or asked["q"] == "300", asked


@pytest.fixture
def page(browser: Browser, growing: Growing, root: Path, tmp_path: Path) -> Iterator[Page]:
    """A page of its own, on which files may be replaced."""
    with serving(growing.outputs(), root / MODULES, tmp_path) as address:
        page = browser.new_page()
        page.goto(address)
        yield page
        page.close()


OTHER = b"otherb" + gzip.compress(b"")
"""A file of another build."""


def test_shard_of_another_build(page: Page) -> None:
    """A file that is of another build is noticed and asked for once more."""
    asked: list[str] = []

    def _other(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body=OTHER)

    page.route("**/chi-muc/*/p-0.bin", _other, times=1)
    page.evaluate(SETTLED)
    found = page.evaluate(ANSWER, {"q": "tuyen truyen"})
    assert len(asked) == 1
    assert found["total"] > 0


def test_shard_that_stays_of_another_build(page: Page) -> None:
    """A file that stays of another build is never taken for one of this."""
    page.route("**/chi-muc/*/p-0.bin", lambda route: route.fulfill(body=OTHER))
    page.evaluate(SETTLED)
    tried = "search(index, {q: 'tuyen truyen'}).then(() => '', error => error.message)"
    assert page.evaluate(tried).startswith("another build: ")


def test_damaged_shard(page: Page) -> None:
    """A file that came only in part is asked for once more."""
    page.route(
        "**/chi-muc/*/p-0.bin",
        lambda route: route.fulfill(body=route.fetch().body()[:-9]),
        times=1,
    )
    page.evaluate(SETTLED)
    assert page.evaluate(ANSWER, {"q": "tuyen truyen"})["total"] > 0


@pytest.mark.parametrize("status", [404, 200])
def test_missing_text(page: Page, status: int) -> None:
    """A document whose text cannot be had is shown without a snippet."""
    page.route("**/tim.bin*", lambda route: route.fulfill(status=status, body="<!doctype html>"))
    page.evaluate(SETTLED)
    for typed in ("tuyen truyen", '"tuyên truyền"'):
        found = page.evaluate(ANSWER, {"q": typed})
        assert found["total"] > 0
        assert [pieces for _, pieces in found["shown"] if pieces] == []


def test_text_of_another_build(page: Page) -> None:
    """A text that is newer than the index still gives a snippet."""
    text = gzip.compress('["tuyên truyền khác",""]'.encode())
    page.route("**/tim.bin*", lambda route: route.fulfill(body=b"otherb" + text))
    page.evaluate(SETTLED)
    shown = page.evaluate(ANSWER, {"q": "tuyen truyen"})["shown"]
    assert next(pieces for card, pieces in shown if card["held"]) == [
        {"text": "tuyên truyền", "hit": True}, {"text": " khác", "hit": False}
    ]  # fmt: skip


def test_directory_of_an_older_build(page: Page) -> None:
    """A directory kept somewhere on the way that names folders which are no more is got round."""
    old = '{"format":2,"documents":1,"order":"000000000000","facets":[],"tiers":[]}'
    page.route("**/chi-muc/index.json", lambda route: route.fulfill(body=old))
    page.evaluate(SETTLED)
    assert page.evaluate("search(index, {q: 'dai hoi'}).then(() => '', () => 'failed')") == "failed"
    page.evaluate("Index.open(undefined, {failed: index}).then(anew => window.index = anew)")
    assert page.evaluate(ANSWER, {"q": "dai hoi"})["total"] > 0
