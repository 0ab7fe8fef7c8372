"""Files put together of parts: yearly lists of data, sitemaps; and what names the sitemaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from xml.sax.saxutils import escape

from congvan.model.output import Output
from congvan.publish.built_page import read_html

LIMIT = 50_000
"""Addresses in one sitemap, by the protocol of sitemaps.org."""
SITEMAPS = "sitemap/"
"""The folder whose files are sitemaps; their parts are rows."""
PAGES = f"{SITEMAPS}trang.xml"
"""The sitemap of all pages that are no documents."""

_XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_ROW = b"<url>"


def assemble(outputs: Iterable[Output], url: str) -> Iterator[Output]:
    """All files of the parts among these, `sitemap.xml` over the sitemaps, and `robots.txt`."""
    parts = sorted((o.path, o.order, o.content) for o in outputs if o.root == "part")
    sitemaps: list[str] = []
    for path, group in groupby(parts, key=lambda part: part[0]):
        for output in assembled(path, (content for _, _, content in group)):
            sitemaps += [output.path] * path.startswith(SITEMAPS)
            yield output
    yield from sitemap_index(sitemaps, url)


def assembled(path: str, parts: Iterable[bytes]) -> Iterator[Output]:
    """One file, of its parts in their order: as they follow one another, or as a sitemap.

    A sitemap that would hold more than LIMIT addresses becomes several files, the first at `path`;
    each part goes whole into one of them. A file without parts is none.
    """
    if not path.startswith(SITEMAPS):
        content = b"".join(parts)
        if content:
            yield Output("site", path, content)
        return
    stem, dot, ending = path.rpartition(".")
    for number, rows in enumerate(_slices(parts), start=1):
        name = path if number == 1 else f"{stem}-{number}{dot}{ending}"
        yield Output("site", name, _HEAD + _around("urlset", rows))


def row(url: str, address: str, day: str = "") -> bytes:
    """A page's row in a sitemap: its address below `url`, and the day its record last changed."""
    changed = f"<lastmod>{escape(day)}</lastmod>" if day else ""
    return f"<url><loc>{escape(url + address)}</loc>{changed}</url>\n".encode()


def rows(files: Mapping[str, bytes], url: str) -> Iterator[Output]:
    """A part of PAGES for each page among these built files that may be indexed.

    For hand-written pages, which no unit makes; the day of change is the page's own word.
    """
    for path, html in sorted(files.items()):
        address = path.removesuffix("index.html")
        if address != path:
            meta = read_html(html).meta
            if "noindex" not in meta.get("robots", ""):
                content = row(url, address, meta.get("DCTERMS.modified", ""))
                yield Output("part", PAGES, content, order=address)


def sitemap_index(paths: Iterable[str], url: str) -> Iterator[Output]:
    """`sitemap.xml`, which names the sitemaps at these paths, and `robots.txt`, which names it."""
    names = (f"<sitemap><loc>{escape(url + path)}</loc></sitemap>\n" for path in sorted(paths))
    index = _HEAD + _around("sitemapindex", "".join(names).encode())
    yield Output("site", "sitemap.xml", index)
    robots = f"User-agent: *\nAllow: /\nSitemap: {url}sitemap.xml\n"
    yield Output("site", "robots.txt", robots.encode())


def _slices(parts: Iterable[bytes]) -> Iterator[bytes]:
    held: list[bytes] = []
    addresses = 0
    for part in parts:
        count = part.count(_ROW)
        if held and addresses + count > LIMIT:
            yield b"".join(held)
            held, addresses = [], 0
        held.append(part)
        addresses += count
    if held:
        yield b"".join(held)


def _around(element: str, content: bytes) -> bytes:
    return f"<{element} {_XMLNS}>\n".encode() + content + f"</{element}>\n".encode()
