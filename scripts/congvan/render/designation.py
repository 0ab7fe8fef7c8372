"""Designations: how a document is named outside its own text, in words from the labels."""

from __future__ import annotations

from functools import lru_cache

from congvan.language import calendar, labels, types
from congvan.model.agency import Agency
from congvan.model.archive import Archive
from congvan.model.citation import Pinpoint
from congvan.model.document import Card, Document, Tombstone
from congvan.model.partial_date import PartialDate
from congvan.model.symbol import Symbol

CONG_VAN = "cong-van"
"""The type whose name is not printed and whose subject stands under the number (Decree 30/2020,
annex I, II.5)."""


def type_name(type_: str) -> str:
    """The name of a type id: "Kế hoạch"."""
    known = types.TYPES.get(type_)
    if known:
        return known.name
    return labels.say(f"type.{type_}") if labels.known(f"type.{type_}") else type_


@lru_cache(maxsize=1 << 10)  # a province has some hundred symbols
def blank_symbol(symbol: str | None) -> str:
    """What is printed after a number that is not there: "/UBND-KGVX"; "" without a symbol."""
    if not symbol:
        return ""
    try:
        return str(Symbol.of(None, symbol))
    except ValueError:
        return "/" + symbol.lstrip("/")


def short(document: Card | Document | Tombstone) -> str:
    """Type, number and date: "Kế hoạch số 28-KH/TU ngày 19/5/2021"."""
    what = _numbered("designation", document)
    date = document.date
    if date is None:
        return what
    key = "designation.on_day" if date.is_day else "designation.in_time"
    return labels.say(key, what=what, date=calendar.say(date))


def full(document: Card | Document | Tombstone, archive: Archive) -> str:
    """With its owner: "Kế hoạch số 28-KH/TU ngày 19/5/2021 của Tỉnh ủy Đắk Lắk"."""
    owner = owner_name(document.owner, document.date, archive)
    return labels.say("designation.of", what=short(document), owner=owner)


def with_subject(document: Document, archive: Archive) -> str:
    """With owner and subject, for search engines and feeds."""
    what = full(document, archive)
    if not document.subject:
        return what
    return labels.say("designation.with_subject", what=what, subject=document.subject)


def official(document: Document, archive: Archive) -> str:
    """The first citation of Decree 30/2020, annex I, II.6: type, number, date, issuer, subject."""
    what = _numbered("citation", document)
    if document.date is not None:
        date = calendar.say_official(document.date)
        what = labels.say("citation.dated", what=what, date=date)
    owner = owner_name(document.owner, document.date, archive)
    if document.organ:
        owner = labels.say("designation.organ", organ=document.organ, owner=owner)
    what = labels.say("citation.of", what=what, owner=owner)
    if not document.subject:
        return what
    said = document.subject.lower().startswith(labels.say("citation.prefix"))
    key = "citation.about_kept" if said else "citation.about"
    return labels.say(key, what=what, subject=document.subject)


def owner_name(agency_id: str, date: PartialDate | None, archive: Archive) -> str:
    """The owner's official name on the day; its id where the register does not know it."""
    agency = archive.agency(agency_id)
    return agency_id if agency is None else name_on(agency, date)


def name_on(agency: Agency, date: PartialDate | None) -> str:
    """The official name it bore at the time, the last one where the time is not known."""
    return agency.name if date is None else agency.name_on(date.earliest)


def clause(pinpoint: Pinpoint) -> str:
    """A clause as it is cited, inner level first: "Khoản 2 Mục III"."""
    words = (labels.say(f"level.{level}", mark=mark) for level, mark in reversed(pinpoint.levels))
    return " ".join(words)


def _numbered(section: str, document: Card | Document | Tombstone) -> str:
    type_ = type_name(document.type)
    if document.code:
        return labels.say(f"{section}.numbered", type=type_, code=document.code)
    symbol = blank_symbol(document.symbol)
    if symbol:
        return labels.say(f"{section}.unnumbered", type=type_, symbol=symbol)
    return labels.say(f"{section}.bare", type=type_)
