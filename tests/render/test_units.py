from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from congvan.language.register import Register
from congvan.model.agency import Agency
from congvan.model.archive import Archive
from congvan.model.document import Document, Relation
from congvan.model.holdings import Holdings
from congvan.model.partial_date import PartialDate
from congvan.render import render, units_of
from congvan.resolve import archive_of
from render.made import SITE, held
from render.many import LAW, PLAN, Made, every, made, many, stale, units

Change = Callable[[Holdings], Holdings]


def other(id_: str, **changes: object) -> Change:
    """A document changed."""

    def change(holdings: Holdings) -> Holdings:
        def changed(document: Document) -> Document:
            return replace(document, **changes) if document.id == id_ else document  # type: ignore[arg-type]  # made of names

        return replace(holdings, documents=tuple(map(changed, holdings.documents)))

    return change


def without(id_: str) -> Change:
    """A document gone, with what it says of others and others of it."""
    return lambda holdings: replace(
        holdings,
        documents=tuple(
            replace(d, links=tuple(link for link in d.links if link.target != id_))
            for d in holdings.documents
            if d.id != id_
        ),
        relations=tuple(r for r in holdings.relations if id_ not in {r.source, r.target}),
        redirects=tuple((old, to) for old, to in holdings.redirects if to != id_),
    )


def related(*relations: Relation) -> Change:
    """Relations added."""
    return lambda holdings: replace(holdings, relations=(*holdings.relations, *relations))


def added(document: Document) -> Change:
    """A document added."""
    return lambda holdings: replace(holdings, documents=(*holdings.documents, document))


LATER = PartialDate.parse("2022-05-02")
SUMMED = held("nnnnnnnn", address="van-ban/n/", code="7/HĐ-X", symbol="HĐ-X", date=LATER)
CHANGES: dict[str, Change] = {
    "subject": other("00000005", subject="việc khác"),
    "stub's subject": other(LAW, subject="đầu tư"),
    "date": other("00000005", date=LATER),
    "number": other("00000105", code="999/KHAC", number="999", symbol="KHAC"),
    "address": other("00000005", address="van-ban/khac/"),
    "plan's address": other(PLAN, address="van-ban/khac/"),
    "issuer": other("00000005", owner="so-tu-phap-dak-lak"),
    "gone": without("00000042"),
    "law gone": without(LAW),
    "new": added(SUMMED),
    "replaced": related(Relation("replaces", "00000007", "00000005")),
    "corrected": related(Relation("corrects", "00000119", "00000005")),
}


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


@pytest.fixture(scope="module", name="many_made")
def _many_made(register: Register) -> dict[str, Made]:
    """Every unit of an archive of 120."""
    return every(archive_of(many(120), register))


def differing(before: dict[str, Made], after: dict[str, Made]) -> set[str]:
    """The units that are in both, and whose outputs differ."""
    return {unit for unit in before.keys() & after.keys() if before[unit][0] != after[unit][0]}


def test_a_unit_is_made_from_its_answers_alone(seeds: Archive, many_made: dict[str, Made]) -> None:
    """Given the answers to what it asked, and nothing else, a unit gives the same bytes: it can be
    made on another machine, in any order."""
    for before in (every(seeds), many_made):
        for unit, (outputs, answers) in reversed(before.items()):
            assert made(unit, answers.__getitem__)[0] == outputs, unit


@pytest.mark.parametrize("name", CHANGES)
def test_what_another_document_changes_has_asked_for_it(
    name: str, many_made: dict[str, Made], register: Register
) -> None:
    """Where a document comes, goes or changes, every unit that gives other bytes, or is no more,
    has asked a question whose answer is another."""
    archive = archive_of(CHANGES[name](many(120)), register)
    after = every(archive)
    assert differing(many_made, after)
    assert differing(many_made, after) <= stale(many_made, archive)


