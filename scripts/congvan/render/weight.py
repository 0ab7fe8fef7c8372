"""Weight: the bytes of a page's HTML, told before MkDocs has made it.

A dispatch's page is a document of the record with little around it; a hundred thousand of them are
kept, copied and served. A list is read on a phone over a slow network.
"""

from __future__ import annotations

from collections.abc import Mapping

from congvan.model.site import Site

AROUND_AN_ARTICLE = 12_000
"""Bytes of a page that shows a document as received, outside that document."""
LIST = 150_000
"""Bytes of any other page."""

_FRAME = 3_650
"""What the theme puts around a page, without the words below."""
_ROOTS = 29
"""How often the theme says the way to the site's root, "../" for each step."""
_TERM = 34
"""A `<meta>` element of the head around the name and value of a term."""


def is_heavy(kind: str, address: str, head: Mapping[str, object], body: str, site: Site) -> bool:
    """Whether a page is too heavy; `head` is its front matter, `body` the HTML within the frame."""
    limit = AROUND_AN_ARTICLE if kind == "dispatch" else LIST
    words = 3 * len(site.name.encode()) + 2 * len(site.url) + len(address)
    frame = _FRAME + words + _ROOTS * len("../") * address.count("/")
    return frame + _head(head) + _around(body) > limit


def _head(head: Mapping[str, object]) -> int:
    said = sum(len(str(head[name]).encode()) for name in ("title", "description"))
    terms = head.get("dc")
    found = terms.items() if isinstance(terms, Mapping) else ()
    each = ((name, one) for name, value in found for one in _listed(value))
    return said + sum(_TERM + len(name) + len(str(one).encode()) for name, one in each)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _around(body: str) -> int:
    start, end = body.find("<article "), body.rfind("</article>")
    article = len(body[start:end].encode()) if 0 <= start < end else 0
    return len(body.encode()) - article
