from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from congvan.language.register import Register
from congvan.recognise.misreadings import mended
from congvan.recognise.reading import read

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "misreadings.yml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_misread_words_are_read_as_meant(case: dict[str, Any], register: Register) -> None:
    """Wrong marks are put right in what patterns see; nothing else changes there."""
    reading = read(case["text"])
    assert mended(reading, register).flat == (case["flat"] or reading.flat)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_printed_words_stay(case: dict[str, Any], register: Register) -> None:
    """The text and its places are the document's; names alone are spelled right."""
    reading = mended(read(case["text"]), register)
    end = len(reading.text)
    assert reading.text == case["text"]
    assert len(reading.flat) == end
    assert reading.words(0, end) == " ".join(case["text"].split())
    assert reading.named(0, end) == " ".join(reading.flat.split())