@pytest.mark.parametrize(
    "id_", ["ubnd-dak-lak", "tinh-uy-dak-lak", "so-tu-phap-dak-lak", "so-y-te-dak-lak", "quoc-hoi"]
)
def test_what_another_name_changes_has_asked_for_the_agency(
    id_: str, many_made: dict[str, Made], register: Register
) -> None:
    """Where an agency is renamed, every unit that gives other bytes has asked for it."""
    renamed = Renamed(register, id_)
    archive = archive_of(many(120), renamed)
    after = every(archive)
    assert differing(many_made, after)
    assert differing(many_made, after) <= stale(many_made, archive)


@pytest.mark.parametrize("count", [0, 1, 120])
def test_every_unit_and_every_file_is_made_once(count: int, register: Register) -> None:
    """No unit has two subjects, no file two makers."""
    archive = archive_of(many(count), register)
    assert [n for n, times in Counter(units(archive)).items() if times > 1] == []
    whole = Counter((o.root, o.path) for o in render(archive, SITE) if o.root != "part")
    assert [path for path, times in whole.items() if times > 1] == []


def test_a_list_that_grows_changes_its_newest_page(register: Register) -> None:
    """One more document where 250 stand: of each list the last slot alone is made again, and of
    all others what names the new one or counts it."""
    before, archive = every(archive_of(many(250), register)), archive_of(many(251), register)
    touched = stale(before, archive)
    slots = {unit for unit in touched if "#" in unit}
    assert slots == {
        "year/2021#3", "month/2021-01#3", "owner-year/ubnd-dak-lak/2021#3", "type/cong-van#3",
        "field/KGVX#3", "symbol/ubnd-kgvx#3", f"naming/{PLAN}#3", f"naming/{LAW}#2",
        "addressed/so-tu-phap-dak-lak#3", "undated-tasks/so-tu-phap-dak-lak#4",
        "dated-tasks/so-tu-phap-dak-lak#3", "due/2021-03#1", "recurring/all#3",
    }  # fmt: skip
    documents = {unit for unit in touched if unit.startswith("document:")}
    assert documents == {f"document:{PLAN}", f"document:{LAW}"}
    assert not any(unit.startswith(("moved:", "tombstone:", "owner/x")) for unit in touched)


def test_a_slot_that_fills_moves_and_the_others_stay(register: Register) -> None:
    """The hundred and first document opens a slot: the first gets an address of its own."""
    before = archive_of(many(100), register)
    after = archive_of(many(101), register)
    first, second = "month/2021-01#1", "month/2021-01#2"
    assert units_of("shelf:month/2021-01", before) == (first,)
    assert units_of("shelf:month/2021-01", after) == (first, second)
    paths = [made(unit, after.ask)[0][0].path for unit in (first, second)]
    assert paths == ["nam/2021/01/trang-1/index.md", "nam/2021/01/index.md"]


def test_a_code_folded_as_a_symbol_leaves_it_the_address(register: Register) -> None:
    """Where both would stand at one address the list of the symbol does."""
    both = (held("cccccccc", code="HD-X", symbol="KGVX", address="van-ban/x/c/"), SUMMED)
    archive = archive_of(Holdings(both), register)
    assert made("code/hd-x#1", archive.ask)[0] == ()
    assert made("symbol/hd-x#1", archive.ask)[0][0].path == "so/hd-x/index.md"


def test_a_page_asks_no_more_than_it_shows(register: Register) -> None:
    """The page of a plan that hundreds carry out asks for the texts of those it shows alone."""
    _, answers = made(f"document:{PLAN}", archive_of(many(250), register).ask)
    asked = Counter(question.partition(":")[0] for question in answers)
    assert asked["document"] == 1
    assert max(asked[kind] for kind in ("card", "links", "tasks", "outline")) <= 60


def test_no_other_page_asks_for_a_whole_document(many_made: dict[str, Made]) -> None:
    """Documents are asked for by their own units, and by the feed, which tells when they came."""
    for unit, (_, answers) in many_made.items():
        whole = {q for q in answers if q.startswith("document:")}
        assert unit == "site:feed" or whole <= {unit}


def test_an_unknown_unit_is_an_error(register: Register) -> None:
    """A document that there is not is never an empty page."""
    with pytest.raises(KeyError):
        made("document:zzzzzzzz", archive_of(many(1), register).ask)
