from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from read.conftest import Spoilt

PARTY = {"issuer": "tinh-uy-dak-lak", "symbol": "KH/TU"}


@pytest.mark.parametrize("key", ["published", "approved_by"])
def test_public_documents_are_approved(archive: Spoilt, key: str) -> None:
    """Publication is somebody's decision on some day, and both are written down."""
    missing: dict[str, Any] = {key: None}
    archive.add(**missing)
    assert archive.one("not-approved").values["key"] == key


def test_a_day_that_cannot_be_read_is_told_once(archive: Spoilt) -> None:
    """A mistyped day of publication is not also told to be missing."""
    archive.add(published="22/11/2026")
    assert archive.codes() == ["date-not-edtf"]


@pytest.mark.parametrize(
    ("date", "published", "told"),
    [
        ("2021-03-15", "2021-03-14", True),
        ("2021-03-15", "2021-03-15", False),
        ("2021-03", "2021-03-01", False),
        ("2021-04", "2021-03-31", True),
    ],
)
def test_issued_before_published(archive: Spoilt, date: str, published: str, told: bool) -> None:
    """Nothing is published before the first day on which it can have been issued."""
    archive.add(date=date, published=published)
    assert ("published-before-issued" in archive.codes()) is told


def test_tasks_fall_due_later(archive: Spoilt) -> None:
    """A deadline before the date of the document is a slip worth a look."""
    archive.add(extra="tasks: [{lead: [A], text: b, due: '2020-06-05'}]\n")
    assert archive.one("due-before-issued").fragment == "2020-06-05"


@pytest.mark.parametrize(
    "issuer",
    ["tinh-uy-dak-lak", "ban-tuyen-giao-tinh-uy-dak-lak", "ban-bi-thu", "ban-chap-hanh-trung-uong"],
)
def test_party_texts_need_consent(archive: Spoilt, issuer: str) -> None:
    """The text of a Party body is published with its consent alone."""
    archive.add(**PARTY | {"issuer": issuer})
    assert archive.one("party-without-consent").fragment == issuer


def test_consent_and_secrecy_settle_it(archive: Spoilt) -> None:
    """With consent, or kept internal, or withdrawn, a Party text may stand."""
    archive.add("a/2021/1", **PARTY, consent="Công văn số 5-CV/VPTU")
    archive.add("a/2021/2", **PARTY, id="aaaaaa13", access="internal")
    archive.add("a/2021/3", **PARTY, id="aaaaaa14", status="withdrawn")
    assert "party-without-consent" not in archive.codes()


def test_state_bodies_need_none(archive: Spoilt) -> None:
    """The People's Committee publishes under the law."""
    archive.add()
    assert archive.codes() == []


def test_internal_papers_in_the_public_archive(archive: Spoilt) -> None:
    """An internal paper is told in the public archive, and not in the staff's own."""
    archive.add(access="internal", published=None, approved_by=None)
    assert archive.codes() == ["internal-in-archive"]
    assert archive.codes(internal=True) == []


@pytest.mark.parametrize("key", ["published", "approved_by"])
def test_internal_and_published_is_a_contradiction(archive: Spoilt, key: str) -> None:
    """A paper cannot be internal and have been cleared for publication."""
    missing: dict[str, Any] = dict.fromkeys({"published", "approved_by"} - {key})
    archive.add(access="internal", **missing)
    assert archive.one("internal-published").values["key"] == key


def test_withdrawing_has_a_reason(archive: Spoilt) -> None:
    """The tombstone says why; a document withdrawn without a word is told."""
    archive.add(status="withdrawn")
    assert archive.codes() == ["withdrawn-without-reason"]
    archive.add(status="withdrawn", extra="corrections: [{date: '2026-01-01', text: Thu hồi.}]\n")
    assert archive.codes() == []


def test_where_nobody_has_decided_the_document_waits(archive: Spoilt) -> None:
    """Neither day nor name is no mistake: the document awaits approval."""
    archive.add(published=None, approved_by=None)
    assert archive.codes() == ["awaiting-approval"]


@pytest.mark.parametrize("blank", ["", None])
def test_blank_keys_are_no_decision(archive: Spoilt, blank: str | None) -> None:
    """What import writes for the clerk to fill counts as absent."""
    archive.add(published="", approved_by=blank)
    assert archive.codes() == ["awaiting-approval"]


def test_a_withdrawn_document_awaits_nothing(archive: Spoilt) -> None:
    """Its tombstone stands without a decision to publish."""
    extra = "corrections: [{date: '2026-01-01', text: Thu hồi.}]\n"
    archive.add(status="withdrawn", published=None, approved_by=None, extra=extra)
    assert archive.codes() == []
