from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.language.spelling import exact_key, legacy_encoding, nfc, unify_iy

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "spelling.yml").read_text("utf-8")
)


@pytest.mark.parametrize("words", CASES["same"], ids=lambda words: words[0])
def test_one_key(words: list[str]) -> None:
    """Case, form, look-alikes, gaps and the place of a tone are not spelling."""
    assert len({exact_key(word) for word in words}) == 1


@pytest.mark.parametrize("words", CASES["different"], ids=lambda words: words[0])
def test_keys_apart(words: list[str]) -> None:
    """Đ, letters and tones are spelling."""
    assert len({exact_key(word) for word in words}) == len(words)


@pytest.mark.parametrize("words", CASES["same_iy"], ids=lambda words: words[0])
def test_i_and_y(words: list[str]) -> None:
    """Where both are in use, i and y can be made one."""
    assert len({unify_iy(exact_key(word)) for word in words}) == 1
    assert len({exact_key(word) for word in words}) == len(words)


@pytest.mark.parametrize("words", CASES["different_iy"], ids=lambda words: words[0])
def test_i_and_y_elsewhere(words: list[str]) -> None:
    """Inside a diphthong i and y make different words."""
    assert len({unify_iy(exact_key(word)) for word in words}) == len(words)


@pytest.mark.parametrize("case", CASES["legacy"], ids=lambda case: case["text"])
def test_legacy_encodings(case: dict[str, str | None]) -> None:
    """Text of the old fonts is told by its signs; Unicode, French and stray signs are not taken."""
    assert legacy_encoding(str(case["text"])) == case["encoding"]


@given(st.text())
def test_keys_of_both_forms(text: str) -> None:
    """NFC and NFD have one key."""
    assert exact_key(unicodedata.normalize("NFD", text)) == exact_key(nfc(text))
