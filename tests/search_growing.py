"""A small archive that grows, changes and shrinks, its index brought up to it step by step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date as Day

from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.dispatch import Dispatch
from congvan.model.document import Document
from congvan.model.holdings import Holdings
from congvan.model.link import Party
from congvan.model.output import Output
from congvan.model.partial_date import PartialDate
from congvan.resolve import archive_of
from congvan.search import public
from congvan.search.public import Sizes

SMALL = Sizes(delta=4, middle=12)
"""Tiers small enough that a few documents fill them."""

DATES = ("2020-01-01", "2020-02", "2021", "2021-05-19", None)
WORDS = (
    "tuyên truyền đại hội",
    "phòng chống dịch bệnh",
    "Kế hoạch số 28-KH/TU",
    "báo cáo đại hội",
)


def document(n: int, version: int = 0) -> Document:
    """One of a row of documents; another version differs in text, date, subject and addressee."""
    date = DATES[(n + version) % len(DATES)]
    day = PartialDate.parse(date) if date else None
    subject = f"{WORDS[(n * 3 + version) % len(WORDS)]} lần {version}"
    held = (n + version) % 3 > 0
    published = Day(2026, 1 + n // 28 % 12, 1 + n % 28)
    dispatch = Dispatch(
        f"doc{n:05}", "x", "cong-van", "ubnd-dak-lak", f"{WORDS[n % len(WORDS)]} số {n}, {subject}",
        published=published,
    )  # fmt: skip
    to = (Party("Báo Đắk Lắk", "bao-dak-lak"), Party(f"Các ban {version}", group="cac-ban"))
    return Document(
        id=f"doc{n:05}",
        address=f"van-ban/ubnd-dak-lak/{n}/",
        owner="ubnd-dak-lak",
        type=("cong-van", "ke-hoach")[version % 2],
        code=f"{n}/UBND-KGVX",
        number=str(n),
        symbol="UBND-KGVX",
        date=day,
        subject=subject,
        dispatch=dispatch if held else None,
        to=to[: n % 3],
    )


@dataclass
class Growing:
    """An archive with its index as a folder of files."""

    register: Register
    documents: dict[str, Document] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    state: bytes | None = None
    written: set[str] = field(default_factory=set)
    """The paths written by the last step, and not those of texts."""

    def step(self, changed: Iterable[Document] = (), removed: Iterable[str] = ()) -> None:
        """Documents come, change and go; the index is brought up to it."""
        coming, leaving = list(changed), list(removed)
        self.documents |= {d.id: d for d in coming}
        for id_ in leaving:
            self.files.pop(f"{self.documents.pop(id_).address}tim.bin", None)
        archive = self.archive()
        texts = [public.extracted(d.id, archive)[1] for d in coming]
        planned = public.plan(self.state, map(public.member_of, coming), leaving, SMALL)
        outputs, records = list[Output](), []
        for tier in planned.make:
            extracts = (public.extracted(m.id, archive)[0] for m in tier.members)
            with public.making(tier, extracts) as made:
                outputs += made.outputs()
                records.append(made.record)
        directory = public.directory(planned, records)
        outputs += directory.outputs
        self.written = {o.path for o in outputs}
        self.files |= {o.path: o.content for o in (*texts, *outputs)}
        for path in directory.gone:
            del self.files[path]
        self.state = directory.state

    def archive(self) -> Archive:
        """The archive as it is."""
        return archive_of(Holdings(tuple(self.documents.values())), self.register)

    def outputs(self) -> list[Output]:
        """The files of the index."""
        return [Output("site", path, content) for path, content in self.files.items()]

    def afresh(self) -> list[Output]:
        """The files of an index of the same documents made at once."""
        return list(public.build(self.archive(), SMALL))

    def tiers(self) -> list[list[str]]:
        """The ids of the documents of each tier, struck out or not."""
        planned = public.plan(self.state, (), (), SMALL)
        return [[member.id for member in tier.members] for tier in planned.kept]

    def struck(self) -> list[frozenset[int]]:
        """The numbers of what is struck out of each tier."""
        return [tier.struck for tier in public.plan(self.state, (), (), SMALL).kept]
