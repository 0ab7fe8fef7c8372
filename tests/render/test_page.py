from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.render.page import DESCRIPTION_LENGTH, Crumb, Page, href, outputs, shortened
from render.made import SITE

PARTS = st.lists(st.text("abc-1", min_size=1, max_size=3), max_size=4)


def written(page: Page) -> str:
    """The Markdown file of a page."""
    return next(outputs(page, SITE)).content.decode()


@given(PARTS, PARTS)
def test_relative_addresses_lead_there(source: list[str], target: list[str]) -> None:
    """From any page the relative address of any other leads to it."""
    here, there = ("".join(f"{p}/" for p in parts) for parts in (source, target))
    place = list(source)
    for step in href(here, there).split("/")[:-1]:
        if step == "..":
            place.pop()
        elif step != ".":
            place.append(step)
    assert place == target


def test_addresses_with_fragments() -> None:
    """A fragment stands alone on its own page, behind the address elsewhere."""
    assert href("a/", "a/", "m2.a") == "#m2.a"
    assert href("a/", "b/", "m2.a") == "../b/#m2.a"
    assert href("", "tim/") == "tim/"
    assert href("a/b/", "") == "../../"
    assert href("a/", "du-lieu/index.json") == "../du-lieu/index.json"


@given(st.text())
def test_front_matter_is_read_as_written(title: str) -> None:
    """Whatever stands in a title, MkDocs reads the same words."""
    page = Page("a/", "redirect", title, "redirect.md.j2", {"target": "b/", "what": "x"})
    text = written(page)
    loaded = yaml.safe_load(text.split("\n---\n", 1)[0].removeprefix("---\n"))
    assert loaded["title"] == title
    assert loaded["address"] == loaded["canonical"] == "a/"


def test_the_way_is_relative() -> None:
    """The steps from the home page are told to the theme relative to the page."""
    way = (Crumb("Nhà", ""), Crumb("A", "a/"))
    page = Page("a/b/", "page", "B", "redirect.md.j2", {"target": "", "what": ""}, trail=way)
    assert '[{"title": "Nhà", "href": "../../"}, {"title": "A", "href": "../"}]' in written(page)


def test_descriptions_fit() -> None:
    """A long description is cut between words; a short one stays."""
    assert shortened("ngắn") == "ngắn"
    cut = shortened("một hai ba " * 40)
    assert len(cut) <= DESCRIPTION_LENGTH
    assert cut.removesuffix("…").split()[-1] in {"một", "hai", "ba"}


def test_a_row_of_the_sitemap() -> None:
    """A page for search engines stands in its sitemap with the day of its record."""
    page = Page(
        "van-ban/x/2021/a&b/", "dispatch", "A", "redirect.md.j2", {"target": "", "what": ""},
        sitemap="2021", extra={"updated": "2026-11-22"},
    )  # fmt: skip
    _, row = outputs(page, SITE)
    assert (row.root, row.path, row.order) == ("part", "sitemap/2021.xml", page.address)
    assert row.content.decode() == (
        f"<url><loc>{SITE.url}van-ban/x/2021/a&amp;b/</loc><lastmod>2026-11-22</lastmod></url>\n"
    )


def test_what_is_not_for_search_engines_has_no_row() -> None:
    """A page that asks not to be indexed is one file alone."""
    page = Page("a/", "redirect", "A", "redirect.md.j2", {"target": "", "what": ""}, noindex=True)
    assert len(list(outputs(page, SITE))) == 1
