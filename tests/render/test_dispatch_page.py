from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date as Day
from pathlib import Path

import pytest
import yaml

from congvan.language.register import Register
from congvan.model.citation import Citation
from congvan.model.dispatch import Correction, Signer
from congvan.model.document import Relation
from congvan.model.holdings import Holdings
from congvan.model.link import Link, Party, Status
from congvan.model.output import Output
from congvan.model.span import Span
from congvan.render import files
from congvan.render.context import Context
from congvan.render.linking import cut, linked
from congvan.render.surroundings import EXCERPT
from congvan.resolve import archive_of
from render.made import (
    SITE,
    article,
    citing,
    held,
    mention,
    meta,
    page,
    read,
    rendered,
    stub,
    tied,
    visible,
)

DAK_LAK = "van-ban/ubnd-dak-lak/2021/ks-ubnd-kgvx-k7d2m9qa/"
HUNG_YEN = "van-ban/ubnd-hung-yen/2025/ks-ubnd-kgvx-m4hp6ztw/"
HOSTILE = yaml.safe_load((Path(__file__).parent.parent / "cases/hostile.yml").read_text("utf-8"))
TOKEN = re.compile(r"\w+|[-–+](?=\s)|[.)](?=\s)|\./\.")


def tokens(text: str) -> list[str]:
    """Words, numbers and item marks, without markup."""
    bare = re.sub(r"</?su[bp]>|[*\\]", "", unicodedata.normalize("NFC", text))
    return TOKEN.findall(" ".join(bare.split()) + " ")


@pytest.mark.parametrize("address", [DAK_LAK, HUNG_YEN])
def test_the_article_is_the_text_as_received(
    outputs: dict[str, Output], root: Path, address: str
) -> None:
    """Inside the article stand the words, numbers and item marks of `goc.txt`, in order."""
    received = root / "dispatches" / address.removeprefix("van-ban/") / "goc.txt"
    seen = visible(article(page(outputs, address)))
    assert tokens(seen) == tokens(received.read_text("utf-8"))


def test_every_mention_leads_to_the_plan(outputs: dict[str, Output]) -> None:
    """Wherever the page of the first seed names the plan, article or not, it links."""
    whole = page(outputs, DAK_LAK)
    assert "28-KH/TU" not in "".join(read(whole).unlinked)
    links = re.findall(r'<a class="vien-dan[^"]*" href="([^"]+)"', article(whole))
    assert [link.partition("#")[2] for link in links] == ["", "", "m3.k2", "", "", "m2", "m3.k6"]
    assert {link.partition("#")[0] for link in links} == {"../../../tinh-uy-dak-lak/2021/28-kh-tu/"}


def test_the_link_says_what_it_leads_to(outputs: dict[str, Output]) -> None:
    """On hover a link tells clause, document and that the archive does not have it."""
    told = "Kế hoạch số 28-KH/TU ngày 19/5/2021 của Tỉnh ủy Đắk Lắk — không có trong kho"
    assert f'title="Khoản 2 Mục III, {told}"' in page(outputs, DAK_LAK)


def test_the_head_of_the_page(outputs: dict[str, Output]) -> None:
    """The heading is the designation, without the subject, which names other documents."""
    head = list(map(visible, re.findall(r"<h1>(.*?)</h1>", page(outputs, DAK_LAK))))
    assert head == ["Công văn chưa cấp số /UBND-KGVX, tháng 5/2021"]
    said = meta(outputs, DAK_LAK)
    assert said["kind"] == "dispatch"
    assert "robots" not in said
    assert said["dc"]["issued"] == "2021-05"
    assert [crumb["href"] for crumb in said["breadcrumbs"]] == [
        "../../../../",
        "../../../",
        "../../",
        "../",
    ]


def test_tasks_stand_in_a_table(outputs: dict[str, Output]) -> None:
    """Six tasks, two with a day, marked as recognised."""
    whole = page(outputs, DAK_LAK)
    table = re.findall(r"<tbody>(.*?)</tbody>", whole, re.DOTALL)
    assert table[0].count("<tr>") == 6
    assert re.findall(r'data-han="([^"]+)"', table[0]) == ["2021-06-05", "2021-06-10"]
    assert "nhận dạng tự động" in whole
    assert '<a href="#m2.a">mục 2.a</a>' in table[0]


