"""The archive answers by key."""

from __future__ import annotations

import pytest

from congvan.model.archive import NO_DATE, Archive, year_of
from congvan.model.assignment import Deadline
from congvan.model.document import Document, Relation, Task
from congvan.model.link import Party
from congvan.model.partial_date import PartialDate


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
ARCHIVE = Archive(
    documents=(
        document("a", tasks=(TASK,), to=(Party("Sở A", agency="so-a"),)),
        document("b", None),
    ),
    relations=(Relation("implements", "a", "b"), Relation("cites", "a", "b")),
)


def test_relations_are_read_both_ways() -> None:
    """What a document does to another is what is done to that one."""
    assert ARCHIVE.relations_from("a") == ARCHIVE.relations_to("b") == ARCHIVE.relations
    assert ARCHIVE.relations_from("b") == ()


def test_an_unknown_document_is_an_error() -> None:
    """An id that nobody has is never answered by something else."""
    with pytest.raises(KeyError):
        ARCHIVE.document("z")


@pytest.mark.parametrize("agency", ["so-a", "so-b", "so-c"])
def test_a_task_is_its_lead_s_its_partners_and_its_channel_s(agency: str) -> None:
    """Whoever leads, cooperates or passes it on is asked about it."""
    assert ARCHIVE.tasks_of(agency) == (TASK,)


def test_documents_without_a_date_have_a_year_of_their_own() -> None:
    """They are listed, apart from every year."""
    assert [d.id for d in ARCHIVE.of_year(NO_DATE)] == ["b"]
    assert ARCHIVE.years == (NO_DATE, 2021)
    assert year_of(ARCHIVE.document("a")) == 2021


def test_every_agency_that_is_named_is_listed_once() -> None:
    """Owners, addressees and parties to tasks, in order of their ids."""
    assert ARCHIVE.agencies == ("so-a", "so-b", "so-c", "tinh-uy-dak-lak")


def test_addressees_and_owners_find_their_documents() -> None:
    """An agency's page asks who wrote to it and what it issued."""
    assert [d.id for d in ARCHIVE.addressed_to("so-a")] == ["a"]
    assert [d.id for d in ARCHIVE.issued_by("tinh-uy-dak-lak")] == ["a", "b"]
    assert ARCHIVE.types == ("ke-hoach",)
    assert ARCHIVE.held == ()
