from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.language.markup import plain
from congvan.model.outline import Item
from congvan.model.span import Span
from congvan.render.annotate import Annotation
from congvan.render.body import TAGS, body_html, inline_html
from render.made import read, visible

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases/hostile.yml").read_text("utf-8"))
SIGNS = st.sampled_from([*"aăđ1*_\\.&<>|-+#`[]() \n", "**", "\n\n", "<b>", "</b>", "&amp;", "1\\."])


def link(body: str, words: str, at: int = 0) -> Annotation:
    """A link on words of the body."""
    start = body.index(words, at)
    return Annotation(Span(start, start + len(words)), "a", (("href", "x/"),))


def item(body: str, words: str, anchor: str, mark: str) -> Item:
    """An item whose paragraph is those words."""
    start = body.index(words)
    whole = Span(start, start + len(words))
    return Item(anchor, mark, 0, whole, whole)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["hostile"])
def test_hostile_text_is_harmless_and_readable(case: dict[str, str]) -> None:
    """Nothing of a body runs, closes what it did not open or wears our classes; its words stay."""
    html = body_html(case["hostile"], [], [])
    reader = read(html)
    assert visible(html) == case["seen"]
    assert reader.faults == []
    assert {tag for tag, _, _ in reader.attributes} <= {"td", "th"}
    assert set(re.findall(r"</?([a-z]+)", html)) <= TAGS


@pytest.mark.parametrize(
    "line",
    ["1. một", "1) một", "- gạch", "+ cộng", "a) điểm", "# thăng", "> lớn", "    thụt", "***"],
)
def test_marks_are_text(line: str) -> None:
    """Item marks and other signs at the start of a line are words of the record, never markup."""
    assert visible(body_html(f"Trước\n\n{line}\n\nSau", [], [])) == f"Trước {line.strip()} Sau"


def test_a_link_across_emphasis() -> None:
    """A link that crosses the edge of emphasis is laid in pieces; the words stay as they are."""
    body = "xem **Khoản 2 Mục** III của *Kế hoạch* này"
    html = body_html(body, [link(body, "2 Mục** III của *Kế")], [])
    assert read(html).faults == []
    assert visible(html) == "xem Khoản 2 Mục III của Kế hoạch này"
    assert "".join(re.findall(r"<a [^>]*>(.*?)</a>", html)) == "2 Mục III của Kế"


def test_a_link_around_whole_emphasis_is_one() -> None:
    """Emphasis that lies wholly inside a link does not cut it."""
    body = "xem Kế hoạch **số 28** này"
    html = body_html(body, [link(body, "Kế hoạch **số 28**")], [])
    assert html == '<p>xem <a href="x/">Kế hoạch <strong>số 28</strong></a> này</p>'


def test_a_link_broken_over_lines() -> None:
    """A citation broken over lines, hard breaks too, is one link."""
    body = "theo Kế hoạch số  \n28-KH/TU nêu trên"
    assert body_html(body, [link(body, "Kế hoạch số  \n28-KH/TU")], []).count("<a ") == 1


def test_items_have_their_place() -> None:
    """Each item's paragraph bears its anchor and a permalink without visible words."""
    body = "1\\. Một\n\na) Hai"
    items = [item(body, "1\\. Một", "m1", "1."), item(body, "a) Hai", "m1.a", "a)")]
    html = body_html(body, [], items)
    assert read(html).ids == ["m1", "m1.a"]
    assert re.findall(r'<a class="neo" href="#([^"]+)" aria-label="[^"]+"></a></p>', html) == [
        "m1",
        "m1.a",
    ]
    assert visible(html) == "1. Một a) Hai"


def test_items_on_lines_of_one_block_are_paragraphs() -> None:
    """Items that follow each other without an empty line do not run together."""
    body = "a) Một;\nb) Hai."
    items = [item(body, "a) Một;", "a", "a)"), item(body, "b) Hai.", "b", "b)")]
    assert body_html(body, [], items).count("<p ") == 2


def test_every_anchor_is_there() -> None:
    """An item that no paragraph can bear still has its place, for links to find it."""
    body = "| a | b |\n| --- | --- |\n| 1. | x |"
    html = body_html(body, [], [item(body, "| 1. | x |", "m1", "1.")])
    assert read(html).ids == ["m1"]
    assert "<table>" in html


def test_private_characters_of_the_text_stay() -> None:
    """A text that holds the characters used as markers keeps them."""
    body = "một \U000f0000\U000f0001 hai"
    assert visible(body_html(body, [link(body, "hai")], [])) == body


def test_a_printed_line() -> None:
    """A line of the footing is HTML without a paragraph of its own."""
    assert inline_html("Lưu: VT, KGVX<sub>(Nh-8b)</sub>", ()) == "Lưu: VT, KGVX<sub>(Nh-8b)</sub>"


@given(st.lists(SIGNS, max_size=30).map("".join), st.data())
def test_laying_links_changes_no_word(body: str, data: st.DataObject) -> None:
    """With links and items laid over it, a body reads as without, and stays well-formed."""
    places = st.tuples(st.integers(0, len(body)), st.integers(0, len(body)))
    spans = [Span(*sorted(pair)) for pair in data.draw(st.lists(places, max_size=3))]
    laid = [Annotation(span, "a", (("href", "x/"),)) for span in spans]
    html = body_html(body, laid, [])
    bare = "".join(visible(body_html(body, [], [])).split())
    assert "".join(visible(html).split()) == bare
    assert read(html).faults == []


ANGLES = ("<tên cơ quan>", "<b>", "</b>", "<", ">", "&lt;", "\\<", "<https://a.vn>", "<o:p>",
          "<br>", "<td nowrap>", '<font color="x">', "a", " ", "1")  # fmt: skip


@given(st.lists(st.sampled_from(ANGLES), max_size=12))
def test_the_page_shows_what_is_read(pieces: list[str]) -> None:
    """Tags and angle brackets are told apart alike by the page and by all that reads a body."""
    body = "x" + "".join(pieces) + "x"
    seen = "".join(visible(body_html(body, [], [])).split())
    assert seen == "".join(plain(body).text.split())
