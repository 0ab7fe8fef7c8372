from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from congvan.read import separate

if TYPE_CHECKING:
    from read.conftest import Spoilt

A, B = "ubnd-dak-lak/2021/a", "ubnd-dak-lak/2021/b"
REFERRING = (
    "implements: [aaaaaa13, 'Kế hoạch số 28-KH/TU ngày 19/5/2021 của Tỉnh ủy Đắk Lắk']\n"
    "relations: [{kind: replaces, document: aaaaaa13}, {kind: cites, document: aaaaaa99}]\n"
    "links: [{quote: UBND, target: aaaaaa13}]\n"
)


def test_internal_documents_leave_no_trace(archive: Spoilt) -> None:
    """Neither an internal document nor a reference to it by id comes through."""
    archive.add(A, extra=REFERRING)
    archive.add(B, id="aaaaaa13", number="13", access="internal", subject="tuyệt đối kín")
    public = separate(archive.read())
    (kept,) = public.dispatches
    assert (kept.implements, public.withdrawn) == (
        ("Kế hoạch số 28-KH/TU ngày 19/5/2021 của Tỉnh ủy Đắk Lắk",),
        (),
    )
    assert kept.relations is not None
    assert [relation.document for relation in kept.relations] == ["aaaaaa99"]
    shown = repr(public)
    assert "aaaaaa13" not in shown
    assert "tuyệt đối kín" not in shown


def test_what_was_not_stated_stays_unstated(archive: Spoilt) -> None:
    """Parting changes nothing else: an absent list is not an empty one."""
    archive.add(A)
    (kept,) = separate(archive.read()).dispatches
    assert kept == archive.dispatch()


def test_withdrawn_documents_keep_their_names_alone(archive: Spoilt) -> None:
    """Of a withdrawn document nothing of the text, the subject or the people is left."""
    archive.add(
        A,
        status="withdrawn",
        body="Nội dung đã rút./.",
        extra="to: [Sở A]\ncopies: [Sở B]\nsigner: {name: Nguyễn Văn A}\naliases: [van-ban/cu/]\n"
        "corrections: [{date: '2026-01-01', text: Thu hồi.}]\n",
    )
    public = separate(archive.read())
    (gone,) = public.withdrawn
    assert (public.dispatches, gone.number, gone.aliases) == ((), "12", ("van-ban/cu/",))
    assert gone.corrections[0].text == "Thu hồi."
    for words in ("Nội dung", "chuyển đổi số", "Sở A", "Sở B", "Nguyễn Văn A", "HẠNH PHÚC"):
        assert words not in repr(public)


@pytest.mark.parametrize("access", ["pubic", "Public", "secret"])
def test_only_what_says_public_is_public(archive: Spoilt, access: str) -> None:
    """A value that nobody knows publishes nothing."""
    archive.add(A, access=access)
    public = separate(archive.read())
    assert (public.dispatches, public.withdrawn) == ((), ())


def test_withdrawn_and_internal(archive: Spoilt) -> None:
    """A withdrawn internal paper was never public and leaves no tombstone."""
    archive.add(A, access="internal", status="withdrawn")
    assert separate(archive.read()).withdrawn == ()


def test_what_awaits_approval_leaves_no_trace(archive: Spoilt) -> None:
    """Until somebody decides, neither the document nor a reference to it by id comes through."""
    archive.add(A, extra=REFERRING)
    archive.add(
        B, id="aaaaaa13", number="13", published=None, approved_by=None, subject="chưa ai duyệt"
    )
    shown = repr(separate(archive.read()))
    assert "aaaaaa12" in shown
    assert "aaaaaa13" not in shown
    assert "chưa ai duyệt" not in shown
