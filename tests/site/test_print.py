from __future__ import annotations

import re

import pytest

from browsing import DAK_LAK, Watch

pytestmark = pytest.mark.browser

PIXELS_OF_A_POINT = 96 / 72


def test_paper_has_the_document_alone(watch: Watch) -> None:
    """Printed, the sheet stands alone: no head, no foot, nothing that the archive added."""
    page = watch().open(DAK_LAK)
    page.emulate_media(media="print")
    assert page.locator("article.van-ban").is_visible()
    rest = ".dau-kho, .chan-kho, .duong-dan, .dau-trang, .thong-tin, .nhiem-vu, .cong-cu, .neo"
    assert [e.inner_text() for e in page.locator(rest).all() if e.is_visible()] == []


def test_paper_says_where_it_is_from(watch: Watch) -> None:
    """The printed copy ends with the address at which it can be found again."""
    page = watch().open(DAK_LAK)
    assert not page.locator(".chi-khi-in").is_visible()
    page.emulate_media(media="print")
    assert "/kho/id/k7d2m9qa/" in page.locator(".chi-khi-in").inner_text()


def test_paper_has_the_official_type(watch: Watch) -> None:
    """Body text is Times New Roman of 13 to 14 points, black on white, by night too."""
    page = watch(scheme="dark").open(DAK_LAK)
    page.emulate_media(media="print", color_scheme="dark")
    style = page.locator(".noi-dung > p").first.evaluate(
        "p => { const s = getComputedStyle(p); return [s.fontFamily, s.fontSize, s.color]; }"
    )
    assert "Times New Roman" in style[0]
    assert 13 <= round(float(style[1].removesuffix("px")) / PIXELS_OF_A_POINT, 2) <= 14
    assert style[2] == "rgb(0, 0, 0)"


def test_the_heading_stands_in_two_columns(watch: Watch) -> None:
    """The issuer stands to the left of the motto, on one height."""
    page = watch().open(DAK_LAK)
    page.emulate_media(media="print")
    issuer = page.locator(".co-quan-ban-hanh").bounding_box()
    motto = page.locator(".quoc-hieu").bounding_box()
    assert issuer
    assert motto
    assert issuer["x"] + issuer["width"] <= motto["x"]
    assert abs(issuer["y"] - motto["y"]) < 2


def test_paper_is_a4(watch: Watch) -> None:
    """The sheets are A4, and a short dispatch takes at most two."""
    page = watch().open(DAK_LAK)
    paper = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[([\d. ]+)\]", paper)
    assert 1 <= len(boxes) <= 2
    assert {tuple(round(float(n)) for n in box.split()) for box in boxes} == {(0, 0, 595, 842)}
