from __future__ import annotations

import re

import pytest

from congvan.language import vocabulary


def test_alternation_takes_whole_words() -> None:
    """A word of the list is found whole, whatever the gap between its parts."""
    pattern = re.compile(vocabulary.alternation(["kế hoạch", "kế hoạch phối hợp"]))
    assert pattern.findall("kế\nhoạch phối  hợp, kế hoạch, kế hoạchs") == [
        "kế\nhoạch phối  hợp",
        "kế hoạch",
    ]


def test_loosely_takes_any_marks() -> None:
    """Words of a scan are found with other marks and without the comma, and no other words."""
    pattern = re.compile(vocabulary.loosely(["sửa đổi, bổ sung"]))
    assert pattern.findall(
        "sửa đổi, bổ sung; sửa đôi bồ sung; sua đổi,  bổ sung; sai đổi, bổ sung"
    ) == [
        "sửa đổi, bổ sung",
        "sửa đôi bồ sung",
        "sua đổi,  bổ sung",
    ]


def test_words() -> None:
    """Lists of words come from the data files by name; a list that is not there is an error."""
    assert "của" in vocabulary.words("connectors", "of")
    assert "triển khai" in vocabulary.sorted_words("citations", "opening")["implements"]
    with pytest.raises(KeyError):
        vocabulary.words("connectors", "nothing")
    with pytest.raises(FileNotFoundError):
        vocabulary.table("nothing")


def test_relations_are_those_of_the_archive() -> None:
    """Every relation that words announce is one the archive knows."""
    known = {
        "implements", "based-on", "replaces", "abolishes", "amends",
        "corrects", "recalls", "answers", "attaches", "reminds",
    }  # fmt: skip
    for key in ("opening", "near"):
        assert set(vocabulary.sorted_words("citations", key)) <= known
