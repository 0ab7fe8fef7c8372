"""The official heading and footing of a dispatch: the printed lines around its body.

Decree 30/2020, annex I: names of the superior and the issuing body (II.2), motto (II.1), number
(II.3), place and date (II.4), type and subject (II.5), addressees and recipients (II.9), signature
(II.7).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from congvan.language import calendar, labels
from congvan.language.register import Register
from congvan.model.agency import LEVEL_WORDS, Agency
from congvan.model.dispatch import Dispatch
from congvan.render import designation

DEPARTMENT = "so-"
"""How the kinds of department begin, whose superior stands above their name."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a body, in the order in which it is read."""

    issuer: tuple[str, ...]
    motto: tuple[str, ...]
    number: str
    place_date: str | None
    type_line: str | None
    """The type in capitals; None for a công văn, whose subject stands under the number."""
    about: str | None
    """What is printed before the subject: "V/v " or nothing."""


def heading(dispatch: Dispatch, register: Register) -> Heading:
    """The printed heading of a dispatch."""
    letter = dispatch.type == designation.CONG_VAN
    symbol = designation.blank_symbol(dispatch.symbol)
    return Heading(
        issuer=issuer_lines(dispatch, register),
        motto=motto_lines(dispatch),
        number=labels.say("official.number", number=dispatch.number or "", symbol=symbol),
        place_date=place_date(dispatch),
        type_line=None if letter else designation.type_name(dispatch.type).upper(),
        about=labels.say("official.about", subject="") if letter else "",
    )


def issuer_lines(dispatch: Dispatch, register: Register) -> tuple[str, ...]:
    """The superior and the issuing body, or the body over the name of its province."""
    agency = designation.find_agency(dispatch.issuer, register)
    if agency is None:
        return (dispatch.issuer,)
    day = dispatch.date.earliest if dispatch.date else None
    name = agency.name_on(day) if day else agency.name
    parent = designation.find_agency(agency.parent, register) if agency.parent else None
    if parent is None or not agency.kind.startswith(DEPARTMENT):
        return _over_province(name)
    short = agency.short_on(day) if day else agency.short
    return (_superior(parent, dispatch, register), short.upper())


def motto_lines(dispatch: Dispatch) -> tuple[str, ...]:
    """The motto, its dashes as the text received has them."""
    name, words = labels.say("official.motto"), labels.say("official.motto_words")
    pattern = r"\s*[-–—]\s*".join(re.escape(part) for part in words.split(" - "))
    printed = re.search(pattern, dispatch.original or "")
    return (name, " ".join(printed[0].split()) if printed else words)


def place_date(dispatch: Dispatch) -> str | None:
    """Place and date; a part that is not known stays blank, as on the paper."""
    if dispatch.date is None:
        return dispatch.place
    date = calendar.say_official(dispatch.date)
    if not dispatch.place:
        return date
    return labels.say("official.place_date", place=dispatch.place, date=date)


def _superior(parent: Agency, dispatch: Dispatch, register: Register) -> str:
    """The name of the body above, shortened where the text received has it so; common words of it
    may be (Decree 30/2020, annex I, II.2)."""
    province = register.province(parent.province).name if parent.province else ""
    shortened = f"{parent.short} {province}".strip().upper()
    printed = " ".join((dispatch.original or "").upper().split())
    return shortened if shortened in printed else parent.name.upper()


def _over_province(name: str) -> tuple[str, ...]:
    for level in LEVEL_WORDS.values():
        head, found, tail = name.rpartition(f" {level} ")
        if found and head:
            return (head.upper(), f"{level} {tail}".upper())
    return (name.upper(),)