def test_a_task_is_told_in_short_beside_the_text(outputs: dict[str, Output]) -> None:
    """By its first words after the names of its parties, which have columns of their own."""
    table = re.findall(r"<tbody>(.*?)</tbody>", page(outputs, HUNG_YEN), re.DOTALL)[0]
    texts = [visible(cell) for cell in re.findall("<td>([^<]*…)</td>", table)]
    assert texts[1].startswith("…hướng dẫn, triển khai, quản lý thông tin truyền thông")
    assert len(texts) == 9
    assert max(map(len, texts)) <= EXCERPT + 2


@pytest.mark.parametrize(
    ("limit", "shown"),
    [(99, "Làm theo Kế hoạch 28, báo cáo"), (23, "Làm theo Kế hoạch 28…"), (12, "Làm theo…")],
)
def test_a_cut_spares_a_citation(register: Register, limit: int, shown: str) -> None:
    """Words are cut between words and never within a citation."""
    text = "Làm theo Kế hoạch 28, báo cáo"
    link = mention(text, "Kế hoạch 28", "ssssssss")
    context = Context(archive_of(Holdings((stub(), citing(text, link))), register), SITE)
    html = linked(text, [link], "van-ban/", context, limit=limit)
    assert visible(html) == shown
    assert html.count("<a ") == ("Kế hoạch 28" in shown)


def test_a_text_that_begins_with_a_citation_is_cut_behind_it() -> None:
    """Else nothing would be left."""
    assert cut("Kế hoạch số 28-KH/TU giao việc", [Span(0, 20)], 10) == 20


def test_a_group_shows_its_members(outputs: dict[str, Output]) -> None:
    """The group of departments is told with its members as of May 2021."""
    received = page(outputs, DAK_LAK).partition('<section class="nguoi-nhan"')[2]
    assert "16 cơ quan vào thời điểm ban hành" in received
    assert "Sở Thông tin và Truyền thông; Sở Văn hóa, Thể thao và Du lịch; " in received


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case["hostile"])
def test_hostile_words_anywhere(case: dict[str, str], register: Register) -> None:
    """No field of a dispatch can put an element, a handler or an end of the article on its page."""
    text = case["hostile"]
    document = held(
        subject=text,
        body=text,
        to=(text, text),
        copies=(text,),
        signer=Signer((text,), text, text),
        corrections=(Correction(Day(2026, 1, 1), text),),
    )
    clean = rendered(Holdings((held(to=("A", "B"), copies=("C",)),)), register)
    whole = page(rendered(Holdings((document,)), register), document.address)
    reader = read(whole)
    assert reader.faults == []
    assert len(article(whole)) > 0
    ours = {tag for tag, _, _ in read(page(clean, document.address)).attributes} | {"td", "th"}
    assert {tag for tag, _, _ in reader.attributes} <= ours
    assert not [
        name for _, name, _ in reader.attributes if name.startswith("on") or name == "style"
    ]
    assert not [href for href in reader.hrefs if href.lower().startswith("javascript")]


def test_doubt_is_shown(register: Register) -> None:
    """Words that may mean two documents, or none, say so and link nowhere."""
    body = "theo Kế hoạch 28 và Kế hoạch 29"
    both = mention(body, "Kế hoạch 28", None, status=Status.AMBIGUOUS, candidates=("ssssssss",))
    document = citing(body, both, mention(body, "Kế hoạch 29", None))
    whole = page(rendered(Holdings((stub(), document)), register), document.address)
    assert whole.count('class="vien-dan-khong"') == 2
    assert "Có thể là: Kế hoạch số 28-KH/TU ngày 19/5/2021 của Tỉnh ủy Đắk Lắk" in whole
    assert "2 chỗ dẫn chiếu chưa xác định" in whole


def test_a_clause_that_a_held_document_lacks(register: Register) -> None:
    """A link to a held document leads to a clause it has, or to the document."""
    body = "theo Khoản 2 Mục III"
    target = citing("Nội dung", id_="tttttttt", address="van-ban/ubnd-dak-lak/2021/t/")
    link = mention(body, "Khoản 2 Mục III", target.id, ("muc", "III"), ("khoan", "2"))
    document = citing(body, link)
    holdings = Holdings((document, target), (tied("cites", document, target),))
    outputs = rendered(holdings, register)
    assert 'href="../t/"' in article(page(outputs, document.address))
    assert 'id="dan-chieu-m3.k2"' in page(outputs, target.address)


