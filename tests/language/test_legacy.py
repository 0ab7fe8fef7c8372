"""Old encodings, by their tables."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from congvan.language import legacy

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/legacy.yml").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["written"])
def test_a_text_in_an_old_encoding_is_converted_letter_by_letter(case: dict[str, str]) -> None:
    """Both tables, both cases."""
    encoding: legacy.Encoding = "TCVN3" if case["encoding"] == "TCVN3" else "VNI"
    assert legacy.converted(case["written"], encoding) == case["read"]


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [(".VnTime", "TCVN3", False), (".VnTimeH", "TCVN3", True), ("VNI-Times", "VNI", False),
     ("Times New Roman", None, False)],
)  # fmt: skip
def test_a_font_tells_its_encoding(font: str, encoding: str | None, capitals: bool) -> None:
    """By the beginning of its name; capitals by its end."""
    assert legacy.of_font(font) == encoding
    assert legacy.shows_capitals(font) is capitals
