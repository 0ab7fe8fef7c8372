from __future__ import annotations

import csv
import io
import json

from rich.console import Console

from congvan.search.staff import Results, Row, TaskRecord, present

TASK = TaskRecord(
    lead=("Sở [A]",),
    with_=("Sở B",),
    text="tham mưu kế hoạch",
    due="2021-06",
    due_day="2021-06-30",
    phrase="trong tháng 6/2021",
    agencies=("so-a",),
)
ROW = Row(
    id="k7d2m9qa",
    url="van-ban/a/2021/1-kh-a/",
    title="Kế hoạch số 1/KH-A",
    code="1/KH-A",
    type="ke-hoach",
    issuer="a",
    issuer_name="Cơ quan A",
    date="2021-05",
    subject="về việc, có dấu phẩy",
    held=True,
    snippet="một dòng",
    tasks=(TASK,),
)
FOUND = Results((ROW,), 7, about=True)


def test_json() -> None:
    """JSON holds every row as it is, with the tasks that fit."""
    plain = json.loads(present.as_json(FOUND))
    assert (plain["total"], plain["about"]) == (7, True)
    [row] = plain["rows"]
    assert (row["id"], row["code"], row["held"]) == ("k7d2m9qa", "1/KH-A", True)
    assert row["tasks"] == [
        {
            "lead": ["Sở [A]"],
            "with": ["Sở B"],
            "text": "tham mưu kế hoạch",
            "due": "2021-06",
            "phrase": "trong tháng 6/2021",
            "agencies": ["so-a"],
        }
    ]


def test_csv() -> None:
    """CSV holds a line a document, commas and all."""
    [row] = csv.DictReader(io.StringIO(present.as_csv(FOUND)))
    assert row["subject"] == "về việc, có dấu phẩy"
    assert row["tasks"] == "Sở [A]: tham mưu kế hoạch (trong tháng 6/2021)"


def printed(results: Results) -> str:
    """What a terminal of a hundred columns shows."""
    console = Console(file=io.StringIO(), width=100)
    present.print_table(results, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_table() -> None:
    """The table says what each document is, and how many there are; brackets stay brackets."""
    shown = printed(FOUND)
    for words in ("Kế hoạch số 1/KH-A", "Cơ quan A", "2021-05", "Sở [A]:", "khoảng 7"):
        assert words in shown


def test_nothing() -> None:
    """Where nothing is found the reader is told so."""
    assert printed(Results((), 0)).strip() == "Không tìm thấy văn bản nào."
