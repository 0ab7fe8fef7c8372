from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browsing import DAK_LAK, HUNG_YEN, PLAN, Watch

pytestmark = pytest.mark.browser

TOKEN = re.compile(r"\w+|[-–+](?=\s)|[.)](?=\s)|\./\.")
"""Words, numbers, dashes that mark items, the points and brackets after item marks."""


def tokens(text: str) -> list[str]:
    """What a reader reads, in order: layout, emphasis and HTML of the text as received left out."""
    text = re.sub(r"</?su[bp]>", "", unicodedata.normalize("NFC", text))
    text = re.sub(r"[*\\]", "", text)
    return TOKEN.findall(re.sub(r"\s+", " ", text) + " ")


@pytest.mark.parametrize("path", [DAK_LAK, HUNG_YEN])
def test_the_article_is_the_text_as_received(watch: Watch, root: Path, path: str) -> None:
    """What is seen inside the article is the text as received: every word and mark, in order."""
    page = watch().open(path)
    received = root / "dispatches" / path.removeprefix("van-ban/") / "goc.txt"
    assert page.locator("article").count() == 1
    seen = page.locator("article.van-ban").inner_text()
    assert tokens(seen) == tokens(received.read_text(encoding="utf-8"))


def to_plan(page: Page) -> list[tuple[str, str]]:
    """Text and fragment of every link of the article that leads to the plan."""
    links = page.locator("article.van-ban a.vien-dan").all()
    pairs = [(link.inner_text(), str(link.get_attribute("href"))) for link in links]
    return [(text, href.partition("#")[2]) for text, href in pairs if "28-kh-tu/" in href]


def test_every_mention_of_the_plan_leads_to_it(watch: Watch) -> None:
    """Each of the seven mentions links to the plan, those with a pinpoint to its clause."""
    links = to_plan(watch().open(DAK_LAK))
    assert [anchor for _, anchor in links] == ["", "", "m3.k2", "", "", "m2", "m3.k6"]
    assert all("28-KH/TU" in " ".join(text.split()) for text, _ in links)


def test_the_plan_knows_who_cites_its_clauses(watch: Watch) -> None:
    """The plan's page has the dispatch under each clause cited, with the sentence."""
    page = watch().open(PLAN)
    said = {
        "m2": "cổ động trực quan",
        "m3.k2": "căn cứ chức năng nhiệm vụ được giao",
        "m3.k6": "Cổng thông tin điện tử",
    }
    for anchor, words in said.items():
        clause = page.locator(f'[id="{anchor}"]')
        assert words in clause.inner_text(), anchor
        assert clause.locator('a[href*="ks-ubnd-kgvx-k7d2m9qa"]').count() >= 1


def test_an_ended_agency_says_what_followed(watch: Watch) -> None:
    """The page of a department that has ended says when, and leads to what followed."""
    page = watch().open("co-quan/so-thong-tin-va-truyen-thong-dak-lak/")
    assert "28/2/2025" in page.locator(".dau-trang").inner_text()
    assert page.locator(".ke-tuc a").count() >= 1


def test_links_say_where_they_lead(watch: Watch) -> None:
    """Every citation and every agency named in the text tells on hover what it leads to."""
    page = watch().open(DAK_LAK)
    links = page.locator("article a.vien-dan, article a.co-quan").all()
    assert len(links) > 10
    assert [link.inner_text() for link in links if not link.get_attribute("title")] == []


def test_an_item_has_an_address(watch: Watch) -> None:
    """The sign after an item leads to the item, and takes no place in the words."""
    page = watch().open(DAK_LAK)
    sign = page.locator('[id="m2.a"] a.neo')
    assert sign.get_attribute("href") == "#m2.a"
    assert sign.inner_text() == ""
    sign.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#m2.a")
