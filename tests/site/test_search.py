from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from browsing import DESK, PHONE, Scheme, Watch

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

STATUS = "#tim-trang-thai"
LIST = "#tim-ket-qua"
RESULTS = "#tim-ket-qua > li"
LINKS = "#tim-ket-qua a.muc-ten"
BOX = "#mau-tim input[name=q]"

DAK_LAK = "k7d2m9qa"
HUNG_YEN = "m4hp6ztw"
PLAN_28 = "28-kh-tu"
PLAN_375 = "375-kh-tu"


@pytest.fixture
def page(watch: Watch) -> Iterator[Page]:
    """The search page; at the end nothing went wrong on it and nothing left the site."""
    watched = watch()
    yield watched.open("tim/")
    assert watched.complaints == []
    assert watched.strayed == []


def typed(page: Page, words: str) -> list[str]:
    """What typing `words` finds, by the last part of each address."""
    page.fill(BOX, "")
    page.locator(BOX).press_sequentially(words)
    page.wait_for_function(
        "words => new URLSearchParams(location.search).get('q') === words", arg=words
    )
    expect(page.locator(LIST)).to_have_attribute("aria-busy", "false")
    return found(page)


def found(page: Page) -> list[str]:
    """The results shown, by the last part of each address."""
    links = page.locator(LINKS).evaluate_all("links => links.map(a => a.href)")
    return [re.sub(r"^ks-ubnd-kgvx-", "", link.rstrip("/").rsplit("/", 1)[1]) for link in links]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("ke hoach 28", [PLAN_28, DAK_LAK]),
        ("28-KH/TU", [PLAN_28, DAK_LAK]),
        ("28 kh tu", [PLAN_28, DAK_LAK]),
        ("dak lak", [DAK_LAK]),
        ("Báo Đắc Lắc", [DAK_LAK]),
        ("dai hoi dang bo cac cap", [HUNG_YEN]),
        ("hung yen", [HUNG_YEN]),
        ("375", [PLAN_375, HUNG_YEN]),
    ],
)
def test_typed(page: Page, words: str, first: list[str]) -> None:
    """What is typed finds its document first."""
    assert typed(page, words)[: len(first)] == first


def test_both(page: Page) -> None:
    """An agency that both dispatches name finds both."""
    assert {DAK_LAK, HUNG_YEN} <= set(typed(page, "so thong tin va truyen thong"))


def test_nothing(page: Page) -> None:
    """A word that stands nowhere finds nothing, says so, and leaves the other ways in."""
    assert typed(page, "qwzxk") == []
    expect(page.locator(STATUS)).to_have_text("Không có văn bản nào khớp với “qwzxk”.")
    assert typed(page, "tuyên truyền qwzxk") == []
    expect(page.locator("#tim-loi-vao")).to_be_visible()


def test_near_numbers(page: Page) -> None:
    """A number that nobody bears leads to the nearest one."""
    assert typed(page, "29-KH/TU") == []
    expect(page.locator("#tim-them a")).to_have_text(re.compile("28-KH/TU"))


def test_stub_is_marked(page: Page) -> None:
    """A plan that is not held is marked so among the results."""
    typed(page, "28-KH/TU")
    expect(page.locator(RESULTS).nth(0).locator(".nhan-chua-co")).to_have_text("Chưa có toàn văn")
    expect(page.locator(RESULTS).nth(1).locator(".nhan-chua-co")).to_have_count(0)


def test_snippet(page: Page) -> None:
    """A result shows the sentence with the words as printed, marked."""
    typed(page, "bao dac lac")
    expect(page.locator(".tim-doan mark").first).to_have_text("Báo Đắc Lắc")


def test_results_lead_to_their_pages(page: Page) -> None:
    """Each result leads to a page that is there."""
    typed(page, "tuyen truyen")
    links = page.locator(LINKS).evaluate_all("links => links.map(a => a.href)")
    assert len(links) == 4
    for link in links:
        assert page.request.get(link).status == 200


def test_address(watch: Watch) -> None:
    """An address with a query shows its results at once; back and forward go through searches."""
    page = watch().open("tim/?q=hung+yen")
    expect(page.locator(LINKS)).not_to_have_count(0)
    assert page.input_value(BOX) == "hung yen"
    assert found(page)[0] == HUNG_YEN
    typed(page, "dak lak")
    page.press(BOX, "Enter")
    page.go_back()
    expect(page.locator(BOX)).to_have_value("hung yen")
    expect(page.locator(LINKS).first).to_contain_text("375")
    page.go_forward()
    expect(page.locator(BOX)).to_have_value("dak lak")
    expect(page.locator(LINKS).first).to_contain_text("28-KH/TU")


def test_narrowing(page: Page) -> None:
    """Filters narrow the results, stand in the address, and are taken away one by one."""
    typed(page, "tuyen truyen")
    page.click("#tim-loc > summary")
    page.get_by_role("checkbox", name=re.compile(r"^2021")).check()
    expect(page.locator(LINKS)).to_have_count(2)
    assert "nam=2021" in page.url
    page.get_by_role("checkbox", name=re.compile("Có toàn văn")).check()
    expect(page.locator(LINKS)).to_have_count(1)
    page.reload()
    expect(page.locator(LINKS)).to_have_count(1)
    page.click("#tim-dieu-kien button >> nth=0")
    expect(page.locator(LINKS)).to_have_count(2)
    page.click("#tim-loc > summary")
    page.fill("input[name=den]", "2021-05-20")
    page.locator("input[name=den]").dispatch_event("change")
    expect(page).to_have_url(re.compile("den=2021-05-20"))
    page.select_option("select[name=xep]", "ngay")
    expect(page).to_have_url(re.compile("xep=ngay"))


