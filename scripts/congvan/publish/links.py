"""Every internal link and anchor of the site leads somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from congvan.model.finding import Finding, Place
from congvan.publish.pointing import OUTSIDE, Pointing, Source, collect, parse

_IN_CSS = re.compile(rb"""url\(\s*["']?(?!data:|#)([^"')]+)""")
_BY_HAND = b'data-kind="page"'
"""On a hand-written page, whose text may hold anything, even what looks like an attribute."""


def check(
    pointing: Pointing, exists: Callable[[str], bool], read: Callable[[str], bytes]
) -> Iterator[Finding]:
    """An error for each target that is not there, and each anchor missing from its page.

    `exists` tells whether a path is a file of the site, `read` gives its bytes. Each fault is told
    once, with the first page that points at it; what several shards point at, once for each where
    they were not joined before.
    """
    for target, (page, link) in sorted(pointing.targets.items(), key=_page):
        if target.startswith(OUTSIDE) or not exists(target):
            yield Finding("link-broken", Place(page), link)
    gone = dict(pointing.missing)
    for page, names in wanted(pointing).items():
        if exists(page):
            gone |= {(page, n): pointing.anchors[page, n] for n in lacking(read(page), names)}
    for (page, name), (source, _) in sorted(gone.items()):
        values = {"page": page.removesuffix("index.html")}
        yield Finding("anchor-missing", Place(source), f"#{name}", values)


def _page(target: tuple[str, Source]) -> str:
    return target[1][0]


def wanted(pointing: Pointing) -> dict[str, frozenset[str]]:
    """The names that must be looked for in each page: work that may be dealt out to workers."""
    found: dict[str, set[str]] = {}
    for page, name in pointing.anchors:
        found.setdefault(page, set()).add(name)
    return {page: frozenset(names) for page, names in sorted(found.items())}


def lacking(html: bytes, names: Collection[str]) -> frozenset[str]:
    """Those of the names that the page does not have."""
    left = names
    if _BY_HAND not in html:
        left = [name for name in names if f' id="{name}"'.encode() not in html]
    return frozenset(left) - parse(html)[1] if left else frozenset()


def check_sheets(
    sheets: Iterable[tuple[str, bytes]], exists: Callable[[str], bool]
) -> Iterator[Finding]:
    """An error for each file that a style sheet asks for in vain; of path and content of each."""
    for path, content in sheets:
        for link in _IN_CSS.findall(content):
            target = unquote(urlsplit(link.decode()).path)
            if not exists(posixpath.normpath(posixpath.join(posixpath.dirname(path), target))):
                yield Finding("link-broken", Place(path), link.decode())


def check_links(site: Path, url: str = "/") -> Iterator[Finding]:
    """The same for a whole built site, page by page. `url` is the site's own address."""

    def exists(path: str) -> bool:
        return (site / path).is_file()

    def read(path: str) -> bytes:
        return (site / path).read_bytes()

    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    sheets = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.css"))
    yield from check(collect(((page, read(page)) for page in pages), url), exists, read)
    yield from check_sheets(((sheet, read(sheet)) for sheet in sheets), exists)
