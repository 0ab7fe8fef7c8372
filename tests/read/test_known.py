from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from congvan.model.finding import Place
from congvan.model.sources import KnownDocument

if TYPE_CHECKING:
    from read.conftest import Spoilt

CITATION = "Kế hoạch số 28-KH/TU ngày 19/5/2021 của Tỉnh ủy Đắk Lắk"


def test_entries_become_documents(archive: Spoilt) -> None:
    """An entry is a citation with what is known of it, and its place in the file."""
    archive.put("known.yml", f"- citation: {CITATION}\n  url: https://example.org/28\n")
    (entry,) = archive.read().known
    place = Place("dispatches/known.yml", 1, 3)
    assert entry == KnownDocument(CITATION, url="https://example.org/28", place=place)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("citation: a\n", "expected-list"),
        ("- a\n", "expected-mapping"),
        ("- title: a\n", "missing-key"),
        ("- citation: a\n  ulr: b\n", "unknown-key"),
        ("- citation: a\n  url: ftp://b\n", "bad-value"),
        ("- citation: a\n  owner: ubnd-dac-lac\n", "unknown-agency"),
        ("- citation: a: b\n", "yaml-colon"),
        ("", "file-empty"),
    ],
)
def test_entries_that_are_wrong(archive: Spoilt, content: str, code: str) -> None:
    """The file is read as strictly as a dispatch, and told in the same words."""
    archive.put("known.yml", content)
    assert archive.codes() == [code]


def test_a_wrong_entry_leaves_the_others(archive: Spoilt) -> None:
    """An entry that cannot be read takes none with it."""
    archive.put("known.yml", f"- a\n- citation: {CITATION}\n")
    assert [entry.citation for entry in archive.read().known] == [CITATION]
