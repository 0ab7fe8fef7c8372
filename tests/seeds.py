"""The archive of the two seeds made by hand, so that search is tested apart from recognition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.assignment import Deadline
from congvan.model.dispatch import Dispatch, Signer
from congvan.model.document import Document, Relation, Task
from congvan.model.holdings import Holdings
from congvan.model.link import Party
from congvan.model.partial_date import PartialDate
from congvan.resolve import archive_of

DISPATCHES = Path(__file__).resolve().parents[1] / "dispatches"

DAK_LAK = "k7d2m9qa"
HUNG_YEN = "m4hp6ztw"
PLAN_28 = "plan0028"
PLAN_375 = "plan0375"

FILES = {
    DAK_LAK: "ubnd-dak-lak/2021/ks-ubnd-kgvx-k7d2m9qa.md",
    HUNG_YEN: "ubnd-hung-yen/2025/ks-ubnd-kgvx-m4hp6ztw.md",
}
PARTIES = {
    "Báo Đắk Lắk": "bao-dak-lak",
    "Báo Đắc Lắc": "bao-dak-lak",
    "Sở Thông tin và Truyền thông": "so-thong-tin-va-truyen-thong-{}",
    "Sở Văn hóa, Thể thao và Du lịch": "so-van-hoa-the-thao-va-du-lich-{}",
    "Sở Nội vụ": "so-noi-vu-{}",
    "Ban Tuyên giáo Tỉnh ủy": "ban-tuyen-giao-tinh-uy-{}",
}
# Document, item, who leads, who works along, the text, the deadline as printed, its day.
TASKS = (
    (DAK_LAK, "m1", ("các cơ quan, đơn vị",), (), "xây dựng Kế hoạch triển khai thực hiện",
     "trước ngày 05/6/2021", "2021-06-05"),
    (DAK_LAK, "m2.a", ("Sở Thông tin và Truyền thông",), ("Sở Văn hóa, Thể thao và Du lịch",),
     "tham mưu UBND tỉnh kế hoạch triển khai", "trước ngày 10/6/2021", "2021-06-10"),
    (DAK_LAK, "m2.b", ("Sở Thông tin và Truyền thông",), ("Ban Tuyên giáo Tỉnh ủy",),
     "theo dõi, kiểm tra, chặn lọc và xử lý nghiêm các vi phạm", None, None),
    (DAK_LAK, "m4", ("Báo Đắc Lắc",), (), "tổ chức triển khai thực hiện nhiệm vụ", None, None),
    (HUNG_YEN, "m2.g1", ("Sở Thông tin và Truyền thông",), (),
     "hướng dẫn, triển khai, quản lý thông tin truyền thông", None, None),
    (HUNG_YEN, "m4", ("Sở Nội vụ",), (), "phát động các phong trào thi đua", None, None),
)  # fmt: skip


def archive(register: Register) -> Archive:
    """What `holdings` answer."""
    return archive_of(holdings(), register)


def holdings() -> Holdings:
    """Both dispatches and both plans they implement, the plans as stubs."""
    documents = (
        _stub(PLAN_28, "28-KH/TU", "dak-lak", "2021-05-19",
              "đẩy mạnh công tác tuyên truyền sau Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII"),
        _held(DAK_LAK, "dak-lak"),
        _stub(PLAN_375, "375-KH/TU", "hung-yen", "2024-12-31",
              "tuyên truyền đại hội Đảng bộ các cấp và Đại hội Đảng bộ tỉnh lần thứ XX"),
        _held(HUNG_YEN, "hung-yen"),
    )  # fmt: skip
    relations = (
        Relation("implements", DAK_LAK, PLAN_28),
        Relation("implements", HUNG_YEN, PLAN_375),
    )
    return Holdings(documents, relations)


def _held(id_: str, province: str) -> Document:
    dispatch = _dispatch(id_)
    return Document(
        id=id_,
        address=f"van-ban/{FILES[id_].removesuffix('.md')}/",
        owner=dispatch.issuer,
        type=dispatch.type,
        code=None,
        number=None,
        symbol=dispatch.symbol,
        date=dispatch.date,
        subject=dispatch.subject,
        dispatch=dispatch,
        to=tuple(_party(name, province) for name in dispatch.to or ()),
        copies=tuple(_party(name, province) for name in dispatch.copies or ()),
        tasks=tuple(_tasks(id_, province)),
    )


def _tasks(id_: str, province: str) -> list[Task]:
    rows = [row for row in TASKS if row[0] == id_]
    return [
        Task(
            document=id_,
            ordinal=ordinal,
            lead=tuple(_party(name, province) for name in lead),
            with_=tuple(_party(name, province) for name in along),
            text=text,
            anchor=anchor,
            deadline=Deadline(phrase, "trước", PartialDate.parse(due)) if phrase and due else None,
        )
        for ordinal, (_, anchor, lead, along, text, phrase, due) in enumerate(rows, 1)
    ]


def _party(name: str, province: str) -> Party:
    agency = PARTIES.get(name)
    return Party(name, agency.format(province) if agency else None)


def _dispatch(id_: str) -> Dispatch:
    _, head, body = (DISPATCHES / FILES[id_]).read_text(encoding="utf-8").split("---\n", 2)
    keys: dict[str, Any] = yaml.safe_load(head)
    signer = keys["signer"]
    return Dispatch(
        id=id_,
        path=FILES[id_],
        type=keys["type"],
        issuer=keys["issuer"],
        body=body.strip() + "\n",
        symbol=keys["symbol"],
        place=keys["place"],
        date=PartialDate.parse(keys["date"]),
        subject=keys["subject"],
        to=tuple(keys["to"]),
        copies=tuple(keys["copies"]),
        signer=Signer(tuple(signer["authority"]), signer["title"], signer["name"]),
    )


def _stub(id_: str, code: str, province: str, date: str, subject: str) -> Document:
    number, symbol = code.split("-", 1)
    return Document(
        id=id_,
        address=f"van-ban/tinh-uy-{province}/{date[:4]}/{number}-kh-tu/",
        owner=f"tinh-uy-{province}",
        type="ke-hoach",
        code=code,
        number=number,
        symbol=symbol,
        date=PartialDate.parse(date),
        subject=subject,
    )


BY_NAME = {"dak-lak": DAK_LAK, "hung-yen": HUNG_YEN, "28": PLAN_28, "375": PLAN_375}
"""The documents by the names that `cases/search.yml` gives them."""


def meets(case: dict[str, Any], ids: list[str]) -> bool:
    """Whether the documents found are those of a case of `cases/search.yml`, in its order."""
    wanted = [BY_NAME[name] for name in case["finds"]]
    return sorted(ids) == sorted(wanted) if case.get("order") == "any" else ids == wanted
