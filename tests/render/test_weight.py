from __future__ import annotations

from dataclasses import replace
from datetime import date as Day

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from congvan.language.register import Register
from congvan.model.assignment import Deadline
from congvan.model.dispatch import Attachment, Correction
from congvan.model.document import Document, Task
from congvan.model.holdings import Holdings
from congvan.model.link import Party
from congvan.model.output import Output
from congvan.model.partial_date import PartialDate
from congvan.render.directory import SIZE
from congvan.render.excerpts import excerpt
from congvan.render.weight import AROUND_AN_ARTICLE, LIST
from congvan.resolve import archive_of
from render.made import (
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
)  # fmt: skip
from render.many import made
from render.test_outputs import dead_links, pages

FRAME = 4_500
"""Bytes of the theme's frame around a page, as built."""
WORDS = "Đề nghị các cơ quan, đơn vị tăng cường phối hợp tổ chức triển khai thực hiện; "
NAMES = (
    "so-tu-phap", "so-noi-vu", "so-y-te", "so-tai-chinh", "so-xay-dung", "so-cong-thuong",
    "so-giao-duc-va-dao-tao", "so-ke-hoach-va-dau-tu", "so-giao-thong-van-tai",
)  # fmt: skip
PARTIES = tuple(Party(f"Cơ quan {name}", agency=f"{name}-dak-lak") for name in NAMES)
GROUP = Party("Các Sở, ban, ngành", group="so-ban-nganh", line=0)


