"""The official form: what a document prints around its body, in the order in which it is read.

Decree 30/2020/NĐ-CP, annex I, II: issuer (2), motto (1), number (3), place and date (4), type and
subject (5), addressees and recipients (9), signature (7). Where the rules leave a choice (a zero
before a month, the superior's name in full) the text as received settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Protocol

import yaml

from congvan.language import calendar, types
from congvan.language.folding import fold
from congvan.language.party import is_party
from congvan.language.printed import Printed, measured
from congvan.model.agency import LEVEL_WORDS, Agency, Province
from congvan.model.dispatch import Dispatch, Signer
from congvan.model.symbol import Symbol

LETTER = "cong-van"
"""The type whose name is not printed."""

BLANK = "…"
"""What stands in a date for the day or month that is left blank."""

_PARTY_SIGN = "*"
"""Below the name of a Party body (Guideline 36-HD/VPTW)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line whose words are those of the front matter, with the signs around them."""

    before: str
    """"V/v ", "- " or nothing."""
    words: str
    after: str = ""

    def __str__(self) -> str:
        return f"{self.before}{self.words}{self.after}"


@dataclass(frozen=True, slots=True)
class Official:
    """The printed lines of a document around its body."""

    issuer: tuple[str, ...]
    """The superior's name, or the name's first part, above the issuer's; a Party body's sign
    below it."""
    motto: tuple[str, ...]
    number: str
    """"Số: 28-KH/TU"; "Số: /UBND-KGVX" while the number is blank."""
    place_date: str | None
    urgency: str | None
    type_name: str | None
    """In capitals; None for a công văn."""
    subject: Line | None
    """With what stands before it: "V/v triển khai …"."""
    addressees: str
    """"Kính gửi:"."""
    to: tuple[Line, ...]
    """Each line with its dash and its closing sign; a single addressee bare."""
    recipients: str
    """"Nơi nhận:"."""
    copies: tuple[Line, ...]
    signer: Signer

    @property
    def above(self) -> tuple[str, ...]:
        """The lines before the body, in order."""
        return tuple(self._above())

    @property
    def below(self) -> tuple[str, ...]:
        """The lines after the body, in order."""
        copies = (self.recipients, *map(str, self.copies)) if self.copies else ()
        signed = (*self.signer.authority, self.signer.title, self.signer.name)
        return (*copies, *filter(None, signed))

    def _above(self) -> Iterator[str]:
        yield from (*self.issuer, *self.motto, self.number)
        yield from filter(None, (self.place_date, self.urgency, self.type_name))
        if self.subject:
            yield str(self.subject)
        if self.to:
            yield from (self.addressees, *map(str, self.to))


class Bodies(Protocol):
    """Who knows the bodies: the register, or an archive that is asked."""

    def agency(self, id_: str, /) -> Agency | None:
        """The body of that id. None or KeyError where there is none."""

    def province(self, id_: str, /) -> Province:
        """The provincial unit of that id. Raises KeyError where there is none."""


def official(dispatch: Dispatch, bodies: Bodies) -> Official:
    """The official form of a dispatch. Nothing is raised: what is unknown stays out."""
    original = measured(dispatch.original or "")
    agency = _agency(dispatch.issuer, bodies)
    party = agency is not None and is_party(agency)
    issuer = _as_printed(_issuers(dispatch, agency, bodies), original)
    return Official(
        issuer=(*issuer, _PARTY_SIGN) if party else issuer,
        motto=_as_printed([_WORDS["motto"]["party" if party else "state"]], original),
        number=_number(dispatch, original),
        place_date=_place_date(dispatch, original),
        urgency=_urgency(dispatch, original),
        type_name=_type_name(dispatch, original),
        subject=_subject(dispatch, "party" if party else "letter", original),
        addressees=_label("addressees", original.text),
        to=_listed(dispatch.to or (), alone_bare=True),
        recipients=_label("recipients", original.text),
        copies=_listed(dispatch.copies or ()),
        signer=dispatch.signer or Signer(),
    )


def _agency(id_: str, bodies: Bodies) -> Agency | None:
    try:
        return bodies.agency(id_)
    except KeyError:
        return None


def _issuers(dispatch: Dispatch, agency: Agency | None, bodies: Bodies) -> list[tuple[str, ...]]:
    """Forms of the issuer's lines, the usual one first."""
    if agency is None:
        return []
    day = dispatch.date.earliest if dispatch.date else None
    name = agency.name_on(day) if day else agency.name
    short = agency.short_on(day) if day else agency.short
    forms = [_over_province(name), (short.upper(),)]
    superior = _agency(agency.parent, bodies) if agency.parent else None
    if superior is None or superior.province is None:
        return forms
    above = _superiors(superior, bodies)
    return [(line.upper(), issuer.upper()) for line in above for issuer in (short, name)] + forms


