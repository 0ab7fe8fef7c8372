"""What pages point at, and what can be pointed at in them, gathered shard by shard."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from congvan.publish.built_page import read_html

Source = tuple[str, str]
"""A page, as a path below `site/`, and the link as it is written there."""
Anchor = tuple[str, str]
"""A page and a name in it."""

OUTSIDE = "/"
"""What a target begins with that is on the same host, above the site: the link follows it."""

# One pattern each: a search for plain letters is ten times as fast as one for a choice of them.
_LINKS = tuple(re.compile(rf' {name}="([^"]*)"'.encode()) for name in ("href", "src", "action"))
_REFRESH = re.compile(rb'<meta http-equiv="refresh" content="[^"]*?url=([^"]*)"')
_NAMES = re.compile(rb' id="([^"]*)"')
_SIMPLE = re.compile(r"([A-Za-z0-9_\-./]*)(?:#([A-Za-z0-9_\-.]+))?")
_DOTS = re.compile(r"(?:^|/)\.|//|^/")
"""What makes a path one that has to be worked out."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """Each target once, with the first page that points at it."""

    targets: dict[str, Source] = field(default_factory=dict)
    """Paths below `site/`; OUTSIDE and the link for one that leads out of it."""
    anchors: dict[Anchor, Source] = field(default_factory=dict)
    """Names in pages that are not of the same shard."""
    missing: dict[Anchor, Source] = field(default_factory=dict)
    """Names that the pages of the shard itself do not have."""

    def __ior__(self, other: Pointing) -> Pointing:
        """Takes in what another shard met; a hundred thousand pages are gathered in one value."""
        for target, source in other.targets.items():
            self.targets.setdefault(target, source)
        for anchor, source in other.anchors.items():
            self.anchors.setdefault(anchor, source)
        for anchor, source in other.missing.items():
            self.missing.setdefault(anchor, source)
        return self


def collect(
    files: Iterable[tuple[str, bytes]], url: str = "/", plain: Collection[str] = frozenset()
) -> Pointing:
    """What the HTML files among these point at: paths below `site/` with their bytes, in order.

    `url` is the site's own address. Pages in `plain` are all our own: attributes stand in double
    quotes, and no text holds any, so that they need no parser. Names in pages of the same shard,
    which most are, are looked for here.
    """
    base = urljoin("https://site.invalid/", url)
    met = _Met(base)
    names: dict[str, frozenset[str]] = {}
    for page, html in files:
        if page.endswith(".html"):
            links, names[page] = (scan if page in plain else parse)(html)
            met.enter(page, links)
    anchors = met.anchors
    here = {anchor: source for anchor, source in anchors.items() if anchor[0] in names}
    missing = {a: source for a, source in here.items() if a[1] not in names[a[0]]}
    return Pointing(met.targets, {a: s for a, s in anchors.items() if a not in here}, missing)


def parse(html: bytes) -> tuple[Iterable[str], frozenset[str]]:
    """The links of any page, each once, and the names in it."""
    page = read_html(html)
    return dict.fromkeys(page.links), page.anchors


def scan(html: bytes) -> tuple[Iterable[str], frozenset[str]]:
    """The same of a page from our own templates, by its attributes."""
    links = [link for pattern in (*_LINKS, _REFRESH) for link in pattern.findall(html)]
    return map(_text, dict.fromkeys(links)), frozenset(map(_text, _NAMES.findall(html)))


def _text(value: bytes) -> str:
    return unescape(value.decode()) if b"&" in value else value.decode()


class _Met:
    """Targets met so far; a link that many pages share is worked out once."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._seen: set[tuple[str, str]] = set()
        self.targets: dict[str, Source] = {}
        self.anchors: dict[Anchor, Source] = {}

    def enter(self, page: str, links: Iterable[str]) -> None:
        folders = page.split("/")[:-1]
        above = ["/".join((*folders[:n], "")) for n in range(len(folders), -1, -1)]
        for link in links:
            up = link.count("../")
            if up >= len(above) or not link.startswith("../" * up):
                up = 0
            met = (above[up], link[3 * up :])
            if link.startswith("#"):
                self.anchors.setdefault((page, unquote(link[1:])), (page, link))
            elif met not in self._seen:
                self._seen.add(met)
                self._resolve(*met, page, link)

    def _resolve(self, folder: str, rest: str, page: str, link: str) -> None:
        simple = _SIMPLE.fullmatch(rest)
        if simple and not _DOTS.search(simple[1]):
            self._point(folder + simple[1], simple[2] or "", (page, link))
            return
        target = urljoin(self._base + page.removesuffix("index.html"), link.strip())
        if target.startswith(self._base):
            parts = urlsplit(target.removeprefix(self._base))
            self._point(unquote(parts.path), unquote(parts.fragment), (page, link))
        elif _host(target) == _host(self._base):
            self.targets.setdefault(OUTSIDE + link, (page, link))

    def _point(self, address: str, name: str, source: Source) -> None:
        target = _file(address)
        self.targets.setdefault(target, source)
        if name and target.endswith(".html"):
            self.anchors.setdefault((target, name), source)


def _file(path: str) -> str:
    """The file that a web server answers an address with."""
    return f"{path}index.html" if not path or path.endswith("/") else path


def _host(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc
