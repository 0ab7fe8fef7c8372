from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from congvan.language.register import Register
from congvan.model.agency import Agency
from congvan.model.archive import Archive
from congvan.model.document import Relation, Tombstone
from congvan.model.output import Output
from congvan.model.partial_date import PartialDate
from congvan.render import addresses, files
from render.made import held, page, read, rendered, stub

BY_HAND = {"tim/", "gioi-thieu/", "tro-giup/", "quy-uoc-dia-chi/", "du-lieu/"}
"""Pages that are written by hand or by search."""


class Renamed(Register):
    """The national register in which one body has another name."""

    def __init__(self, register: Register, id_: str) -> None:
        self._register, self._id = register, id_

    def __getattribute__(self, name: str) -> object:
        if name in {"agency", "_register", "_id"}:
            return object.__getattribute__(self, name)
        return getattr(self._register, name)

    def agency(self, id_: str) -> Agency:
        """The body, renamed if it is the one."""
        found = self._register.agency(id_)
        return replace(found, name="Tên khác", short="Khác") if id_ == self._id else found


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


def naming(key: str, *runs: dict[str, Output]) -> set[str]:
    """The paths that are made from the key."""
    return {path for run in runs for path, output in run.items() if key in output.made_from}


def test_the_same_bytes_again(
    seeds: Archive, outputs: dict[str, Output], register: Register
) -> None:
    """Nothing depends on the time, or on what was rendered before."""
    again = rendered(replace(seeds), register)
    assert list(again) == list(outputs)
    assert changed(outputs, again) == set()


def test_no_file_is_made_twice(seeds: Archive, register: Register) -> None:
    """Every path has one maker."""
    from_archive = [*rendered(seeds, register).values()]
    assert len({(o.root, o.path) for o in from_archive}) == len(from_archive)


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


def test_every_link_leads_somewhere(outputs: dict[str, Output], seeds: Archive) -> None:
    """Every link is relative and leads to a page, a file or an anchor that is there."""
    bodies = dict(pages(outputs))
    ids = {address: set(read(html).ids) for address, html in bodies.items()}
    beside = {path.removeprefix("site/") for path in outputs if path.startswith("site/")}
    beside |= {target for _, target in files(seeds)}
    for address, html in bodies.items():
        for href in read(html).hrefs:
            path, _, anchor = href.partition("#")
            assert not re.match(r"[a-z]+:|/", path), (address, href)
            target = posixpath.normpath("/" + address + path).strip("/")
            if path.endswith("/") or not path:
                target = f"{target}/".removeprefix("/")
            if target in BY_HAND or target in beside:
                continue
            assert target in bodies, (address, href)
            assert not anchor or anchor in ids[target], (address, href)


@pytest.mark.parametrize("id_", ["k7d2m9qa", "m4hp6ztw"])
def test_what_shows_a_document_names_it(
    seeds: Archive, outputs: dict[str, Output], register: Register, id_: str
) -> None:
    """Each output that another subject or date changes is made from the document."""
    other = replace(
        seeds.document(id_), subject="khác", date=PartialDate.parse("2021-05-02"), code="9/KHAC"
    )
    with_other = tuple(other if d.id == id_ else d for d in seeds.documents)
    after = rendered(replace(seeds, documents=with_other), register)
    lists = {
        path for path, o in (outputs | after).items() if any("list:" in k for k in o.made_from)
    }
    assert changed(outputs, after) <= naming(f"document:{id_}", outputs, after) | lists
    assert f"docs/{other.address}index.md" in changed(outputs, after)


@pytest.mark.parametrize(
    "id_",
    ["ubnd-dak-lak", "tinh-uy-dak-lak", "so-thong-tin-va-truyen-thong-dak-lak", "so-y-te-dak-lak"],
)
def test_what_shows_an_agency_names_it(
    seeds: Archive, outputs: dict[str, Output], register: Register, id_: str
) -> None:
    """Each output that another name of an agency changes is made from the agency."""
    after = rendered(seeds, Renamed(register, id_))
    assert changed(outputs, after)
    assert changed(outputs, after) <= naming(f"agency:{id_}", outputs)


def test_what_shows_a_subject_names_the_document(
    seeds: Archive, outputs: dict[str, Output], register: Register
) -> None:
    """Lists that only repeat a document's words are made from the document as well."""
    other = replace(seeds.document("vkuca7j2"), subject="khác")
    with_other = tuple(other if d.id == other.id else d for d in seeds.documents)
    after = rendered(replace(seeds, documents=with_other), register)
    assert len(changed(outputs, after)) > 5
    assert changed(outputs, after) <= naming(f"document:{other.id}", outputs)


def test_what_shows_a_relation_names_it(register: Register) -> None:
    """Each output that a relation changes is made from the relations of one of its ends."""
    source, target = held(), stub()
    without = rendered(Archive((target, source)), register)
    tied = Relation("replaces", source.id, target.id)
    after = rendered(Archive((target, source), (tied,)), register)
    ends = naming(f"relations:{source.id}", after) | naming(f"relations:{target.id}", after)
    assert changed(without, after) - {"docs/can-tim/index.md"} <= ends


def test_an_empty_archive(register: Register) -> None:
    """An archive without documents has its pages, and they say so."""
    outputs = rendered(Archive(()), register)
    assert "Kho chưa có văn bản nào." in page(outputs, "")
    assert "site/feed/tat-ca.xml" in outputs


def test_addresses_for_the_ledger(register: Register) -> None:
    """Every document, known and withdrawn ones too, is kept at its address and by its id."""
    gone = Tombstone(
        "gggggggg", "van-ban/ubnd-dak-lak/2021/gone/", "ubnd-dak-lak", "cong-van", None, None
    )
    archive = Archive((stub(), held()), tombstones=(gone,))
    kept = set(addresses(archive))
    assert ("gggggggg", "van-ban/ubnd-dak-lak/2021/gone/") in kept
    assert ("ssssssss", "id/ssssssss/") in kept
    made = {
        path.removeprefix("docs/").removesuffix("index.md") for path in rendered(archive, register)
    }
    assert {address for _, address in kept} <= made


def test_files_as_received_are_offered(seeds: Archive) -> None:
    """The text as received stands beside the page that leads to it."""
    folder = "ubnd-dak-lak/2021/ks-ubnd-kgvx-k7d2m9qa"
    assert (f"{folder}/goc.txt", f"van-ban/{folder}/goc.txt") in set(files(seeds))
