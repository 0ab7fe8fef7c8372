"""Resolving: from citations to one archive linked both ways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from congvan.model.dispatch import StatedLink, StatedRelation
from congvan.model.holdings import Holdings
from congvan.model.link import Status
from congvan.model.partial_date import PartialDate
from congvan.model.recognised import RecognisedKnown
from congvan.model.sources import Address, KnownDocument
from congvan.model.span import Span
from resolve.making import cites, dispatch, seen

Resolved = Callable[..., Holdings]


def codes(archive: Holdings) -> list[str]:
    """The codes of the archive's findings."""
    return [finding.code for finding in archive.findings]


def test_a_dated_citation_of_a_known_owner_makes_a_stub(resolved: Resolved) -> None:
    """Owner, code and year known: a stub stands at the address its text will have."""
    archive = resolved(seen(dispatch(), cites(date="2021-05-19")))
    stub = next(d for d in archive.documents if not d.held)
    assert stub.address == "van-ban/tinh-uy-dak-lak/2021/28-kh-tu/"


def test_without_a_year_there_is_no_stub(resolved: Resolved) -> None:
    """A citation that nobody dates stays unresolved, and the clerk is told."""
    archive = resolved(seen(dispatch(), cites()))
    assert [d.held for d in archive.documents] == [True]
    assert codes(archive) == ["citation-unresolved"]


def test_a_short_citation_takes_the_date_said_elsewhere(resolved: Resolved) -> None:
    """After the first mention date and issuer are left out; the same document fills them in."""
    full, short = cites(date="2021-05-19"), cites(span=Span(50, 70), issuer=None, form="short")
    archive = resolved(seen(dispatch(), short, full))
    targets = {link.target for link in archive.held[0].links}
    assert len(targets) == 1
    assert None not in targets


def test_an_undated_citation_finds_the_only_stub_of_its_code(resolved: Resolved) -> None:
    """Another dispatch's dated citation settles which plan is meant, while there is one."""
    archive = resolved(
        seen(dispatch(), cites(date="2021-05-19")),
        seen(dispatch("bbbbbbbb"), cites()),
    )
    assert {link.status for d in archive.held for link in d.links} == {Status.STUB}


def test_two_plans_of_one_code_leave_an_undated_citation_ambiguous(resolved: Resolved) -> None:
    """Party numbers come again each term; nothing is guessed between two."""
    archive = resolved(
        seen(dispatch(), cites(date="2021-05-19")),
        seen(dispatch("bbbbbbbb"), cites(date="2016-04-01")),
        seen(dispatch("cccccccc"), cites()),
    )
    assert archive.document("cccccccc").links[0].status is Status.AMBIGUOUS
    assert "citation-ambiguous" in codes(archive)


def test_a_party_code_of_one_year_and_two_days_is_two_documents(resolved: Resolved) -> None:
    """The full date settles Party codes; the two clash in address, and the clerk is told."""
    archive = resolved(
        seen(dispatch(), cites(date="2021-05-19")),
        seen(dispatch("bbbbbbbb"), cites(date="2021-05-20")),
    )
    assert sum(not d.held for d in archive.documents) == 2
    assert "address-clash" in codes(archive)


def test_a_held_plan_is_found(resolved: Resolved) -> None:
    """What the archive holds is linked, and no stub is made beside it."""
    plan = dispatch(
        "pppppppp",
        type="ke-hoach",
        number="28",
        symbol="KH/TU",
        issuer="tinh-uy-dak-lak",
        date=PartialDate.parse("2021-05-19"),
    )
    archive = resolved(seen(dispatch(), cites(date="2021-05-19")), seen(plan))
    assert archive.document("aaaaaaaa").links[0].target == "pppppppp"
    assert len(archive.documents) == 2


def test_an_anaphor_binds_to_the_one_document_of_its_type(resolved: Resolved) -> None:
    """The words "Kế hoạch nêu trên" mean the only plan named before it."""
    above = cites("Kế hoạch nêu trên", None, form="anaphor", span=Span(40, 57))
    archive = resolved(seen(dispatch(), cites(date="2021-05-19"), above))
    first, second = archive.held[0].links
    assert first.target == second.target


def test_an_anaphor_does_not_bind_to_another_type(resolved: Resolved) -> None:
    """The words "Quyết định nêu trên" are not the plan named before it."""
    above = cites("Quyết định nêu trên", None, form="anaphor", type="quyet-dinh", span=Span(40, 59))
    archive = resolved(seen(dispatch(), cites(date="2021-05-19"), above))
    assert archive.held[0].links[1].status is Status.UNRESOLVED


