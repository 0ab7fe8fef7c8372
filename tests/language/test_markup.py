from __future__ import annotations

import pytest

from congvan.language.markup import plain


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("**đậm** và *nghiêng* và ***cả hai***", "đậm và nghiêng và cả hai"),
        ("1\\. Một", "1. Một"),
        ("\\- Gạch \\+ \\*", "- Gạch + *"),
        ("KGVX<sub>(Nh-8b)</sub>.", "KGVX(Nh-8b)."),
        ("dòng  \nsau", "dòng\nsau"),
        ("dòng\\\nsau", "dòng\nsau"),
        ("dòng<br>sau", "dòng\nsau"),
        ("A &amp; B", "A & B"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("a_b_c và _nghiêng_", "a_b_c và nghiêng"),
        ("**mở không đóng", "**mở không đóng"),
        ("**một\n\nhai**", "**một\n\nhai**"),
        ("**a *b* c**", "a b c"),
        ("***a** b*", "a b"),
        ("gửi <tên cơ quan>, <Sở A>", "gửi <tên cơ quan>, <Sở A>"),
        ("<o:p>a</o:p> <SPAN class='x'>b</SPAN>", "a b"),
        ("xem <https://a.vn/b>", "xem https://a.vn/b"),
        ("số < 5 và > 3", "số < 5 và > 3"),
        ("", ""),
    ],
)
def test_text(body: str, text: str) -> None:
    """What a reader sees: emphasis, escapes, tags and hard breaks gone, words and signs kept."""
    assert plain(body).text == text


def test_span_holds_the_markup_between() -> None:
    """A span runs in the stored text from the first character to the last, markup and all."""
    body = "theo **Kế hoạch** số 1\\. nêu"
    seen = plain(body)
    start = seen.text.index("Kế")
    assert seen.span(start, start + len("Kế hoạch số 1.")).of(body) == "Kế hoạch** số 1\\."


def test_wide_takes_the_markup_that_touches() -> None:
    """A whole paragraph keeps its asterisks and the backslash of its mark."""
    body = "Trước\n\n**1\\. Tiêu đề**\n\nSau"
    seen = plain(body)
    start = seen.text.index("1.")
    end = start + len("1. Tiêu đề")
    assert seen.wide(start, end).of(body) == "**1\\. Tiêu đề**"
    assert seen.span(start, end).of(body) == "1\\. Tiêu đề"


def test_empty_span() -> None:
    """An empty range has a place too, at the end as well."""
    seen = plain("**a**")
    assert seen.span(1, 1).of("**a**") == ""
    assert plain("").span(0, 0).of("") == ""