def test_keyboard(page: Page) -> None:
    """The page is used without a mouse: "/" to the box, arrows through results, Enter opens."""
    typed(page, "tuyen truyen")
    page.locator("body").evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(LINKS).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(LINKS).nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/**")


def test_files_replaced(watch: Watch) -> None:
    """Where a build has replaced the files meanwhile, they are opened anew by themselves."""
    page = watch().open("tim/")
    page.route("**/chi-muc/*/w-*.bin", lambda route: route.fulfill(status=404), times=1)
    assert typed(page, "375")[0] == PLAN_375


def test_failure(watch: Watch) -> None:
    """Where the index cannot be had, the reader is told, may try again, and has other ways in."""
    page = watch().open("tim/")
    page.route("**/chi-muc/index.json", lambda route: route.abort())
    assert typed(page, "375") == []
    expect(page.locator(STATUS)).to_have_text(re.compile("Chưa tải được chỉ mục"))
    expect(page.locator("#tim-loi-vao")).to_be_visible()
    page.unroute("**/chi-muc/index.json")
    page.get_by_role("button", name="Thử lại").click()
    expect(page.locator(LINKS).first).to_contain_text("375-KH/TU")


def test_announced(page: Page) -> None:
    """How many there are is told to those who do not see the list."""
    assert page.get_attribute(STATUS, "role") == "status"
    typed(page, "28-KH/TU")
    expect(page.locator(STATUS)).to_have_text("2 văn bản.")


def test_phone(watch: Watch) -> None:
    """On a phone nothing of the page, results and filters is wider than the screen."""
    page = watch(width=PHONE).open("tim/?q=tuyen+truyen")
    expect(page.locator(LINKS)).not_to_have_count(0)
    page.click("#tim-loc > summary")
    expect(page.locator(".tim-loc-nhom").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(watch: Watch, width: int, scheme: Scheme) -> None:
    """With results, filters and suggestions open no rule of axe is broken."""
    page = watch(width=width, scheme=scheme).open("tim/?q=tuyen+truyen&nam=2021")
    expect(page.locator(LINKS)).not_to_have_count(0)
    page.click("#tim-loc > summary")
    expect(page.locator(".tim-loc-nhom").first).to_be_visible()
    found_by_axe = Axe().run(page, options=RULES)
    assert found_by_axe.violations_count == 0, found_by_axe.generate_report()


def test_without_script(watch: Watch) -> None:
    """Without JavaScript the page says so and shows the other ways in, and they are there."""
    page = watch(script=False).open("tim/")
    expect(page.locator("noscript, .luu-y").first).to_be_attached()
    links = page.locator("#tim-loi-vao a").evaluate_all("links => links.map(a => a.href)")
    assert len(links) >= 6
    for link in links:
        assert page.request.get(link).status == 200


@pytest.fixture
def box(watch: Watch) -> Iterator[Locator]:
    """The box in the head of a page, with "28 kh tu" typed into it."""
    watched = watch()
    page = watched.open("gioi-thieu/")
    before = len(watched.requests)
    page.keyboard.press("/")
    box = page.locator("form.tim-dau input")
    expect(box).to_be_focused()
    box.press_sequentially("28 kh tu")
    expect(page.get_by_role("option")).to_have_count(2)
    assert not any("chi-muc" in url for url in watched.requests[:before])
    yield box
    assert watched.complaints == []
    assert watched.strayed == []


def test_box_suggests(box: Locator) -> None:
    """The box says which suggestion is chosen, and closes at Escape."""
    first = box.page.get_by_role("option").first
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == first.get_attribute("id")
    assert Axe().run(box.page, options=RULES).violations_count == 0
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(first).to_be_hidden()


def test_box_opens(box: Locator) -> None:
    """Enter opens the suggestion that is chosen."""
    box.press("ArrowDown")
    box.press("Enter")
    box.page.wait_for_url("**/28-kh-tu/")


def test_box_is_pressed(box: Locator) -> None:
    """A press on a suggestion opens it."""
    box.page.get_by_role("option").nth(1).click()
    box.page.wait_for_url("**/ks-ubnd-kgvx-k7d2m9qa/")


def test_box_leads_to_the_page(watch: Watch) -> None:
    """Enter without a choice leads to the search page with the same words."""
    page = watch().open("gioi-thieu/")
    page.fill("form.tim-dau input", "hung yen")
    page.press("form.tim-dau input", "Enter")
    page.wait_for_url("**/tim/?q=hung+yen")
    expect(page.locator(LINKS)).not_to_have_count(0)


def test_home(watch: Watch) -> None:
    """The box of the home page suggests too."""
    page = watch().open("")
    page.locator(".tim-nhanh input[name=q]").press_sequentially("hung yen")
    expect(page.get_by_role("option").first).to_be_visible()