def tasks(id_: str, count: int, length: int = 900) -> tuple[Task, ...]:
    """Tasks of many words and many parties, half of them due in one month."""
    text = (WORDS * (length // len(WORDS) + 1))[:length]
    due = Deadline("chậm nhất " + "đến hết " * 8 + "ngày 5", "", PartialDate.parse("2021-06-05"))
    last = PARTIES[0]
    return tuple(
        Task(id_, n, PARTIES, PARTIES[::-1], f"{n}. {text}", "d1", due if n % 2 else None, last)
        for n in range(1, count + 1)
    )


def naming(n: int, target: Document) -> Document:
    """A document that names a clause of another in a long sentence, and it once more."""
    body = f"Theo Khoản {n % 40 + 1} Mục II. {WORDS * 3} và văn bản {n}"
    quote = f"Khoản {n % 40 + 1} Mục II"
    return citing(
        body,
        mention(body, quote, target.id, ("muc", "II"), ("khoan", str(n % 40 + 1))),
        mention(body, f"văn bản {n}", target.id),
        id_=f"{n:08d}",
        code=f"{n}/UBND-KGVX",
        number=str(n),
        address=f"van-ban/ubnd-dak-lak/2021/{n}-ubnd-kgvx/",
        subject=f"{n}: {WORDS * 6}",
    )


def heavy(target: Document, count: int = 130) -> Holdings:
    """Much that is tied to one document, both ways."""
    others = [naming(n, target) for n in range(count)]
    tied_to = [tied("implements" if n % 2 else "cites", d, target) for n, d in enumerate(others)]
    tied_from = [tied("cites", target, d) for d in others[:40]]
    return Holdings((target, *others), (*tied_to, *tied_from))


def much() -> Document:
    """A dispatch around which everything is long."""
    document = citing(
        "Thực hiện./.",
        id_="mmmmmmmm",
        subject=WORDS * 6,
        to=(GROUP.printed,),
        corrections=tuple(Correction(Day(2026, 1, 1 + n % 28), WORDS) for n in range(30)),
        pages=tuple(f"goc-trang-{n:03d}.jpg" for n in range(1, 60)),
    )
    dispatch = document.dispatch
    assert dispatch is not None
    attached = tuple(Attachment(f"phu-luc-{n}.pdf", f"Phụ lục {n}", "0" * 64) for n in range(30))
    return replace(
        document,
        dispatch=replace(dispatch, attachments=attached),
        to=(GROUP,),
        tasks=tasks(document.id, 60),
    )


@pytest.fixture(scope="module", name="heavily")
def _heavily(register: Register) -> dict[str, Output]:
    """The archive around that dispatch."""
    return rendered(heavy(much()), register)


def test_little_surrounds_a_document(heavily: dict[str, Output]) -> None:
    """However much is known of a dispatch, its page is the document with little around it."""
    documents = [a for a, _ in pages(heavily) if meta(heavily, a)["kind"] == "dispatch"]
    assert len(documents) == 131
    for address in documents:
        whole = page(heavily, address)
        terms = sum(len(str(t).encode()) + 40 for t in meta(heavily, address)["dc"].values())
        around = len(whole.encode()) - len(article(whole).encode())
        assert around + terms + FRAME < AROUND_AN_ARTICLE, address


def test_what_does_not_fit_is_a_step_away(heavily: dict[str, Output]) -> None:
    """Each list that is cut leads to the page where all of it stands."""
    address = much().address
    short, full = page(heavily, address), page(heavily, f"{address}lien-quan/")
    assert "lien-quan/" in read(short).hrefs
    assert "Tất cả 60 nhiệm vụ" in visible(short)
    assert full.count("<tr>") == 61
    assert 'href="../#d1"' in full
    assert full.count('<img loading="lazy" src="../goc-trang-') == 59
    assert full.count("phu-luc-") == 60
    assert "Tất cả 31 tệp" in visible(short)
    assert "trien-khai/" in "".join(read(full).hrefs)
    assert meta(heavily, f"{address}lien-quan/")["robots"] == "noindex"


def test_what_fits_has_no_second_page(outputs: dict[str, Output]) -> None:
    """The seeds' pages show all, and lead nowhere else for it."""
    assert not any("lien-quan" in path for path in outputs)


def test_every_link_of_a_heavy_archive_leads_somewhere(heavily: dict[str, Output]) -> None:
    """The pages to which cut lists lead are there."""
    beside = {f"{much().address}{name}" for name in ("goc.txt",)}
    beside |= {f"{much().address}goc-trang-{n:03d}.jpg" for n in range(60)}
    beside |= {f"{much().address}phu-luc-{n}.pdf" for n in range(30)}
    beside |= {f"van-ban/ubnd-dak-lak/2021/{n}-ubnd-kgvx/goc.txt" for n in range(130)}
    assert dead_links(heavily, beside) == []


def test_a_plan_that_many_name_is_a_page_a_phone_can_load(register: Register) -> None:
    """Its clauses, sentences and tasks are cut until it is."""
    holdings = heavy(stub(), 300)
    documents = tuple(replace(d, tasks=tasks(d.id, 3)) for d in holdings.documents if d.held)
    archive = archive_of(replace(holdings, documents=(stub(), *documents)), register)
    (plan, *_), _ = made(f"document:{stub().id}", archive.ask)
    assert len(plan.content) + FRAME < LIST


@pytest.mark.parametrize("length", [900, 4000])
def test_no_list_is_heavier_than_a_phone_can_load(length: int, register: Register) -> None:
    """Full slots of the longest tasks and subjects, all in one month and for one agency."""
    documents = [
        replace(
            held(f"{n:08d}", subject=WORDS * 20, address=f"van-ban/ubnd-dak-lak/2021/{n}/"),
            tasks=tasks(f"{n:08d}", 2, length),
            to=(PARTIES[0],),
        )
        for n in range(110)
    ]
    outputs = rendered(Holdings(tuple(documents)), register)
    heaviest = max((len(html.encode()), address) for address, html in pages(outputs))
    assert heaviest[0] + FRAME < LIST, heaviest
    assert page(outputs, "han/2021/06/trang-1/").count("<tr>") == 101


def test_a_directory_of_many_is_cut(register: Register) -> None:
    """More lists than a page can bear stand on several pages, each once."""
    many = [
        held(f"{n:08d}", symbol=f"A{n}-B", code=f"1/A{n}-B", address=f"van-ban/x/2021/{n}/")
        for n in range(SIZE + 5)
    ]
    outputs = rendered(Holdings(tuple(many)), register)
    first, second = page(outputs, "so/"), page(outputs, "so/trang-2/")
    shown = [h for html in (first, second) for h in read(html).hrefs if "-b/" in h]
    assert len({h.strip("./") for h in shown}) == SIZE + 5
    assert "../" in read(second).hrefs


@given(st.text(), st.integers(10, 60))
def test_an_excerpt_is_light_and_begins_the_text(text: str, limit: int) -> None:
    """What is cut says so, and nothing in it was not in the text."""
    cut = excerpt(text, limit)
    assert len(str(escape(cut)).encode()) <= max(limit, 3)
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))
