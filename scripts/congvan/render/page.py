"""Pages: front matter for the theme and one block of raw HTML, as a Markdown file."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache, partial
from typing import TypeVar
from xml.sax.saxutils import escape

from jinja2 import Environment, PackageLoader, StrictUndefined

from congvan.language import calendar, labels
from congvan.model.output import Output
from congvan.model.site import Site
from congvan.render.unbroken import unbroken
from congvan.render.weight import is_heavy

DESCRIPTION_LENGTH = 160
"""What search engines show of a description."""

_UNSAFE_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BLANK_LINES = re.compile(r"\n\s*\n")

Href = Callable[..., str]
Level = TypeVar("Level")


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the home page to a page."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page before it is written."""

    address: str
    """Below the site's root with a closing slash; "" for the home page."""
    kind: str
    title: str
    template: str
    context: Mapping[str, object]
    description: str = ""
    trail: tuple[Crumb, ...] = ()
    canonical: str | None = None
    """The address of the page that this one stands for; its own where None."""
    noindex: bool = False
    sitemap: str = "trang"
    """The sitemap it stands in: documents by year, all else in one."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Further front matter; `updated` is the last day on which the public record changed."""
    leaner: Callable[[], Page] | None = None
    """The same page with less on it, written in its place where it is too heavy."""


@lru_cache(maxsize=1 << 14)  # lists and tables repeat the same few thousand pairs
def href(source: str, target: str, anchor: str | None = None) -> str:
    """The relative address of one page or file from another page.

    >>> href("nam/2021/", "co-quan/ubnd-dak-lak/", "ten")
    '../../co-quan/ubnd-dak-lak/#ten'
    """
    fragment = f"#{anchor}" if anchor else ""
    if source == target:
        return fragment or "./"
    slash = "/" if target.endswith("/") or not target else ""
    path = posixpath.relpath("/" + target, "/" + source)
    return ("./" if path == "." else path + slash) + fragment


def outputs(page: Page, site: Site) -> Iterator[Output]:
    """The page, or the first of its leaner forms that is light enough, as a Markdown file below
    `docs/`, and its row of a sitemap where it has one."""
    return written(*fitted(page, site), site)


def written(page: Page, content: bytes, site: Site) -> Iterator[Output]:
    """The page with its Markdown as given, and its row of a sitemap where it has one."""
    yield Output("docs", page.address + "index.md", content)
    if not page.noindex:
        yield _row(page, site)


def fitted(page: Page, site: Site) -> tuple[Page, bytes]:
    """The first of a page and its leaner forms that is light enough, the leanest where none is,
    with its Markdown."""
    to: Href = partial(href, page.address)
    head, body = _head(page, to), _body(page, to)
    while page.leaner is not None and is_heavy(page.kind, page.address, head, body, site):
        page = page.leaner()
        head, body = _head(page, to), _body(page, to)
    front_matter = "".join(f"{name}: {_scalar(value)}\n" for name, value in head.items())
    return page, f"---\n{front_matter}---\n\n{body}\n".encode()


def leaning(levels: Sequence[Level], make: Callable[[Level], Page]) -> Page:
    """The page of the first level, with those of the others as its leaner forms."""
    first, *others = levels
    return replace(make(first), leaner=partial(leaning, others, make) if others else None)


def _body(page: Page, to: Href) -> str:
    body = environment().get_template(page.template).render(page=page, href=to, **page.context)
    return _BLANK_LINES.sub("\n", body).strip()


def _row(page: Page, site: Site) -> Output:
    """Its <url> in a sitemap (sitemaps.org); the day is the record's, and may not be known."""
    day = page.extra.get("updated")
    changed = f"<lastmod>{escape(str(day))}</lastmod>" if day else ""
    row = f"<url><loc>{escape(site.url + page.address)}</loc>{changed}</url>\n"
    return Output("part", f"sitemap/{page.sitemap}.xml", row.encode(), page.address)


def shortened(text: str) -> str:
    """At most DESCRIPTION_LENGTH characters, cut between words."""
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


@cache
def environment() -> Environment:
    """The templates: everything escaped, an unknown name an error."""
    made = Environment(
        loader=PackageLoader("congvan.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(say=labels.say, labelled=labels.group)
    made.filters.update(day=calendar.say, unbroken=unbroken)
    return made


def _head(page: Page, to: Href) -> dict[str, object]:
    """The front matter for the theme."""
    crumbs = [{"title": c.title, "href": to(c.address)} for c in page.trail]
    return {
        "title": page.title,
        "description": shortened(page.description),
        "kind": page.kind,
        "address": page.address,
        "canonical": page.address if page.canonical is None else page.canonical,
        "hide": ["navigation", "toc"],
        **({"robots": "noindex"} if page.noindex else {}),
        **({"breadcrumbs": crumbs} if crumbs else {}),
        **page.extra,
    }


def _scalar(value: object) -> str:
    """JSON is YAML, but for signs that YAML takes for line ends or refuses."""
    written = json.dumps(value, ensure_ascii=False)
    return _UNSAFE_IN_YAML.sub(lambda m: f"\\u{ord(m[0]):04x}", written)
