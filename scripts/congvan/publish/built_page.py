"""One built HTML page, as the checks after a build read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

_POINTING = ("href", "src", "action")


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """What a page points at and what can be pointed at in it."""

    links: tuple[str, ...] = ()
    """Every `href`, `src`, `action` and target of a refresh, as written."""
    anchors: frozenset[str] = frozenset()
    """Every `id`, and the name of every named anchor."""
    meta: dict[str, str] = field(default_factory=dict)
    """The named `<meta>` elements of its head."""


def read_page(path: Path) -> BuiltPage:
    """Parse a page. Raises OSError."""
    return read_html(path.read_bytes())


def read_html(content: bytes) -> BuiltPage:
    """Parse a page from its bytes. One without any markup is a page without links."""
    if not content.strip():
        return BuiltPage()
    tree = etree.fromstring(content, etree.HTMLParser(encoding="utf-8"))
    elements = list(tree.iter("*"))  # comments are left out
    return BuiltPage(
        links=tuple(link for e in elements for link in _links(e)),
        anchors=frozenset(name for e in elements for name in _names(e)),
        meta={str(e.get("name")): str(e.get("content")) for e in elements if _is_named_meta(e)},
    )


def pages_of(site: Path) -> Iterator[Path]:
    """Every HTML file of the site, in order of path."""
    return iter(sorted(site.rglob("*.html")))


def _links(element: etree._Element) -> Iterator[str]:
    yield from (str(element.get(name)) for name in _POINTING if name in element.attrib)
    if element.tag == "meta" and str(element.get("http-equiv", "")).lower() == "refresh":
        _, _, target = str(element.get("content", "")).partition("url=")
        if target:
            yield target


def _names(element: etree._Element) -> Iterator[str]:
    if "id" in element.attrib:
        yield str(element.get("id"))
    if element.tag == "a" and "name" in element.attrib:
        yield str(element.get("name"))


def _is_named_meta(element: etree._Element) -> bool:
    return element.tag == "meta" and "name" in element.attrib