def test_an_anaphor_after_two_plans_is_ambiguous(resolved: Resolved) -> None:
    """Two plans named before: which one is "above" is not guessed."""
    above = cites("Kế hoạch nêu trên", None, form="anaphor", span=Span(80, 97))
    other = cites("Kế hoạch số 29-KH/TU", "29-KH/TU", date="2021-05-20", span=Span(40, 60))
    archive = resolved(seen(dispatch(), cites(date="2021-05-19"), other, above))
    assert archive.held[0].links[2].status is Status.AMBIGUOUS


def test_a_clerk_can_unlink(resolved: Resolved) -> None:
    """Target `none` takes a link away, and no finding asks about it again."""
    held = dispatch(links=(StatedLink("Kế hoạch số 28-KH/TU", "none"),))
    archive = resolved(seen(held, cites(date="2021-05-19")))
    assert archive.document("aaaaaaaa").links[0].target is None
    assert codes(archive) == []


def test_a_clerk_can_link_words_that_were_not_recognised(resolved: Resolved) -> None:
    """A quote of the body with an id becomes a link of its own."""
    held = dispatch(body="Theo bản đã gửi.", links=(StatedLink("bản đã gửi", "bbbbbbbb"),))
    archive = resolved(seen(held), seen(dispatch("bbbbbbbb")))
    assert archive.document("aaaaaaaa").links[0].target == "bbbbbbbb"


def test_a_clerk_s_quote_that_stands_nowhere_is_told(resolved: Resolved) -> None:
    """A link for words that the body does not have is a finding."""
    archive = resolved(seen(dispatch(links=(StatedLink("không có", "none"),))))
    assert codes(archive) == ["link-quote-missing"]


def test_the_subject_line_says_what_is_implemented(resolved: Resolved) -> None:
    """A plan in the subject outweighs other plans that the body carries out."""
    subject = cites(date="2021-05-19", text="subject", verb="implements")
    other = cites(
        "Kế hoạch số 9/KH-UBND",
        "9/KH-UBND",
        date="2021-01-02",
        issuer="UBND tỉnh",
        verb="implements",
    )
    archive = resolved(seen(dispatch(), subject, other))
    implemented = [r.target for r in archive.relations if r.kind == "implements"]
    assert [archive.document(id_).code for id_ in implemented] == ["28-KH/TU"]


def test_an_empty_implements_replaces_what_is_recognised(resolved: Resolved) -> None:
    """A key that is present, `[]` included, is the clerk's word."""
    citation = cites(date="2021-05-19", text="subject", verb="implements")
    archive = resolved(seen(dispatch(implements=()), citation))
    assert {r.kind for r in archive.relations} == {"cites"}


def test_a_stated_relation_is_read_from_its_official_citation(resolved: Resolved) -> None:
    """A clerk's reference in the official form meets the document it names."""
    words = "Kế hoạch số 28-KH/TU ngày 19/5/2021 của Tỉnh ủy"
    held = dispatch(relations=(StatedRelation("replaces", words),))
    archive = resolved(seen(held, **{words: cites(words, date="2021-05-19")}))
    assert [(r.kind, r.stated) for r in archive.relations] == [("replaces", True)]


def test_a_known_document_enriches_its_stub(resolved: Resolved) -> None:
    """`known.yml` gives a stub its title and where it is published."""
    known = KnownDocument("Kế hoạch số 28-KH/TU …", title="Tuyên truyền", url="https://example.vn/")
    entry = RecognisedKnown(known, cites(date="2021-05-19", issuer="Tỉnh ủy Đắk Lắk"))
    archive = resolved(seen(dispatch(), cites(date="2021-05-19")), known=(entry,))
    stub = next(d for d in archive.documents if not d.held)
    assert (stub.subject, stub.source_url) == ("Tuyên truyền", "https://example.vn/")


def test_the_sentence_around_a_citation_is_kept(resolved: Resolved) -> None:
    """Backlinks show the sentence, without the markup and without its neighbours."""
    body = "Theo chương trình. Thực hiện **Kế hoạch số 28-KH/TU** nêu trên. Hết phần này."
    quote = "Kế hoạch số 28-KH/TU"
    span = Span(body.index(quote), body.index(quote) + len(quote))
    archive = resolved(seen(dispatch(body=body), cites(span=span, date="2021-05-19")))
    assert archive.held[0].links[0].sentence == "Thực hiện Kế hoạch số 28-KH/TU nêu trên."


def test_a_document_that_is_cited_before_it_exists_is_told(resolved: Resolved) -> None:
    """A later date in a citation is a slip somewhere, and is not mended silently."""
    archive = resolved(seen(dispatch(), cites(date="2022-05-19")))
    assert codes(archive) == ["cites-later-document"]