def _superiors(superior: Agency, bodies: Bodies) -> list[str]:
    province = bodies.province(superior.province) if superior.province else None
    # The short name ends in the level, "UBND tỉnh", and the province's full name begins with it.
    words = superior.short.removesuffix(f" {LEVEL_WORDS[province.level]}") if province else ""
    values = {
        "name": superior.name,
        "short": words,
        "province": province.full_name if province else "",
    }
    return [form.format(**values).strip() for form in _WORDS["superior"]]


def _over_province(name: str) -> tuple[str, ...]:
    """A name as two lines, the province below: ỦY BAN NHÂN DÂN over TỈNH ĐẮK LẮK."""
    for level in LEVEL_WORDS.values():
        head, found, tail = name.rpartition(f" {level} ")
        if found and head:
            return (head.upper(), f"{level} {tail}".upper())
    return (name.upper(),)


def _urgency(dispatch: Dispatch, original: Printed) -> str | None:
    """The mark of urgency where it is a line of the text; one stamped beside it is no part."""
    if dispatch.original is None or dispatch.urgency is None:
        return dispatch.urgency
    lines = (fold(line).strip(" .*_") for line in original.text.split("\n"))
    return dispatch.urgency if fold(dispatch.urgency) in lines else None


def _number(dispatch: Dispatch, original: Printed) -> str:
    """After a colon, but where the text as received has none, as Party bodies often print it."""
    words, code = _WORDS["number"], _code(dispatch)
    bare = code and re.search(rf"\b{words}\s+{re.escape(code)}", original.text)
    return f"{words}{'' if bare else ':'} {code}".rstrip()


def _code(dispatch: Dispatch) -> str:
    if dispatch.symbol is None:
        return dispatch.number or ""
    try:
        return str(Symbol.of(dispatch.number, dispatch.symbol))
    except ValueError:
        return f"{dispatch.number or ''}/{dispatch.symbol}"


def _place_date(dispatch: Dispatch, original: Printed) -> str | None:
    if dispatch.date is None:
        return dispatch.place
    said = calendar.say_official(dispatch.date)
    bare = re.sub(r"\b0(?=\d\b)", "", said)
    padded = re.sub(r"(?<=\b)(\d)\b", r"0\1", said)
    date = next((form for form in (said, bare, padded) if original.find(form)), said)
    if dispatch.place is None:
        return date
    return str(_WORDS["place_date"].format(place=dispatch.place, date=date))


def _type_name(dispatch: Dispatch, original: Printed) -> str | None:
    """The type's name, or the alias the text as received prints: "THÔNG BÁO KẾT LUẬN"."""
    kind = types.TYPES.get(dispatch.type)
    if kind is None or dispatch.type == LETTER:
        return None
    return " ".join(_as_printed([(kind.name.upper(),)], original))


def _subject(dispatch: Dispatch, letter: str, original: Printed) -> Line | None:
    if dispatch.subject is None:
        return None
    about = _WORDS["about"][letter if dispatch.type == LETTER else "named"]
    forms = [Line(f"{prefix} ".lstrip(), dispatch.subject) for prefix in about]
    found = [form for form in forms if original.find(str(form))]
    return max(found, key=lambda form: len(form.before), default=forms[0])


def _as_printed(forms: Sequence[Sequence[str]], original: Printed) -> tuple[str, ...]:
    """The first form that the text as received prints, in its own letters and lines."""
    for form in forms:
        found = original.find(" ".join(form))
        if found is not None:
            return original.lines(found)
    return tuple(forms[0]) if forms else ()


def _label(name: str, original: str) -> str:
    """The words before a list, in the letters of the original: "Nơi nhận:"."""
    words: str = _WORDS[name]
    form = r"\s+".join(map(re.escape, words.split()))
    printed = re.search(rf"{form}(?=[*_\s]*:)", original, re.IGNORECASE)
    return " ".join((printed[0] if printed else words).split()) + ":"


def _listed(lines: Sequence[str], *, alone_bare: bool = False) -> tuple[Line, ...]:
    """Lines with their dashes, ";" between and "." at the end (annex I, II.9)."""
    if alone_bare and len(lines) == 1:
        return (Line("", lines[0]),)
    last = len(lines) - 1
    return tuple(Line("- ", line, "." if n == last else ";") for n, line in enumerate(lines))


_WORDS = yaml.load(
    resources.files("congvan.language").joinpath("data/official.yml").read_text("utf-8"),
    Loader=yaml.CSafeLoader,
)
