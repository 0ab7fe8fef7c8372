from __future__ import annotations

import pytest

from browsing import DAK_LAK, PHONE, Watch

pytestmark = pytest.mark.browser


def test_a_document_reads_without_script(watch: Watch) -> None:
    """Without JavaScript the whole document is there, and no button that would do nothing."""
    page = watch(script=False).open(DAK_LAK)
    assert page.locator("article.van-ban").is_visible()
    assert page.locator(".nhiem-vu table").is_visible()
    assert page.locator("button.chep:visible, [data-che-do]:visible").count() == 0


def test_the_menu_opens_without_script(watch: Watch) -> None:
    """On a phone the menu opens and closes by keyboard alone, with no script at all."""
    page = watch(width=PHONE, script=False).open(DAK_LAK)
    menu = page.locator("#danh-muc")
    assert not menu.is_visible()
    page.get_by_role("button", name="Danh mục").press("Enter")
    assert menu.is_visible()
    page.keyboard.press("Escape")
    assert not menu.is_visible()


def test_the_search_box_asks_without_script(watch: Watch) -> None:
    """The box in the head is a plain form: it asks the search page by address."""
    page = watch(script=False).open(DAK_LAK)
    page.get_by_role("searchbox").fill("28-KH/TU")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim/?q=28-KH%2FTU")


def test_a_permanent_address_leads_on_without_script(watch: Watch) -> None:
    """The permanent address leads to the page by itself."""
    page = watch(script=False).open("id/k7d2m9qa/")
    page.wait_for_url(f"**/{DAK_LAK}")


def test_a_number_is_looked_up_without_script(watch: Watch) -> None:
    """The address of a number leads to its document."""
    page = watch(script=False).open("so/28-kh-tu/")
    page.wait_for_url("**/van-ban/tinh-uy-dak-lak/2021/28-kh-tu/")


def test_the_system_chooses_the_scheme(watch: Watch) -> None:
    """Without JavaScript the page is dark where the system is."""
    grounds = {
        scheme: watch(scheme=scheme, script=False)
        .open("")
        .evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert grounds["light"] != grounds["dark"]
