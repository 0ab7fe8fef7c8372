"""Small hand-made archives for the tests of rendering, and readers of what was rendered."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date as Day
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import yaml

from congvan.language.register import Register
from congvan.model.citation import Citation, Pinpoint
from congvan.model.dispatch import Dispatch, Signer, Source
from congvan.model.document import Document, Relation
from congvan.model.holdings import Holdings
from congvan.model.link import Link, Status
from congvan.model.outline import Item
from congvan.model.output import Output
from congvan.model.partial_date import PartialDate
from congvan.model.recognised import Seen
from congvan.model.site import Site
from congvan.model.span import Span
from congvan.render import data_index, render
from congvan.resolve import archive_of

SITE = Site("https://kho.example.vn/tinh/", "Kho thử")
BLOCK = "\n\n"
"""What the reader notes where a block begins."""
VOID = frozenset(("br", "input", "hr", "img", "meta", "link"))


def held(id_: str = "aaaaaaaa", **changes: Any) -> Document:
    """A held công văn of the Đắk Lắk People's Committee, 31 May 2021, unless changed."""
    names = (
        "subject",
        "date",
        "body",
        "signer",
        "to",
        "copies",
        "corrections",
        "published",
        "pages",
    )
    stated: dict[str, Any] = {
        "path": f"ubnd-dak-lak/2021/{id_}.md",
        "type": "cong-van",
        "issuer": "ubnd-dak-lak",
        "symbol": "UBND-KGVX",
        "number": "12",
        "place": "Đắk Lắk",
        "date": PartialDate.parse("2021-05-31"),
        "subject": "triển khai",
        "body": "Thực hiện./.",
        "published": Day(2026, 11, 22),
        "signer": Signer(("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Nguyễn Văn A"),
        "source": Source("goc.txt", "0" * 64),
    }
    stated |= {name: changes.pop(name) for name in names if name in changes}
    dispatch = Dispatch(id=id_, **stated)
    fields: dict[str, Any] = {
        "address": f"van-ban/ubnd-dak-lak/2021/{id_}/",
        "owner": "ubnd-dak-lak",
        "type": "cong-van",
        "code": "12/UBND-KGVX",
        "number": "12",
        "symbol": "UBND-KGVX",
        "date": dispatch.date,
        "subject": dispatch.subject,
        "dispatch": dispatch,
    }
    return Document(id=id_, **(fields | changes))


def stub(id_: str = "ssssssss", **changes: Any) -> Document:
    """A plan of the Đắk Lắk Party committee that the archive does not hold."""
    fields: dict[str, Any] = {
        "address": "van-ban/tinh-uy-dak-lak/2021/28-kh-tu/",
        "owner": "tinh-uy-dak-lak",
        "type": "ke-hoach",
        "code": "28-KH/TU",
        "number": "28",
        "symbol": "KH/TU",
        "date": PartialDate.parse("2021-05-19"),
        "subject": None,
    }
    return Document(id=id_, **(fields | changes))


def mention(
    body: str, quote: str, target: str | None, *levels: tuple[str, str], **changes: Any
) -> Link:
    """A link on the first place of `quote` in the body, with a pinpoint where levels are given."""
    at = body.index(quote)
    pinpoints = (Pinpoint(levels),) if levels else ()
    span = Span(at, at + len(quote))
    citation = Citation("body", span, quote, "full", "ke-hoach", pinpoints=pinpoints)
    status = Status.STUB if target else Status.UNRESOLVED
    return replace(Link(citation, status, target, item="d1", sentence=body), **changes)


def citing(body: str, *links: Link, **changes: Any) -> Document:
    """A held document whose one paragraph holds those links."""
    whole = Span(0, len(body))
    seen = Seen(outline=(Item("d1", "", 0, whole, whole),))
    return held(body=body, seen=seen, links=links, **changes)


def tied(kind: str, source: Document, target: Document) -> Relation:
    """A relation carried by all links of the source to the target."""
    carried = tuple(link for link in source.links if link.target == target.id)
    return Relation(kind, source.id, target.id, links=carried)


def rendered(
    holdings: Holdings, register: Register, schemas: Mapping[str, bytes] | None = None
) -> dict[str, Output]:
    """Every output by its path, the files that are put together from parts among them."""
    outputs = list(render(archive_of(holdings, register), SITE, schemas))
    parts: dict[str, list[Output]] = defaultdict(list)
    for output in outputs:
        if output.root == "part":
            parts[output.path].append(output)
    joined = [
        Output("site", path, b"".join(p.content for p in sorted(found, key=lambda p: p.order)))
        for path, found in parts.items()
    ]
    described = [
        (o.path, len(parts[o.path]), len(o.content), sha256(o.content).hexdigest())
        for o in joined
        if o.path.startswith("du-lieu/")
    ]
    index = data_index(SITE, described, schemas or ())
    whole = (o for o in (*outputs, *joined, index) if o.root != "part")
    return {f"{o.root}/{o.path}": o for o in whole}


def page(outputs: dict[str, Output], address: str) -> str:
    """The body of a page, without its front matter."""
    return outputs[f"docs/{address}index.md"].content.decode().split("\n---\n", 1)[1]


def meta(outputs: dict[str, Output], address: str) -> dict[str, Any]:
    """The front matter of a page, as MkDocs reads it."""
    text = outputs[f"docs/{address}index.md"].content.decode()
    loaded: dict[str, Any] = yaml.safe_load(text.split("\n---\n", 1)[0].removeprefix("---\n"))
    return loaded


def data(outputs: dict[str, Output], path: str) -> Any:
    """A JSON file of the site."""
    return json.loads(outputs[f"site/{path}"].content)


def visible(html: str) -> str:
    """What a reader sees of HTML: text with its blanks closed up."""
    reader = Reader()
    reader.feed(html)
    return " ".join("".join(reader.text).split())


def lines(html: str) -> str:
    """The same, each block on lines of its own, so that item marks stand where they are seen."""
    reader = Reader()
    reader.feed(html)
    return "".join(reader.text)


class Reader(HTMLParser):
    """Reads HTML as it stands: elements that do not close, ids, links, text outside links."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text: list[str] = []
        self.unlinked: list[str] = []

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        """Notes attributes, and the element as open."""
        if tag not in VOID:
            self.open.append(tag)
        if tag in {"p", "div", "li", "td", "th", "h1", "h2", "h3", "dt", "dd", "section", "br"}:
            self.text.append(BLOCK)
            self.unlinked.append(BLOCK)
        for name, value in attrs:
            self.attributes.append((tag, name, value or ""))
            if name == "id":
                self.ids.append(value or "")
            if name in {"href", "action"}:
                self.hrefs.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        """Closes the element; a fault where another one is open."""
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> after {self.open}")

    def handle_data(self, data: str) -> None:
        """Gathers text, apart where no link is around it."""
        self.text.append(data)
        if "a" not in self.open:
            self.unlinked.append(data)


def read(html: str) -> Reader:
    """The reader after all of the HTML."""
    reader = Reader()
    reader.feed(html)
    reader.faults += [f"<{tag}> never closed" for tag in reader.open]
    return reader


def article(html: str) -> str:
    """The one article of a page."""
    found = re.findall(r"<article class=\"van-ban\">.*?</article>", html, re.DOTALL)
    assert len(found) == html.count("<article") == 1
    return str(found[0])
