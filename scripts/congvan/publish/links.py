"""Every internal link and anchor of the built site leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from congvan.model.finding import Finding, Place
from congvan.publish.built_page import pages_of, read_page

_IN_CSS = re.compile(r"""url\(\s*["']?(?!data:)([^"')]+)""")

Wanted = dict[str, dict[str, str]]
"""Page → anchor → the first page that points at it."""


def check_links(site: Path, url: str = "/") -> Iterator[Finding]:
    """An error for each link that leads nowhere within the site, and each missing anchor.

    Pages are read one at a time; only the anchors that other pages ask for are kept. `url` is
    the site's own address: links that name it in full are internal too.
    """
    base = urljoin("https://site.invalid/", url)
    wanted: Wanted = {}
    for path in pages_of(site):
        page = read_page(path)
        name = path.relative_to(site).as_posix()
        for link in dict.fromkeys(page.links):
            yield from _checked(link, name, site, base, wanted)
    yield from _missing_anchors(site, wanted)
    yield from _missing_in_css(site)


def _checked(link: str, page: str, site: Path, base: str, wanted: Wanted) -> Iterator[Finding]:
    target = urljoin(base + _address(page), link.strip())
    if not target.startswith(base):
        if _root(target) == _root(base):
            yield _broken(page, link)
        return
    parts = urlsplit(target.removeprefix(base))
    file = _file_at(site, unquote(parts.path))
    if file is None:
        yield _broken(page, link)
    elif parts.fragment and file.suffix == ".html":
        place = file.relative_to(site).as_posix()
        wanted.setdefault(place, {}).setdefault(unquote(parts.fragment), page)


def _missing_anchors(site: Path, wanted: Wanted) -> Iterator[Finding]:
    for target, anchors in sorted(wanted.items()):
        there = read_page(site / target).anchors
        for anchor, page in sorted(anchors.items()):
            if anchor not in there:
                values = {"page": _address(target)}
                yield Finding("anchor-missing", Place(page), f"#{anchor}", values)


def _missing_in_css(site: Path) -> Iterator[Finding]:
    for sheet in sorted(site.rglob("*.css")):
        for link in _IN_CSS.findall(sheet.read_text("utf-8")):
            if not link.startswith("#") and not (sheet.parent / urlsplit(link).path).is_file():
                yield _broken(sheet.relative_to(site).as_posix(), link)


def _broken(page: str, link: str) -> Finding:
    return Finding("link-broken", Place(page), link)


def _address(page: str) -> str:
    return page.removesuffix("index.html")


def _root(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _file_at(site: Path, path: str) -> Path | None:
    """The file a web server would answer with; a folder asked for without its slash is none."""
    file = site / path
    if not path or path.endswith("/"):
        file = file / "index.html"
    return file if file.is_file() else None
