from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from congvan.publish.sitemap import sitemap

URL = "https://congvan.example.vn/"


def site_of(folder: Path, pages: dict[str, str]) -> dict[str, str]:
    """The files that a site of these pages gets, by path."""
    for address, head in pages.items():
        path = folder / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<html><head>{head}</head></html>", "utf-8")
    return {output.path: output.content.decode() for output in sitemap(folder, URL)}


def test_documents_stand_by_year(tmp_path: Path) -> None:
    """Documents are in the file of their year, all other pages in one; the index names all."""
    files = site_of(tmp_path, {"": "", "van-ban/a/2021/x/": "", "van-ban/a/2022/y/": ""})
    assert f"<loc>{URL}van-ban/a/2021/x/</loc>" in files["sitemap/2021.xml"]
    assert f"<loc>{URL}</loc>" in files["sitemap/trang.xml"]
    for name in ("2021", "2022", "trang"):
        assert f"<loc>{URL}sitemap/{name}.xml</loc>" in files["sitemap.xml"]
    assert f"Sitemap: {URL}sitemap.xml" in files["robots.txt"]


def test_pages_not_to_be_indexed_are_left_out(tmp_path: Path) -> None:
    """A page that asks not to be indexed is in no sitemap, and neither is the page of errors."""
    (tmp_path / "404.html").write_text("<html></html>", "utf-8")
    files = site_of(tmp_path, {"": "", "id/x/": '<meta name="robots" content="noindex">'})
    assert "id/x/" not in "".join(files.values())
    assert "404" not in "".join(files.values())


def test_days_come_from_the_record(tmp_path: Path) -> None:
    """A page says when its record last changed; one that does not has no day at all."""
    day = '<meta name="DCTERMS.modified" content="2026-11-22">'
    files = site_of(tmp_path, {"": "", "van-ban/a/2021/x/": day})
    assert "<lastmod>2026-11-22</lastmod>" in files["sitemap/2021.xml"]
    assert "lastmod" not in files["sitemap/trang.xml"]


def test_a_full_file_is_followed_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file holds more addresses than the protocol allows."""
    # The package offers the function under the name of its module.
    monkeypatch.setattr(import_module("congvan.publish.sitemap"), "LIMIT", 2)
    files = site_of(tmp_path, {f"nam/{year}/": "" for year in range(2021, 2026)})
    counts = {name: text.count("<url>") for name, text in files.items() if "/" in name}
    expected = {"sitemap/trang.xml": 2, "sitemap/trang-2.xml": 2, "sitemap/trang-3.xml": 1}
    assert counts == expected
