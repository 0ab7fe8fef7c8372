from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congvan.model.span import Span
from congvan.render.annotate import Annotation, annotate, find_in_order, without_overlaps

LINK = (("href", "x/"),)


def link(start: int, end: int) -> Annotation:
    """A link over those characters."""
    return Annotation(Span(start, end), "a", LINK)


def test_text_around_and_inside_is_escaped() -> None:
    """Signs of HTML in a text stay signs, inside a link and outside."""
    assert annotate("a<b>&c", [link(1, 4)]) == 'a<a href="x/">&lt;b&gt;</a>&amp;c'


def test_attribute_values_are_escaped() -> None:
    """A value cannot end its attribute."""
    made = annotate("x", [Annotation(Span(0, 1), "a", (("title", '"><script>'),))])
    assert made == '<a title="&#34;&gt;&lt;script&gt;">x</a>'


def test_of_two_that_meet_the_first_given_stays() -> None:
    """A citation is not cut by the name of an agency inside it."""
    assert without_overlaps([link(2, 9), link(4, 6), link(0, 2)]) == (link(0, 2), link(2, 9))


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_no_text_changes(text: str, places: list[tuple[int, int]]) -> None:
    """Whatever is laid over a text, it reads as before."""
    within = [link(a, b) for a, b in places if a <= b <= len(text)]
    plain = annotate(text, [])
    laid = annotate(text, within)
    assert str(laid).replace('<a href="x/">', "").replace("</a>", "") == plain


def test_quotes_are_found_in_order() -> None:
    """The second of two equal quotes is looked for after the first; line breaks are blanks."""
    found = find_in_order("Kế hoạch này,\nKế\nhoạch này", ["Kế hoạch", "vắng", "Kế hoạch"])
    assert found == (Span(0, 8), None, Span(14, 22))
