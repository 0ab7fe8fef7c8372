"""Sitemaps by year, made of what the built pages say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from congvan.model.output import Output
from congvan.publish.built_page import pages_of, read_page

LIMIT = 50_000
"""Addresses in one file, by the protocol of sitemaps.org."""

_YEAR = re.compile(r"van-ban/[^/]+/(\d{4})/")
_XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

Entry = tuple[str, str]
"""An address below the root, and the day of the last change of its record or ""."""


def sitemap(site: Path, url: str) -> Iterator[Output]:
    """`sitemap.xml`, the files it names (documents by year, all else in one), and `robots.txt`.

    A page that asks not to be indexed is left out. The day of change is what the page carries
    in `DCTERMS.modified`, which comes from the record; a page without one has none.
    """
    groups: dict[str, list[Entry]] = {}
    for path in pages_of(site):
        meta = read_page(path).meta
        if path.name == "index.html" and "noindex" not in meta.get("robots", ""):
            address = path.parent.relative_to(site).as_posix().removeprefix(".")
            entry = (f"{address}/" if address else "", meta.get("DCTERMS.modified", ""))
            groups.setdefault(_group(entry[0]), []).append(entry)
    files = [file for name, entries in sorted(groups.items()) for file in _files(name, entries)]
    names = [f"{url}{name}" for name, _ in files]
    yield _output("sitemap.xml", _index(names))
    for name, entries in files:
        yield _output(name, _urlset(url, entries))
    yield _output("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {url}sitemap.xml\n")


def _group(address: str) -> str:
    year = _YEAR.match(address)
    return year[1] if year else "trang"


def _files(name: str, entries: list[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    for start in range(0, len(entries), LIMIT):
        part = f"-{start // LIMIT + 1}" if start else ""
        yield f"sitemap/{name}{part}.xml", entries[start : start + LIMIT]


def _index(names: Iterable[str]) -> str:
    rows = "".join(f"<sitemap><loc>{escape(name)}</loc></sitemap>\n" for name in names)
    return f"{_HEAD}<sitemapindex {_XMLNS}>\n{rows}</sitemapindex>\n"


def _urlset(url: str, entries: Iterable[Entry]) -> str:
    rows = "".join(_row(url, address, day) for address, day in entries)
    return f"{_HEAD}<urlset {_XMLNS}>\n{rows}</urlset>\n"


def _row(url: str, address: str, day: str) -> str:
    changed = f"<lastmod>{escape(day)}</lastmod>" if day else ""
    return f"<url><loc>{escape(url + address)}</loc>{changed}</url>\n"


def _output(path: str, text: str) -> Output:
    return Output("site", path, text.encode())
