from __future__ import annotations

import pytest

import seeds
from congvan.model.archive import Archive
from congvan.search.entry import Entry, Field, entry_of


@pytest.fixture(scope="module")
def entries(archive: Archive) -> dict[str, Entry]:
    """Every document of the seeds as search sees it."""
    return {id_: entry_of(id_, archive) for id_ in seeds.BY_NAME.values()}


def test_citation_form(entries: dict[str, Entry]) -> None:
    """A document is found by the words others cite it with."""
    assert (
        entries[seeds.PLAN_28].also[0] == "Kế hoạch số 28-KH/TU ngày 19/5/2021 của Tỉnh ủy Đắk Lắk"
    )


def test_stub_is_known_only(entries: dict[str, Entry]) -> None:
    """What is known of a document not held counts as known, never as a text that is held."""
    fields = Field(0)
    for passage in entries[seeds.PLAN_28].passages:
        fields |= passage.fields
    assert fields == Field.KNOWN | Field.CODE


def test_names_of_agencies(entries: dict[str, Entry]) -> None:
    """A document is found by each name, abbreviation and old spelling of an agency it names."""
    also = set(entries[seeds.DAK_LAK].also)
    assert {"Ủy ban nhân dân tỉnh Đắk Lắk", "Báo Đắc Lắc", "STTTT"} <= also


def test_markup_is_no_text(entries: dict[str, Entry]) -> None:
    """Lines hold the words of the document without markup."""
    text = "\n".join(entries[seeds.DAK_LAK].lines)
    assert "1. Đề nghị các cơ quan, đơn vị căn cứ" in text
    assert not set(text) & set("*\\<>")


def test_facets_of_parties(entries: dict[str, Entry]) -> None:
    """A facet of parties names an agency by its id, and by its words what means no agency."""
    facets = {(f.kind, f.value, f.label) for f in entries[seeds.DAK_LAK].facets}
    assert ("gui", "bao-dak-lak", "Báo Đắk Lắk") in facets
    assert ("giao", "các cơ quan, đơn vị", "các cơ quan, đơn vị") in facets
