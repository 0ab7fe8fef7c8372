"""Claims: each citation with the owner and date that its own document gives it."""

from __future__ import annotations

from collections.abc import Iterable

from congvan.language.register import Register
from congvan.model.citation import Citation
from congvan.model.dispatch import Dispatch
from congvan.model.partial_date import PartialDate
from congvan.model.prepared import Claim
from congvan.model.recognised import Recognised, RecognisedKnown
from congvan.resolve.parties import province_of


def claims_of(recognised: Recognised, register: Register) -> tuple[Claim, ...]:
    """Every citation of a dispatch that has a code, subject first, in order of the text.

    A citation after the first has neither date nor issuer (Decree 30/2020, annex I, II.6), so what
    the same document says elsewhere of the same code fills them in.
    """
    citations = [c for c in all_citations(recognised) if c.symbol is not None]
    dates = _first_said(citations, "date")
    issuers = _first_said(citations, "issuer")
    return tuple(_claim(c, recognised.dispatch, dates, issuers, register) for c in citations)


def claim_of_known(entry: RecognisedKnown, register: Register) -> Claim | None:
    """The claim of an entry of `known.yml`; None where its citation has no code."""
    citation = entry.citation
    if citation is None or citation.symbol is None:
        return None
    owner = entry.known.owner or _owner(citation, citation.issuer, None, citation.date, register)
    return Claim(None, citation, owner, citation.date)


def all_citations(recognised: Recognised) -> Iterable[Citation]:
    """Those of the subject and body, then those the clerk's references make."""
    yield from recognised.seen.citations
    yield from recognised.references.values()


def _first_said(citations: Iterable[Citation], attribute: str) -> dict[str, object]:
    """The most that is said of each code: a full day before a month, the first of equals."""
    said: dict[str, object] = {}
    for citation in citations:
        value = getattr(citation, attribute)
        if citation.symbol is None or value is None:
            continue
        known = said.get(citation.symbol.key)
        if known is None or (isinstance(value, PartialDate) and _sharper(value, known)):
            said[citation.symbol.key] = value
    return said


def _sharper(date: PartialDate, known: object) -> bool:
    return isinstance(known, PartialDate) and date.is_day and not known.is_day


def _claim(
    citation: Citation,
    dispatch: Dispatch,
    dates: dict[str, object],
    issuers: dict[str, object],
    register: Register,
) -> Claim:
    assert citation.symbol is not None
    date = citation.date or dates.get(citation.symbol.key)
    issuer = citation.issuer or issuers.get(citation.symbol.key)
    if citation.symbol.style == "law":
        issuer = None  # its letters name the Assembly or its Committee, and nobody else
    said = date if isinstance(date, PartialDate) else None
    words = issuer if isinstance(issuer, str) else None
    owner = _owner(citation, words, dispatch, said, register)
    return Claim(dispatch.id, citation, owner, said)


def _owner(
    citation: Citation,
    issuer: str | None,
    dispatch: Dispatch | None,
    date: PartialDate | None,
    register: Register,
) -> str | None:
    """A bare "Tỉnh ủy" is that of the citing document's province on the cited day."""
    assert citation.symbol is not None
    province = province_of(dispatch, register) if dispatch else None
    day = date or (dispatch.date if dispatch else None)
    agency = register.owner_for(
        citation.symbol,
        issuer,
        day=day.earliest if day else None,
        province=province,
    )
    return agency.id if agency else None
