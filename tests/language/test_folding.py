from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.language.folding import code_terms, fold, fold_aligned, terms, tokens

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "folding.yml").read_text("utf-8")
)
VIETNAMESE = st.text(
    "aăâbcdđeêoôơuưyABCDĐÔƠƯ áảãạấẩẫậéèếềốộờợủứửữựỳỹỵ0123456789-/.,&'–’\u0301\u0306\n\u00a0\u200b"
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["text"]))
def test_folded(case: dict[str, Any]) -> None:
    """A text folds as the table says that the browser shares."""
    assert fold(case["text"]) == case["folded"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["text"]))
def test_tokens(case: dict[str, Any]) -> None:
    """A text has the terms that the table says."""
    assert [token.text for token in tokens(case["text"])] == case["tokens"]


@given(st.one_of(VIETNAMESE, st.text()))
def test_form_does_not_matter(text: str) -> None:
    """NFC and NFD fold alike."""
    forms = {fold(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert len(forms) == 1


@given(st.one_of(VIETNAMESE, st.text()))
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays as it is."""
    assert fold(fold(text)) == fold(text)


@given(st.one_of(VIETNAMESE, st.text()))
def test_places_line_up(text: str) -> None:
    """Each folded sign knows its place: the original there folds to it."""
    folded, offsets = fold_aligned(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(text)
    for at, sign in enumerate(folded):
        assert sign in fold(text[offsets[at] : offsets[at] + 1])


CODES = st.text("0123aelt'& -/._ыđ²")
PIECES = st.lists(
    st.one_of(
        st.sampled_from(("28-kh/tu", "30/2020/nđ-cp", "12", "ubnd", "kgvx", "tt&tt", "h'leo")),
        st.sampled_from(("028", "kh/tu", "/sxd-qln", "-", "'", "ы")),
    )
)


@given(st.one_of(VIETNAMESE, st.text(), CODES, PIECES.map("".join), PIECES.map(" ".join)))
def test_terms_are_those_of_tokens(text: str) -> None:
    """The quick way to the terms of a text finds the same."""
    assert terms(text) == [token.text for token in tokens(text)]


@given(st.one_of(VIETNAMESE, st.text()))
def test_terms_stand_where_they_say(text: str) -> None:
    """The original of a term has the same terms, and terms do not overlap."""
    found = tokens(text)
    ends = [end for token in found for end in (token.start, token.end)]
    assert ends == sorted(ends)
    for token in found:
        assert set(fold(text[token.start : token.end])) >= set(token.text) - {"_"}


def test_marks_stay_with_the_original() -> None:
    """A highlighted term of a decomposed text takes its marks along."""
    text = unicodedata.normalize("NFD", "của Đắk Lắk và")
    place = next(token for token in tokens(text) if token.text == "dak")
    assert unicodedata.normalize("NFC", text[place.start : place.end]) == "Đắk"


@pytest.mark.parametrize(
    ("term", "terms"),
    [
        ("tuyen", ("tuyen",)),
        ("28_kh_tu", ("28_kh_tu", "kh_tu", "28", "kh", "tu")),
        ("ubnd_kgvx", ("ubnd_kgvx", "ubnd", "kgvx")),
        ("30_2020_nd_cp", ("30_2020_nd_cp", "2020_nd_cp", "nd_cp", "30", "2020", "nd", "cp")),
    ],
)
def test_terms_of_a_code(term: str, terms: tuple[str, ...]) -> None:
    """A code is found whole, by its ends and by its parts."""
    assert code_terms(term) == terms


@pytest.mark.parametrize("code", ["28-KH/TU", "1234/UBND-KGVX", "30/2020/NĐ-CP", "464 /STC-VP"])
def test_a_code_typed_in_part_is_found(code: str) -> None:
    """What stands after the number, typed alone, is among the terms of the whole code."""
    (whole,) = tokens(code)
    after = code.strip("0123456789 ").lstrip("-")
    (part,) = tokens(after)
    assert part.text in code_terms(whole.text)
