from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from browsing import DAK_LAK, HUNG_YEN, KINDS

LIMIT = 12_000
"""Bytes of a document's page outside the document itself."""


def tree(path: Path) -> etree._Element:
    """A built page, parsed."""
    return etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))


def test_no_script_and_no_style_stands_in_a_page(site: Path) -> None:
    """No page has a script, a style or a handler of its own: a strict policy breaks nothing."""
    breaches = [
        f"{path.relative_to(site)}: {etree.tostring(element)[:200]!r}"
        for path in site.rglob("*.html")
        for element in tree(path).iter("*")
        if (
            "style" in element.attrib
            or element.tag == "style"
            or any(str(name).startswith("on") for name in element.attrib)
            or (element.tag == "script" and "src" not in element.attrib)
        )
    ]
    assert breaches == []


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """Whatever a page or a style sheet loads comes from the site itself."""
    loaded = [
        str(element.get(name))
        for path in site.rglob("*.html")
        for element in tree(path).iter("script", "img", "iframe", "source", "link")
        for name in ("src", "href")
        if element.get(name) and element.get("rel") not in {"canonical", "alternate"}
    ]
    sheets = [sheet.read_text(encoding="utf-8") for sheet in site.rglob("*.css")]
    assert [url for url in loaded if "//" in url] == []
    assert [url for css in sheets for url in re.findall(r"url\(['\"]?(https?:[^)]*)", css)] == []


@pytest.mark.parametrize("path", [DAK_LAK, HUNG_YEN])
def test_pages_are_light(site: Path, path: str) -> None:
    """What stands around a document weighs little, so that a hundred thousand pages do."""
    html = (site / path / "index.html").read_text(encoding="utf-8")
    around, articles = re.subn("<article .*</article>", "", html, flags=re.DOTALL)
    assert articles == 1
    assert len(around.encode()) < LIMIT


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_built(site: Path, kind: str) -> None:
    """The pages that the browser looks at are there, and say their kind."""
    for path in KINDS[kind] if kind != "missing" else []:
        assert "data-kind=" in (site / path / "index.html").read_text(encoding="utf-8")


def test_one_document_one_address(site: Path) -> None:
    """A page names itself as canonical, a redirect the page it leads to, and only that."""
    found = tree(site / "id/k7d2m9qa/index.html").xpath("//link[@rel='canonical']/@href")
    own = tree(site / DAK_LAK / "index.html").xpath("//link[@rel='canonical']/@href")
    assert found == own == [f"https://congvan.example.vn/kho/{DAK_LAK}"]


def test_a_document_not_held_is_not_indexed(site: Path) -> None:
    """Pages of documents known by their citations ask not to be indexed; held ones do not."""
    robots = "//meta[@name='robots']/@content"
    assert tree(site / KINDS["stub"][0] / "index.html").xpath(robots) == ["noindex"]
    assert tree(site / DAK_LAK / "index.html").xpath(robots) == []


def test_the_sitemap_has_no_day_of_the_build(site: Path) -> None:
    """The days in the sitemaps are those of the records, and there is no packed copy."""
    assert not (site / "sitemap.xml.gz").exists()
    days = re.findall("<lastmod>(.*?)</lastmod>", (site / "sitemap/2021.xml").read_text("utf-8"))
    assert days == ["2026-11-22"]
    assert "lastmod" not in (site / "sitemap.xml").read_text("utf-8")


def test_the_font_comes_with_its_licence(site: Path) -> None:
    """The font is served by the site, with the licence that allows it."""
    fonts = site / "assets" / "fonts"
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL.txt").read_text(encoding="utf-8").upper()
    assert len(list(fonts.glob("*.woff2"))) == 12
