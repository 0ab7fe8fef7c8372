from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from browsing import DESK, MISSING, MORE_PAGES, PAGES, PHONE, Watch, Watched

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
NARROWEST = 320  # what is left of 1280 px at 400 %, WCAG 2.2, 1.4.10
EXPECTED = {MISSING: "404"}
"""What a browser says of a page that is not there."""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_page(watch: Watch, path: str) -> None:
    """A page breaks no rule of axe, scrolls one way only, and loads only from its own site."""
    _check(watch(), path)


@pytest.mark.parametrize("path", MORE_PAGES)
def test_page_of_another_kind(watch: Watch, path: str) -> None:
    """The same holds for what this repository has none of: a tombstone, a choice."""
    _check(watch(more=True), path)


def test_a_tombstone_keeps_its_old_name(watch: Watch) -> None:
    """What was withdrawn without a number is called as it was, and none of its words is there."""
    page = watch(more=True).open(MORE_PAGES[0])
    name = "Công văn chưa cấp số /UBND-KGVX, tháng 12/2020"
    assert page.locator("h1").inner_text() == name
    assert "chuyển đổi số" not in page.inner_text("body")


def _check(watched: Watched, path: str) -> None:
    page = watched.open(path)
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, options=RULES)
            assert found.violations_count == 0, f"{width} {scheme}: {found.generate_report()}"
    for width in (DESK, PHONE, NARROWEST):
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, f"{width} px: {over} px too wide"
    assert watched.strayed == []
    expected = EXPECTED.get(path)
    assert [c for c in watched.complaints if not (expected and expected in c)] == []