def test_a_recognised_circle_of_implementing_documents_is_an_error(resolved: Resolved) -> None:
    """Each says in words that it carries out the other: the build must stop."""
    date = PartialDate.parse("2021-05-31")
    one = dispatch(type="ke-hoach", number="1", symbol="KH-UBND", date=date)
    two = dispatch("bbbbbbbb", type="ke-hoach", number="2", symbol="KH-UBND", date=date)
    said = {"date": "2021-05-31", "issuer": "UBND tỉnh", "text": "subject", "verb": "implements"}
    archive = resolved(
        seen(one, cites("Kế hoạch số 2/KH-UBND", "2/KH-UBND", **said)),
        seen(two, cites("Kế hoạch số 1/KH-UBND", "1/KH-UBND", **said)),
    )
    assert codes(archive) == ["implements-cycle"]


def test_a_circle_that_clerks_wrote_is_not_told_twice(resolved: Resolved) -> None:
    """Reading tells circles of ids, with their line."""
    one, two = dispatch(implements=("bbbbbbbb",)), dispatch("bbbbbbbb", implements=("aaaaaaaa",))
    assert codes(resolved(seen(one), seen(two))) == []


def test_a_moved_document_is_reached_from_its_published_address(resolved: Resolved) -> None:
    """The ledger's address of a document that got its number leads to where it is now."""
    held = dispatch(number="12")
    row = Address("aaaaaaaa", "van-ban/ubnd-dak-lak/2021/ks-ubnd-kgvx-aaaaaaaa/", date(2021, 6, 1))
    archive = resolved(seen(held), ledger=(row,))
    assert archive.redirects == ((row.address, "aaaaaaaa"),)


def test_the_text_of_a_stub_takes_over_all_its_addresses(resolved: Resolved) -> None:
    """A plan that arrives with an id of its own is reached from the stub's permanent address."""
    stub = next(
        d for d in resolved(seen(dispatch(), cites(date="2021-05-19"))).documents if not d.held
    )
    day = date(2021, 6, 1)
    ledger = (Address(stub.id, stub.address, day), Address(stub.id, f"id/{stub.id}/", day))
    plan = dispatch(
        "pppppppp",
        type="ke-hoach",
        number="28",
        symbol="KH/TU",
        issuer="tinh-uy-dak-lak",
        date=PartialDate.parse("2021-05-19"),
    )
    archive = resolved(seen(dispatch(), cites(date="2021-05-19")), seen(plan), ledger=ledger)
    assert archive.redirects == ((f"id/{stub.id}/", "pppppppp"),)


def test_a_party_stub_whose_year_was_misread_keeps_its_old_address(resolved: Resolved) -> None:
    """Its number runs through the term, so the same code a year beside is the same plan."""
    row = Address("oldstub1", "van-ban/tinh-uy-dak-lak/2020/28-kh-tu/", date(2021, 6, 1))
    archive = resolved(seen(dispatch(), cites(date="2021-05-19")), ledger=(row,))
    stub = next(d for d in archive.documents if not d.held)
    assert archive.redirects == ((row.address, stub.id),)


def test_a_state_number_of_another_year_is_no_heir(resolved: Resolved) -> None:
    """12/KH-UBND of 2020 is not that of 2021: nothing leads there by a guess."""
    held = dispatch(type="ke-hoach", number="12", symbol="KH-UBND")
    row = Address("oldstub1", "van-ban/ubnd-dak-lak/2020/12-kh-ubnd/", date(2021, 6, 1))
    assert resolved(seen(held), ledger=(row,)).redirects == ()


def test_a_withdrawn_document_leaves_a_tombstone(resolved: Resolved) -> None:
    """Its address and its code, or what of it is known, are kept, and none of its words."""
    gone = replace(dispatch(), status="withdrawn", body="", subject=None)
    archive = resolved(withdrawn=(gone,))
    assert archive.documents == ()
    assert archive.tombstones[0].address == "van-ban/ubnd-dak-lak/2021/ks-ubnd-kgvx-aaaaaaaa/"
    assert (archive.tombstones[0].code, archive.tombstones[0].symbol) == (None, "UBND-KGVX")


def test_a_withdrawn_document_does_not_come_back_as_a_stub(resolved: Resolved) -> None:
    """What others still cite of it stays unresolved: its address has a tombstone."""
    gone = dispatch("bbbbbbbb", number="28", symbol="KH/TU", issuer="tinh-uy-dak-lak",
                    date=PartialDate.parse("2021-05-19"), status="withdrawn", body="")  # fmt: skip
    found = resolved(seen(dispatch(), cites(date="2021-05-19")), withdrawn=(gone,))
    assert [d.id for d in found.documents] == ["aaaaaaaa"]
    assert codes(found) == ["citation-unresolved"]
