from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import seeds
from congvan.language.register import Register
from congvan.model.holdings import Holdings
from congvan.model.output import Output
from congvan.resolve import archive_of
from congvan.search import public
from congvan.search.entry import Field
from congvan.search.public.shards import order, shards
from congvan.search.terms import terms_of
from search_reader import Reader


@pytest.fixture(scope="module")
def reader(outputs: tuple[Output, ...]) -> Reader:
    """The index of the seeds, read back."""
    return Reader(outputs)


def test_newest_first(reader: Reader) -> None:
    """Documents are numbered from the newest to the oldest."""
    ids = [card[0] for card in reader.cards]
    assert ids == [seeds.HUNG_YEN, seeds.PLAN_375, seeds.DAK_LAK, seeds.PLAN_28]


def test_every_word_is_found(reader: Reader) -> None:
    """Each word, pair and code of a held text has the document among its postings."""
    words, pairs, codes = map(reader.terms, public.SORTS)
    for number, (text, _) in enumerate(reader.texts):
        for line in text.split("\n"):
            terms = terms_of(line)
            for known, said in ((words, terms.words), (pairs, terms.pairs), (codes, terms.codes)):
                assert [term for term in said if number not in known[term]] == []
    assert len(reader.texts) == 4


def test_terms_are_sorted(reader: Reader) -> None:
    """Terms stand in the order in which a browser compares strings."""
    [tier] = reader.tiers
    for sort in public.SORTS:
        terms = [term for term, _ in tier.terms(sort)]
        assert terms == sorted(terms, key=order)


def test_own_code_and_plan(reader: Reader) -> None:
    """A code is the plan's own on the plan, and a plan's on the dispatch that carries it out."""
    postings = reader.terms("c")["28_kh_tu"]
    by_id = {reader.cards[number][0]: Field(mask) for number, mask in postings.items()}
    assert by_id == {
        seeds.PLAN_28: Field.KNOWN | Field.CODE,
        seeds.DAK_LAK: Field.BODY | Field.SUBJECT | Field.PLAN,
    }


def test_facets(reader: Reader) -> None:
    """Facets list their documents by year, type, issuer, task, addressee, deadline and text."""
    assert reader.directory["facets"] == ["nam", "loai", "ban-hanh", "giao", "gui", "han", "co"]
    assert sorted(reader.facet("nam")) == ["2021", "2024", "2025"]
    assert reader.facet("loai") == {
        "cong-van": ("Công văn", [0, 2]),
        "ke-hoach": ("Kế hoạch", [1, 3]),
    }
    assert reader.facet("giao")["so-thong-tin-va-truyen-thong-dak-lak"][1] == [2]
    assert reader.facet("gui")["bao-dak-lak"] == ("Báo Đắk Lắk", [2])
    assert reader.facet("han") == {"co": ("", [2])}
    assert reader.facet("co") == {"toan-van": ("", [0, 2]), "vien-dan": ("", [1, 3])}


def test_deterministic(register: Register, outputs: tuple[Output, ...]) -> None:
    """The same archive gives the same bytes under the same names."""
    again = archive_of(seeds.holdings(), register)
    assert tuple(public.build(again)) == outputs


def test_folder_follows_content(register: Register, outputs: tuple[Output, ...]) -> None:
    """Other content stands in another folder, so that no cache mixes two builds."""
    first, *rest = seeds.holdings().documents
    other = archive_of(Holdings((replace(first, subject="khác"), *rest)), register)
    readers = (Reader(outputs), Reader(public.build(other)))
    assert len({tier.record["folder"] for reader in readers for tier in reader.tiers}) == 2


def test_empty_archive(register: Register) -> None:
    """An archive without documents has an index that says so."""
    reader = Reader(public.build(archive_of(Holdings(()), register)))
    assert (reader.directory["documents"], reader.tiers, reader.cards) == (0, [], [])


def test_no_time_in_files(outputs: tuple[Output, ...]) -> None:
    """No byte of a file depends on when it was packed."""
    packed = [o.content for o in outputs if o.path.endswith(".bin")]
    assert {content[10:14] for content in packed} == {bytes(4)}


def test_format_is_described(root: Path) -> None:
    """The description is of this format and names every kind of file."""
    described = (root / "docs/dev/search-format.md").read_text(encoding="utf-8")
    assert re.search(rf"^# .*format {public.FORMAT}\b", described, re.MULTILINE)
    for name in (
        "index.json",
        "order.bin",
        "borders.bin",
        "tim.bin",
        "cards-",
        "days.bin",
        "facet-",
        "labels-",
        "w-",
        "p-",
        "c-",
    ):
        assert f"`{name}" in described
    for field in Field:
        assert f"| {field.value} |" in described


def test_shards_are_cut() -> None:
    """No shard of several terms is longer than it should be, and none is lost."""
    entries = [(f"{i:05}", bytes(900)) for i in range(500)]
    made = list(shards(entries, 60_000))
    assert len(made) == 8
    assert [shard.border for shard in made][:2] == ["", "00066"]
