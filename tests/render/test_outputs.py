from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.document import Tombstone
from congvan.model.holdings import Holdings
from congvan.model.output import Output
from congvan.render import addresses, files
from congvan.resolve import archive_of
from render.made import held, page, read, rendered, stub

BY_HAND = {"tim/", "gioi-thieu/", "tro-giup/", "quy-uoc-dia-chi/", "du-lieu/"}
"""Pages that are written by hand or by search."""


def pages(outputs: dict[str, Output]) -> Iterator[tuple[str, str]]:
    """Address and body of every page."""
    for path in outputs:
        if path.startswith("docs/"):
            address = path.removeprefix("docs/").removesuffix("index.md")
            yield address, page(outputs, address)


def changed(before: dict[str, Output], after: dict[str, Output]) -> set[str]:
    """The paths whose bytes differ."""
    paths = before.keys() | after.keys()
    absent = Output("docs", "", b"")
    return {p for p in paths if before.get(p, absent).content != after.get(p, absent).content}


def test_the_same_bytes_again(
    holdings: Holdings, outputs: dict[str, Output], register: Register
) -> None:
    """Nothing depends on the time, or on what was rendered before."""
    again = rendered(replace(holdings), register)
    assert list(again) == list(outputs)
    assert changed(outputs, again) == set()


def test_pages_are_well_formed(outputs: dict[str, Output]) -> None:
    """Elements close, ids are unique, one heading of the first level, nothing inline that a strict
    Content-Security-Policy forbids, no empty line at which Markdown would take over."""
    for address, html in pages(outputs):
        reader = read(html)
        assert reader.faults == [], address
        assert len(set(reader.ids)) == len(reader.ids), address
        assert html.count("<h1") == 1, address
        assert "\n\n" not in html.strip(), address
        assert html.lstrip().startswith("<div class="), address
        assert not re.search("<(script|style)", html), address
        inline = [n for _, n, _ in reader.attributes if n.startswith("on") or n == "style"]
        assert inline == [], address


def dead_links(outputs: dict[str, Output], files_beside: Iterable[str]) -> list[tuple[str, str]]:
    """(page, link) of every link that is not relative, or leads to no page, file or anchor."""
    bodies = dict(pages(outputs))
    ids = {address: set(read(html).ids) for address, html in bodies.items()}
    beside = {path.removeprefix("site/") for path in outputs if path.startswith("site/")}
    beside |= {*files_beside, *BY_HAND}
    return [
        (address, href)
        for address, html in bodies.items()
        for href in read(html).hrefs
        if not _leads(address, href, ids, beside)
    ]


def _leads(address: str, href: str, ids: dict[str, set[str]], beside: set[str]) -> bool:
    path, _, anchor = href.partition("#")
    if re.match(r"[a-z]+:|/", path):
        return False
    target = posixpath.normpath("/" + address + path).strip("/")
    if path.endswith("/") or not path:
        target = f"{target}/".removeprefix("/")
    return target in beside or (target in ids and (not anchor or anchor in ids[target]))


def test_every_link_leads_somewhere(outputs: dict[str, Output], holdings: Holdings) -> None:
    """Every link is relative and leads to a page, a file or an anchor that is there."""
    assert dead_links(outputs, (to for d in holdings.documents for _, to in files(d))) == []


def test_an_empty_archive(register: Register) -> None:
    """An archive without documents has its pages, and they say so."""
    outputs = rendered(Holdings(()), register)
    assert "Kho chưa có văn bản nào." in page(outputs, "")
    assert "site/feed/tat-ca.xml" in outputs


def test_addresses_for_the_ledger(register: Register) -> None:
    """Every document, known and withdrawn ones too, is kept at its address and by its id."""
    gone = Tombstone(
        "gggggggg", "van-ban/ubnd-dak-lak/2021/gone/", "ubnd-dak-lak", "cong-van", None, None
    )
    holdings = Holdings((stub(), held()), tombstones=(gone,))
    kept = set(addresses(archive_of(holdings, register)))
    assert ("gggggggg", "van-ban/ubnd-dak-lak/2021/gone/") in kept
    assert ("ssssssss", "id/ssssssss/") in kept
    made = {
        path.removeprefix("docs/").removesuffix("index.md") for path in rendered(holdings, register)
    }
    assert {address for _, address in kept} <= made


def test_files_as_received_are_offered(seeds: Archive) -> None:
    """The text as received stands beside the page that leads to it."""
    folder = "ubnd-dak-lak/2021/ks-ubnd-kgvx-k7d2m9qa"
    assert (f"{folder}/goc.txt", f"van-ban/{folder}/goc.txt") in set(
        files(seeds.document("k7d2m9qa"))
    )
