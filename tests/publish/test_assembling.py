from __future__ import annotations

import pytest
from lxml import etree

from congvan.model.output import Output
from congvan.publish import assembling
from congvan.publish.assembling import assemble, assembled, row, rows

URL = "https://congvan.example.vn/kho/"


def part(path: str, content: bytes, order: str) -> Output:
    """A part."""
    return Output("part", path, content, order=order)


def test_parts_stand_in_their_order() -> None:
    """A file is its parts in the order they name, whatever order they come in."""
    parts = [part("du-lieu/2021.jsonl", b"b\n", "2"), part("du-lieu/2021.jsonl", b"a\n", "1")]
    (first, *_) = assemble([*parts, Output("site", "x", b"")], URL)
    assert (first.root, first.path, first.content) == ("site", "du-lieu/2021.jsonl", b"a\nb\n")


def test_a_file_without_parts_is_none() -> None:
    """Where the last part is gone, so is the file: a list of data, and a sitemap."""
    assert list(assembled("du-lieu/2021.jsonl", [])) == []
    assert list(assembled("sitemap/2021.xml", [])) == []


def test_sitemaps_have_head_tail_and_index() -> None:
    """Rows become a sitemap, which `sitemap.xml` names, which `robots.txt` names."""
    made = {
        output.path: output.content.decode()
        for output in assemble(
            [
                part("sitemap/2021.xml", row(URL, "van-ban/a/2021/x/", "2021-06-01"), "1"),
                part("sitemap/trang.xml", row(URL, "a&b/"), ""),
            ],
            URL,
        )
    }
    assert list(made) == ["sitemap/2021.xml", "sitemap/trang.xml", "sitemap.xml", "robots.txt"]
    for path in list(made)[:3]:
        etree.fromstring(made[path].encode())
    assert f"<loc>{URL}van-ban/a/2021/x/</loc><lastmod>2021-06-01<" in made["sitemap/2021.xml"]
    assert f"<loc>{URL}a&amp;b/</loc></url>" in made["sitemap/trang.xml"]
    assert f"<loc>{URL}sitemap/2021.xml</loc>" in made["sitemap.xml"]
    assert f"Sitemap: {URL}sitemap.xml\n" in made["robots.txt"]


def test_no_sitemap_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """More addresses than one file may hold go into several, no part of them divided."""
    monkeypatch.setattr(assembling, "LIMIT", 3)
    pair = row(URL, "a/") + row(URL, "b/")
    files = list(assembled("sitemap/2021.xml", [pair, row(URL, "c/"), pair, pair]))
    assert [file.path for file in files] == [f"sitemap/2021{n}.xml" for n in ("", "-2", "-3")]
    assert [file.content.count(b"<url>") for file in files] == [3, 2, 2]


def test_rows_of_hand_written_pages() -> None:
    """A built page has a row unless it asks not to be indexed; what is no page has none."""
    head = b'<html><head><meta name="%s" content="%s"></head></html>'
    found = rows(
        {
            "tro-giup/index.html": head % (b"DCTERMS.modified", b"2021-06-01"),
            "tim/index.html": head % (b"robots", b"noindex"),
            "index.html": b"<p>home</p>",
            "404.html": b"",
            "a.png": b"",
        },
        URL,
    )
    assert [(o.path, o.order, o.content) for o in found] == [
        ("sitemap/trang.xml", "", row(URL, "")),
        ("sitemap/trang.xml", "tro-giup/", row(URL, "tro-giup/", "2021-06-01")),
    ]
