"""What stands beside a document's text: a package's metadata, stamps; over what was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from congvan.language import stamped, types
from congvan.model.dispatch import Signer
from congvan.model.number import Number
from congvan.model.partial_date import PartialDate
from congvan.model.recognised import Letter
from congvan.model.symbol import Symbol

_AS_STATED = ("number", "symbol", "issuer", "place", "subject")


def as_stated(letter: Letter, stated: Mapping[str, str]) -> Letter:
    """The letter with the values of an edXML header (QCVN 102:2016/BTTTT) in their places.

    A value that has no meaning here, a type that is unknown or a day that does not exist, leaves
    what was read. The header's receivers say where the package was sent, which need not be how the
    document prints its addressees: they stand in only where the text was read to name none.
    """
    found: dict[str, Any] = {key: stated[key] for key in _AS_STATED if key in stated}
    named = types.by_name(stated.get("type_name", ""))
    found |= {"type": named.id} if named else {}
    day = _day(stated.get("date", ""))
    found |= {"date": day} if day else {}
    for key in ("to", "copies"):
        if key in stated and not getattr(letter, key):
            found[key] = tuple(stated[key].split("\n"))
    made = replace(letter, **found, signer=_signer(letter.signer, stated))
    return _coded(made, letter)


def as_stamped(letter: Letter, stamps: Iterable[str]) -> Letter:
    """The letter with the urgency that is stamped on it, where its text was read to name none."""
    urgent = (words for words in stamps if not stamped.is_secret(words))
    return replace(letter, urgency=letter.urgency or next(urgent, None))


def _day(written: str) -> PartialDate | None:
    try:
        return PartialDate.parse(written)
    except ValueError:
        return None


def _signer(read: Signer | None, stated: Mapping[str, str]) -> Signer | None:
    """The signer; the lines of authority as printed where the one that is stated is among them."""
    found = read or Signer()
    authority = stated.get("signer.authority")
    lines = found.authority if authority in (None, *found.authority) else (str(authority),)
    made = Signer(
        lines,
        stated.get("signer.title", found.title),
        stated.get("signer.name", found.name),
    )
    return None if made == Signer() else made


def _coded(made: Letter, read: Letter) -> Letter:
    """With the code of its number and symbol; both as they were read where they make none."""
    if (made.number, made.symbol) == (read.number, read.symbol):
        return made
    try:
        return replace(made, code=_code(made.number, made.symbol))
    except ValueError:
        return replace(made, number=read.number, symbol=read.symbol)


def _code(number: str | None, symbol: str | None) -> str | None:
    """The code; None while a part is missing. Raises ValueError for parts of no code."""
    if symbol is None:
        if number is not None:
            Number.parse(number)
        return None
    code = str(Symbol.of(number, symbol))
    return code if number else None
