"""A made archive of any size, with every kind of shelf, and what its units ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Day
from datetime import timedelta
from typing import Any

from congvan.model.archive import Archive, Ask
from congvan.model.assignment import Deadline
from congvan.model.document import Document, Task, Tombstone
from congvan.model.holdings import Holdings
from congvan.model.link import Party
from congvan.model.output import Output
from congvan.model.partial_date import PartialDate
from congvan.render import Context, render_unit, subjects, units_of
from render.made import SITE, citing, mention, stub, tied

DEPARTMENT = Party("Sở Tư pháp", agency="so-tu-phap-dak-lak", line=0)
EVERYONE = Party("Các Sở, ban, ngành", group="so-ban-nganh", line=1)
PLAN, LAW = "ssssssss", "llllllll"
FIRST = Day(2021, 1, 4)
GONE = Tombstone(
    "gggggggg", "van-ban/ubnd-dak-lak/2021/gone/", "ubnd-dak-lak", "cong-van", "0/UBND-KGVX", None,
    aliases=("van-ban/cu",),
)  # fmt: skip


def many(count: int) -> Holdings:
    """So many công văn of 2021, ten a day, each carrying out a plan, citing a clause of a law and
    giving two or three tasks; an archive of more is the same with some added."""
    law = stub(LAW, address="van-ban/quoc-hoi/2015/77-2015-qh13/", owner="quoc-hoi", type="luat")
    documents = [_document(n) for n in range(count)]
    return Holdings(
        documents=(law, stub(PLAN), *documents),
        relations=(
            *(tied("implements", d, stub(PLAN)) for d in documents),
            *(tied("cites", d, law) for d in documents[::2]),
        ),
        tombstones=(GONE,),
        redirects=tuple((f"{d.address}cu/", d.id) for d in documents[:3]),
    )


def _document(n: int) -> Document:
    body = f"Theo Kế hoạch 28 và Khoản 1 Mục II, giao Sở Tư pháp việc {n}."
    id_ = f"{n:08d}"
    document = citing(
        body,
        mention(body, "Kế hoạch 28", PLAN),
        mention(body, "Khoản 1 Mục II", LAW, ("muc", "II"), ("khoan", "1")),
        id_=id_,
        number=str(n + 1),
        code=f"{n + 1}/UBND-KGVX",
        address=f"van-ban/ubnd-dak-lak/2021/{n + 1}-ubnd-kgvx/",
        date=PartialDate.parse((FIRST + timedelta(days=n // 10)).isoformat()),
        to=(DEPARTMENT.printed, EVERYONE.printed),
        tasks=tuple(_tasks(id_, n)),
    )
    return replace(document, to=(DEPARTMENT, EVERYONE))


def _tasks(id_: str, n: int) -> Iterator[Task]:
    day = (FIRST + timedelta(days=40 + n // 10)).isoformat()
    due = Deadline(f"trước ngày {day}", "trước", PartialDate.parse(day))
    yield Task(id_, 1, (DEPARTMENT,), (), f"Việc {n}", "d1", due)
    yield Task(id_, 2, (DEPARTMENT,), (), "Báo cáo", "d1", Deadline("", "", repeat="hằng tháng"))
    if n % 2 == 0:
        yield Task(id_, 3, (DEPARTMENT,), (), "Theo dõi", "d1")


class Recording:
    """Answers as another does, and keeps what it was asked."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.answers: dict[str, Any] = {}

    def __call__(self, question: str) -> Any:
        """The other's answer."""
        self.answers[question] = self.ask(question)
        return self.answers[question]


Made = tuple[tuple[Output, ...], dict[str, Any]]
"""What a unit gives, and what it asked with the answers."""


def made(unit: str, ask: Ask) -> Made:
    """A unit rendered."""
    recording = Recording(ask)
    outputs = tuple(render_unit(unit, Context(Archive(recording), SITE)))
    return outputs, recording.answers


def units(archive: Archive) -> list[str]:
    """Every unit of an archive."""
    return [unit for subject in subjects(archive) for unit in units_of(subject, archive)]


def every(archive: Archive) -> dict[str, Made]:
    """Every unit of an archive, rendered."""
    return {unit: made(unit, archive.ask) for unit in units(archive)}


def stale(before: dict[str, Made], archive: Archive) -> set[str]:
    """The units of which an answer is another now."""
    ask = archive.ask
    return {
        unit
        for unit, (_, answers) in before.items()
        if any(ask(question) != answer for question, answer in answers.items())
    }
