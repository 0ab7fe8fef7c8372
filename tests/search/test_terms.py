from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congvan.search.terms import terms_of


def test_code() -> None:
    """A code gives itself, its endings, and its parts as neighbouring words."""
    terms = terms_of("Kế hoạch số 028-KH/TU")
    assert terms.words == ("ke", "hoach", "so", "28", "kh", "tu")
    assert terms.codes == ("28_kh_tu", "kh_tu")
    assert list(terms.pairs)[2:] == ["so 28", "28 kh", "kh tu"]


def test_law() -> None:
    """A code with a year is found without its number too."""
    assert terms_of("30/2020/NĐ-CP").codes == ("30_2020_nd_cp", "2020_nd_cp", "nd_cp")


@given(st.text())
def test_any_text(text: str) -> None:
    """Any text has terms; none is empty, and none holds what separates terms in an index."""
    terms = terms_of(text)
    for term in (*terms.words, *terms.codes):
        assert term
        assert not set(term) & set(" +,@")
