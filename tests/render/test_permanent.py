from __future__ import annotations

from dataclasses import replace

from congvan.language.register import Register
from congvan.model.document import Tombstone
from congvan.model.holdings import Holdings
from congvan.model.output import Output
from congvan.model.partial_date import PartialDate
from render.made import data, held, meta, page, rendered, stub, visible

GONE = Tombstone(
    "gggggggg",
    "van-ban/ubnd-dak-lak/2021/9-ubnd-kgvx/",
    "ubnd-dak-lak",
    "cong-van",
    "9/UBND-KGVX",
    PartialDate.parse("2021-03-04"),
    reason="Gỡ theo yêu cầu",
    aliases=("/van-ban/cu",),
)


def test_an_id_leads_to_its_page(outputs: dict[str, Output]) -> None:
    """The permanent address leads on and is not for search engines."""
    said = meta(outputs, "id/k7d2m9qa/")
    assert said["redirect"] == "../../van-ban/ubnd-dak-lak/2021/ks-ubnd-kgvx-k7d2m9qa/"
    assert said["canonical"] == "van-ban/ubnd-dak-lak/2021/ks-ubnd-kgvx-k7d2m9qa/"
    assert (said["kind"], said["robots"]) == ("redirect", "noindex")
    assert f'id="chuyen-huong" href="{said["redirect"]}"' in page(outputs, "id/k7d2m9qa/")


def test_old_addresses_lead_on(register: Register) -> None:
    """An alias, however it is written, leads to the document."""
    holdings = Holdings((held(),), redirects=(("/van-ban/cu/so-12", "aaaaaaaa"),))
    outputs = rendered(holdings, register)
    assert meta(outputs, "van-ban/cu/so-12/")["redirect"] == "../../ubnd-dak-lak/2021/aaaaaaaa/"


def test_a_tombstone_stands_for_a_withdrawn_document(register: Register) -> None:
    """Number, date and reason are left; the old ways lead there; no list, feed or data knows it."""
    outputs = rendered(Holdings((held(),), tombstones=(GONE,)), register)
    seen = visible(page(outputs, GONE.address))
    assert "Công văn số 9/UBND-KGVX ngày 04/3/2021" in seen
    assert "Gỡ theo yêu cầu" in seen
    assert meta(outputs, GONE.address)["robots"] == "noindex"
    assert meta(outputs, "id/gggggggg/")["canonical"] == GONE.address
    assert meta(outputs, "van-ban/cu/")["canonical"] == GONE.address
    telling = {path for path, o in outputs.items() if b"9-ubnd-kgvx" in o.content}
    assert telling == {
        f"docs/{address}index.md" for address in (GONE.address, "id/gggggggg/", "van-ban/cu/")
    }


def test_a_tombstone_without_a_number_is_called_as_it_was(register: Register) -> None:
    """By type, symbol and time, as on the page that stood there."""
    gone = replace(GONE, code=None, symbol="UBND-KGVX", date=PartialDate.parse("2021-05"))
    whole = page(rendered(Holdings((), tombstones=(gone,)), register), gone.address)
    assert "Công văn chưa cấp số /UBND-KGVX, tháng 5/2021" in visible(whole)


def test_one_number_leads_several_are_a_choice(register: Register) -> None:
    """A code that one document bears leads there; HĐ and HD, folded alike, are a choice."""
    contract = held("cccccccc", code="5/HĐ-UBND", symbol="HĐ-UBND", address="van-ban/x/c/")
    guide = held("dddddddd", code="5/HD-UBND", symbol="HD-UBND", address="van-ban/x/d/")
    outputs = rendered(Holdings((stub(), contract, guide)), register)
    assert (
        meta(outputs, "so/28-kh-tu/")["redirect"] == "../../van-ban/tinh-uy-dak-lak/2021/28-kh-tu/"
    )
    assert meta(outputs, "so/5-hd-ubnd/")["kind"] == "choice"
    assert page(outputs, "so/5-hd-ubnd/").count('class="muc"') == 2
    assert "HD-UBND, HĐ-UBND" in page(outputs, "so/")
    assert [f["year"] for f in data(outputs, "du-lieu/index.json")["files"]] == [2021]