def test_the_subject_of_a_mention_in_the_subject(register: Register) -> None:
    """A citation in the subject line is a link there."""
    subject = "triển khai Kế hoạch 28"
    citation = Citation("subject", Span(11, 22), "Kế hoạch 28", "full", "ke-hoach")
    document = held(subject=subject, links=(Link(citation, Status.STUB, "ssssssss"),))
    whole = page(rendered(Holdings((stub(), document)), register), document.address)
    assert re.search(r'V/v triển khai <a class="vien-dan chua-co"[^>]*>Kế hoạch 28</a>', whole)


def test_corrections_and_copying(register: Register) -> None:
    """The log of corrections, latest first; the buttons carry link and citation, hidden."""
    log = (Correction(Day(2026, 1, 2), "Sửa một"), Correction(Day(2026, 3, 4), "Sửa hai"))
    document = held(corrections=log)
    whole = page(rendered(Holdings((document,)), register), document.address)
    assert whole.index("Sửa hai") < whole.index("Sửa một")
    buttons = re.findall(r'data-chep="([^"]+)" hidden', whole)
    assert buttons[0] == "https://kho.example.vn/tinh/id/aaaaaaaa/"
    assert buttons[1].startswith("Công văn số 12/UBND-KGVX ngày 31 tháng 5 năm 2021 của Ủy ban")


def test_one_addressee_stands_beside_the_words(register: Register) -> None:
    """One addressee has no mark; several have one each (Decree 30/2020, annex I, II.9)."""
    party = Party("Sở Tư pháp", agency="so-tu-phap-dak-lak", line=0)
    one = replace(held(to=("Sở Tư pháp",)), to=(party,))
    seen = visible(article(page(rendered(Holdings((one,)), register), one.address)))
    assert "Kính gửi: Sở Tư pháp Thực hiện./." in seen


def test_pictures_of_the_pages(register: Register) -> None:
    """They are copied and shown beside the document, closed, each with its number and a link."""
    document = held(pages=("goc-trang-001.jpg", "goc-trang-012.jpg"))
    whole = page(rendered(Holdings((document,)), register), document.address)
    shown = re.findall(r"<details class=\"anh-trang\">.*?</details>", whole, re.DOTALL)
    assert len(shown) == 1
    assert read(shown[0]).hrefs == ["goc-trang-001.jpg", "goc-trang-012.jpg"]
    pictures = [(n, v) for tag, n, v in read(shown[0]).attributes if tag == "img"]
    assert [v for n, v in pictures if n == "src"] == ["goc-trang-001.jpg", "goc-trang-012.jpg"]
    alts = [v for n, v in pictures if n == "alt"]
    assert alts == ["Trang 1 của bản gốc", "Trang 12 của bản gốc"]
    assert [v for n, v in pictures if n == "loading"] == ["lazy", "lazy"]
    assert "<img" not in article(whole)
    copied = dict(files(document))
    assert copied["ubnd-dak-lak/2021/aaaaaaaa/goc-trang-012.jpg"] == (
        document.address + "goc-trang-012.jpg"
    )


def test_names_of_pictures_are_escaped(register: Register) -> None:
    """Whatever a name holds, it stays within its attribute."""
    document = held(pages=('"><b>&goc-trang-001.jpg',))
    whole = page(rendered(Holdings((document,)), register), document.address)
    assert 'src="%22%3E%3Cb%3E%26goc-trang-001.jpg"' in whole
    assert read(whole).faults == []


def test_no_pictures(outputs: dict[str, Output]) -> None:
    """A document that was not read from pictures shows none."""
    assert "anh-trang" not in page(outputs, DAK_LAK)
    assert "<img" not in page(outputs, DAK_LAK)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("abolishes", "Đã bị bãi bỏ"),
        ("replaces", "Đã được thay thế"),
        ("recalls", "Đã bị thu hồi"),
        ("corrects", "Đã đính chính"),
    ],
)
def test_what_another_document_did_to_it_stands_at_its_head(
    register: Register, kind: str, words: str
) -> None:
    """A document that another abolishes, replaces, recalls or corrects says so under its title."""
    other = held("bbbbbbbb", address="van-ban/ubnd-dak-lak/2022/bbbbbbbb/", code="13/UBND-KGVX")
    tie = Relation(kind, other.id, "aaaaaaaa")
    shown = page(rendered(Holdings((held(), other), (tie,)), register), held().address)
    assert words in shown.partition("<article")[0]
    untouched = page(rendered(Holdings((held(), other)), register), held().address)
    assert words not in untouched
