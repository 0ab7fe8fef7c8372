"""The archive answers by key."""

from __future__ import annotations

import pytest

from congvan.language import register as registers
from congvan.model.archive import NO_DATE, Archive, Place, year_of
from congvan.model.assignment import Deadline
from congvan.model.document import Document, Relation, Task
from congvan.model.holdings import Holdings
from congvan.model.link import Party
from congvan.model.partial_date import PartialDate
from congvan.resolve import archive_of


def document(id_: str, date: str | None = "2021-05", **changes: object) -> Document:
    """A stub of the Đắk Lắk Party committee unless changed."""
    fields: dict[str, object] = {
        "address": f"van-ban/tinh-uy-dak-lak/2021/{id_}/",
        "owner": "tinh-uy-dak-lak",
        "type": "ke-hoach",
        "code": None,
        "number": None,
        "symbol": None,
        "date": PartialDate.parse(date) if date else None,
        "subject": None,
    }
    return Document(id=id_, **(fields | changes))  # type: ignore[arg-type]  # made of names


TASK = Task(
    "a", 1, (Party("Sở A", agency="so-a"),), (Party("Sở B", agency="so-b"),), "làm", "m1",
    Deadline("trước ngày 05/6/2021", "trước"), via=Party("Sở C", agency="so-c"),
)  # fmt: skip
HOLDINGS = Holdings(
    documents=(
        document("a", tasks=(TASK,), to=(Party("Sở A", agency="so-a"),)),
        document("b", None),
    ),
    relations=(Relation("implements", "a", "b"), Relation("cites", "a", "b")),
)
ARCHIVE = archive_of(HOLDINGS, registers.load())


def documents(archive: Archive, shelf: str) -> list[str]:
    """The ids of what stands on a shelf."""
    return [place.document for place in archive.shelf(shelf).places()]


def test_relations_are_read_both_ways() -> None:
    """What a document does to another is what is done to that one."""
    assert set(ARCHIVE.relations_from("a")) == set(HOLDINGS.relations)
    assert ARCHIVE.relations_from("a") == ARCHIVE.relations_to("b")
    assert ARCHIVE.relations_from("b") == ()


def test_an_unknown_document_is_an_error() -> None:
    """An id that nobody has is never answered by something else."""
    with pytest.raises(KeyError):
        ARCHIVE.document("z")


@pytest.mark.parametrize("agency", ["so-a", "so-b", "so-c"])
def test_a_task_is_its_lead_s_its_partners_and_its_channel_s(agency: str) -> None:
    """Whoever leads, cooperates or passes it on is asked about it."""
    assert ARCHIVE.shelf(f"undated-tasks/{agency}").slot(1) == (Place("a", 1),)


def test_documents_without_a_date_have_a_year_of_their_own() -> None:
    """They are listed, apart from every year."""
    assert documents(ARCHIVE, f"year/{NO_DATE}") == ["b"]
    assert ARCHIVE.under("year/") == (("0", 1), ("2021", 1))
    assert year_of(ARCHIVE.card("a")) == 2021


def test_addressees_and_owners_find_their_documents() -> None:
    """An agency's page asks who wrote to it and what it issued."""
    assert documents(ARCHIVE, "addressed/so-a") == ["a"]
    assert documents(ARCHIVE, "owner/tinh-uy-dak-lak") == ["b", "a"]
    assert len(ARCHIVE.shelf("all/held")) == 0
