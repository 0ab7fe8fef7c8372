from __future__ import annotations

import json

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import escape
from mkdocs.utils import meta

from congvan.publish.finished import HARMLESS, finished

HEAD = 'title: "a"\nkind: "list"\n'
BODY = '<div class="trang">\n<p>a</p>\n</div>'

TEXTS = st.text(max_size=40) | st.text(alphabet="*_`[]()<>&;#~|:-=+.!\\\"' \n\t1a{}@/", max_size=40)
VALUES = st.recursive(
    st.text(max_size=20) | st.booleans() | st.none() | st.integers() | st.floats(),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(("a", "b", "c d")), inside, max_size=3)
    ),
    max_leaves=6,
)


def page(head: str = HEAD, body: str = BODY) -> str:
    """A page as the program writes it."""
    return f"---\n{head}---\n\n{body}\n"


def by_markdown(body: str) -> str:
    """What Markdown makes of a body."""
    return markdown.markdown(body, extensions=sorted(HARMLESS))


@given(TEXTS, TEXTS, TEXTS)
@example("*a* _b_ [c](d) `e` &amp; http://example.org/", "a\nb", "{#a .b}")
@example("1. a\n2. b\n- c\n# d\n    e\n| f | g |\n|---|---|", "[^1]: a", "*[a]: b")
def test_markdown_would_change_nothing(first: str, second: str, third: str) -> None:
    """Where a page passes for finished, its HTML is what Markdown makes of it, whatever it says."""
    body = (
        f'<div class="trang" title="{escape(second)}">\n<h1>{escape(first)}</h1>\n'
        f'<ul class="a"><li>{escape(second)}</li><li id="m1">x <a href="../b/#m1">{escape(third)}'
        f"</a></li></ul>\n{escape(third)}\n<p>{escape(first)}<br>{escape(second)}</p>\n</div>"
    )
    parts = finished(page(body=body))
    if parts is not None:
        assert parts[1] == by_markdown(body)


def test_most_texts_pass() -> None:
    """An ordinary text passes: the test above does not hold for want of cases."""
    body = '<div class="trang">\n<p id="m1">1. Đề nghị các đơn vị *thực hiện* (đợt 1).</p>\n</div>'
    assert finished(page(body=body)) == ({"title": "a", "kind": "list"}, body)


@given(VALUES)
@example(1e5)
@example("\x85")
@example("2021-05-01")
@example({"a": ["b", None, True]})
def test_the_head_is_read_as_yaml(value: object) -> None:
    """Where a page passes for finished, its front matter is what YAML reads in it."""
    source = page(f"{HEAD}extra: {json.dumps(value, ensure_ascii=False)}\n")
    parts = finished(source)
    if parts is not None:
        assert parts[0] == meta.get_data(source)[1]


@pytest.mark.parametrize(
    "source",
    [
        "# Viết tay\n",
        page(head='title: "a"\n'),
        page(head="title: Chữ trần\nkind: list\n"),
        page(head=HEAD + 'kind: "again"\n'),
        page(head=HEAD + "n: 1e5\n"),
        page(body="Một *chữ*"),
        page(body=BODY + "\n\n*chữ*"),
        page(body='<div class="a">\n\n*chữ*\n</div>'),
        page(body='<div class="a">\ta</div>'),
        page(body='<div class="a"><pre>a</pre></div>'),
        page(body='<div class="a"><!-- a --></div>'),
        page().replace("\n", "\r\n"),
    ],
)
def test_what_markdown_must_read(source: str) -> None:
    """A page of any other form goes through Markdown."""
    assert finished(source) is None
