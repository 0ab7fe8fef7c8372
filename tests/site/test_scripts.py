from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browsing import DAK_LAK, PHONE, Watch

pytestmark = pytest.mark.browser

# How dark a ground is, from 0 (black) to 255.
GROUND = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0]"


def test_tab_goes_to_the_content_first(watch: Watch) -> None:
    """The first Tab offers the way past the head, and it leads into the page's content."""
    page = watch().open(DAK_LAK)
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    assert skip.evaluate("link => link === document.activeElement")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_choice_of_scheme_is_kept(watch: Watch) -> None:
    """The reader's own choice of dark outlives the page and beats the system."""
    watched = watch(scheme="light")
    page = watched.open("")
    switch = page.get_by_role("button", name="Nền tối")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    watched.open("gioi-thieu/")
    assert page.evaluate(GROUND) < 60
    page.get_by_role("button", name="Nền tối").click()
    assert page.evaluate(GROUND) > 200


def test_copying_says_that_it_copied(watch: Watch) -> None:
    """A copy button puts its text on the clipboard and says so to those who cannot see it."""
    page = watch().open(DAK_LAK)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for button in page.locator("button.chep").all():
        text = button.get_attribute("data-chep")
        button.click()
        page.locator(".chep-xong", has_text="Đã sao chép").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == text


def test_today_is_said_beside_deadlines_only(watch: Watch) -> None:
    """A day that has passed is said to be the text's own day; the document's words stay alone."""
    page = watch().open(DAK_LAK)
    notes = page.locator(".nhiem-vu .han-trang-thai").all_inner_texts()
    assert set(notes) == {"đã qua ngày ghi trong văn bản"}
    assert page.locator("article .han-trang-thai").count() == 0


def test_a_day_to_come_is_counted(watch: Watch) -> None:
    """As of an earlier day the same page tells how many days are left."""
    watched = watch()
    watched.page.clock.set_fixed_time("2021-06-01T10:00:00+07:00")
    notes = watched.open(DAK_LAK).locator(".nhiem-vu .han-trang-thai").all_inner_texts()
    assert set(notes) == {"còn 4 ngày", "còn 9 ngày"}


def test_a_redirect_keeps_the_item(watch: Watch) -> None:
    """The permanent address with an item leads to the item."""
    page = watch().page
    watched = watch()
    page = watched.page
    page.goto(watched.address + "id/k7d2m9qa/#m2.a")
    page.wait_for_url(f"**/{DAK_LAK}#m2.a")


def small_targets(page: Page) -> list[str]:
    """Buttons and entries of the menu that a finger would miss."""
    return [
        target.inner_text()
        for target in page.locator("header button:visible, #danh-muc a:visible").all()
        if (box := target.bounding_box()) and box["height"] < 44
    ]


def test_fingers_hit_what_they_aim_at(watch: Watch) -> None:
    """On a phone every control of the head is at least 44 px high."""
    page = watch(width=PHONE).open(DAK_LAK)
    page.get_by_role("button", name="Danh mục").click()
    assert page.locator("#danh-muc a:visible").count() > 5
    assert small_targets(page) == []
