"""What pages point at, and what can be pointed at in them, gathered shard by shard."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from congvan.publish.built_page import read_html

Source = tuple[str, str]
"""A page, as a path below `site/`, and the link as it is written there."""
Anchor = tuple[str, str]
"""A page and a name in it."""

OUTSIDE = ""
"""Stands for what lies on the same host above the site: no path of the site, so never there."""

_ATTRIBUTE = re.compile(r'\s(?:(id)|href|src|action)="([^"]*)"')
_REFRESH = re.compile(r'<meta http-equiv="refresh" content="[^"]*?url=([^"]*)"')
_SIMPLE = re.compile(r"((?:\.\./)*)([A-Za-z0-9_\-.][A-Za-z0-9_\-./]*)?(?:#([A-Za-z0-9_\-.]+))?")
"""A relative link whose target can be read off, if no dots stand between its slashes."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """Each target once, with the first page that points at it."""

    targets: Mapping[str, Source] = field(default_factory=dict)
    """Paths below `site/`; OUTSIDE for a link that leads out of it."""
    anchors: Mapping[Anchor, Source] = field(default_factory=dict)
    """Names in pages that are not of the same shard."""
    missing: Mapping[Anchor, Source] = field(default_factory=dict)
    """Names that the pages of the shard itself do not have."""

    def __or__(self, other: Pointing) -> Pointing:
        return Pointing(
            {**other.targets, **self.targets},
            {**other.anchors, **self.anchors},
            {**other.missing, **self.missing},
        )


def collect(
    files: Mapping[str, bytes], url: str = "/", plain: Collection[str] = frozenset()
) -> Pointing:
    """What the HTML files among these point at. `url` is the site's own address.

    Those in `plain` are all our own: attributes stand in double quotes, and no text holds any, so
    that they need no parser. Names in pages of the same shard are looked for here: most of all.
    """
    base = urljoin("https://site.invalid/", url)
    targets: dict[str, Source] = {}
    anchors: dict[Anchor, Source] = {}
    names: dict[str, frozenset[str]] = {}
    for page, html in sorted(files.items()):
        if page.endswith(".html"):
            links, names[page] = (scan if page in plain else parse)(html)
            for link in links:
                _enter(link, page, base, targets, anchors)
    here = {anchor: source for anchor, source in anchors.items() if anchor[0] in names}
    missing = {a: source for a, source in here.items() if a[1] not in names[a[0]]}
    return Pointing(targets, {a: s for a, s in anchors.items() if a not in here}, missing)


def parse(html: bytes) -> tuple[Iterable[str], frozenset[str]]:
    """The links of any page, each once, and the names in it."""
    page = read_html(html)
    return dict.fromkeys(page.links), page.anchors


def scan(html: bytes) -> tuple[Iterable[str], frozenset[str]]:
    """The same of a page from our own templates, by its attributes."""
    text = html.decode("utf-8")
    found = _ATTRIBUTE.findall(text)
    links = dict.fromkeys(value for is_id, value in found if not is_id)
    if refresh := _REFRESH.search(text):
        links[refresh[1]] = None
    names = {value for is_id, value in found if is_id}
    return [_unescaped(link) for link in links], frozenset(map(_unescaped, names))


def _unescaped(value: str) -> str:
    return unescape(value) if "&" in value else value


def _enter(
    link: str, page: str, base: str, targets: dict[str, Source], anchors: dict[Anchor, Source]
) -> None:
    for target, name in _resolved(link, page, base):
        targets.setdefault(target, (page, link))
        if name and target.endswith(".html"):
            anchors.setdefault((target, name), (page, link))


def _resolved(link: str, page: str, base: str) -> Iterator[tuple[str, str]]:
    """Where a link leads, if it concerns us at all: a path below `site/` and a name there."""
    simple = _SIMPLE.fullmatch(link)
    if simple and not _has_dots(simple[2] or ""):
        up, path, name = simple.groups()
        folder = page.split("/")[:-1]
        above = len(up or "") // 3
        if above <= len(folder):
            if not path and not up:
                yield (page, name or "")
                return
            at = "/".join((*folder[: len(folder) - above], path or ""))
            yield (_file(at), name or "")
            return
    target = urljoin(base + page.removesuffix("index.html"), link.strip())
    if target.startswith(base):
        parts = urlsplit(target.removeprefix(base))
        yield (_file(unquote(parts.path)), unquote(parts.fragment))
    elif _host(target) == _host(base):
        yield (OUTSIDE, "")


def _has_dots(path: str) -> bool:
    return path.startswith(".") or "/." in path or "//" in path


def _file(path: str) -> str:
    """The file that a web server answers an address with."""
    return f"{path}index.html" if not path or path.endswith("/") else path


def _host(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc
