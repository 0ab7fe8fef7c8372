from __future__ import annotations

import re

from congvan.language.register import Register
from congvan.model.holdings import Holdings
from congvan.model.output import Output
from congvan.render.bounds import WHOLE
from congvan.render.clauses import natural
from render.made import citing, mention, meta, page, read, rendered, stub, tied, visible

PLAN = "van-ban/tinh-uy-dak-lak/2021/28-kh-tu/"


def test_clauses_with_their_sentences(outputs: dict[str, Output]) -> None:
    """The plan lists the dispatch under each clause it names, with the sentence."""
    html = page(outputs, PLAN)
    clauses = re.findall(r'<section class="dieu-khoan" id="([^"]+)">\s*<h\d>(.*?) <a', html)
    assert clauses == [
        ("m2", "Mục II"),
        ("m3", "Mục III"),
        ("m3.k2", "Khoản 2"),
        ("m3.k6", "Khoản 6"),
    ]
    second = html.partition('id="m3.k2"')[2].partition("</section>")[0]
    assert "Đề nghị các cơ quan, đơn vị căn cứ chức năng" in visible(second)
    assert "ks-ubnd-kgvx-k7d2m9qa/#m1" in second


def test_a_plan_that_is_not_held_says_so(outputs: dict[str, Output]) -> None:
    """The page is not for search engines, says that the text is missing and shows the tasks."""
    assert meta(outputs, PLAN)["robots"] == "noindex"
    html = page(outputs, PLAN)
    assert "chưa có trong kho" in html
    assert "<article" not in html
    assert html.count('class="han"') == 2


def test_sentences_of_others_are_not_links_to_the_page_itself(outputs: dict[str, Output]) -> None:
    """A sentence on the plan's page does not lead back to the plan."""
    assert 'class="vien-dan' not in page(outputs, PLAN)


def test_a_law_that_many_cite(register: Register) -> None:
    """The newest stand on the page, all in a paged list beside it."""
    body = "theo Kế hoạch 28"
    many = [
        citing(
            body,
            mention(body, "Kế hoạch 28", "ssssssss"),
            id_=f"{n:08d}",
            address=f"van-ban/x/{n}/",
        )
        for n in range(WHOLE.related + 5)
    ]
    relations = tuple(tied("cites", document, stub()) for document in many)
    outputs = rendered(Holdings((stub(), *many), relations), register)
    html = page(outputs, PLAN)
    assert html.count('class="cac-cau"') == WHOLE.related
    assert f"Xem cả {WHOLE.related + 5} văn bản" in html
    assert page(outputs, f"{PLAN}trien-khai/").count('class="muc"') == WHOLE.related + 5


def test_an_address_elsewhere_must_be_of_the_web(register: Register) -> None:
    """Where a plan is published by others is a link only if a browser opens it harmlessly."""
    for url, shown in (("https://tinhuy.example.vn/28", True), ("javascript:alert(1)", False)):
        html = page(rendered(Holdings((stub(source_url=url),)), register), PLAN)
        assert (url in read(html).hrefs) == shown


def test_clauses_in_the_order_of_numbers() -> None:
    """The tenth comes after the second."""
    assert sorted(["m10", "m2.k10", "m2.k2", "m2"], key=natural) == ["m2", "m2.k2", "m2.k10", "m10"]
