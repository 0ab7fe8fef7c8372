"""Pages: front matter for the theme and one block of raw HTML, as a Markdown file."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from xml.sax.saxutils import escape

from jinja2 import Environment, PackageLoader, StrictUndefined

from congvan.language import calendar, labels
from congvan.model.output import Output
from congvan.model.site import Site
from congvan.render.unbroken import unbroken

DESCRIPTION_LENGTH = 160
"""What search engines show of a description."""

_UNSAFE_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BLANK_LINES = re.compile(r"\n\s*\n")

Href = Callable[..., str]


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
    """The page as a Markdown file below `docs/`, and its row of a sitemap where it has one."""
    yield _markdown(page)
    if not page.noindex:
        yield _row(page, site)


def _markdown(page: Page) -> Output:
    to: Href = partial(href, page.address)
    body = environment().get_template(page.template).render(page=page, href=to, **page.context)
    text = f"---\n{_front_matter(page, to)}---\n\n{_BLANK_LINES.sub(chr(10), body).strip()}\n"
    return Output("docs", page.address + "index.md", text.encode())


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


def _front_matter(page: Page, to: Href) -> str:
    crumbs = [{"title": c.title, "href": to(c.address)} for c in page.trail]
    values: dict[str, object] = {
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
    return "".join(f"{name}: {_scalar(value)}\n" for name, value in values.items())


def _scalar(value: object) -> str:
    """JSON is YAML, but for signs that YAML takes for line ends or refuses."""
    written = json.dumps(value, ensure_ascii=False)
    return _UNSAFE_IN_YAML.sub(lambda m: f"\\u{ord(m[0]):04x}", written)
