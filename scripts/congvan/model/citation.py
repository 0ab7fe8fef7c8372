"""Citations: words that name a document. What they point at is a link's business."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from congvan.model.partial_date import PartialDate
from congvan.model.span import Span
from congvan.model.symbol import Symbol

Form = Literal["full", "short", "anaphor", "law", "self"]
"""full: with a code and a date or issuer; short: a code alone; anaphor: "Kế hoạch nêu trên";
law: by name; self: "Công văn này"."""

Text = Literal["subject", "body"]
"""Which text of the dispatch a span measures."""


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A place inside the cited document, outer level first: (("muc", "III"), ("khoan", "2"))."""

    levels: tuple[tuple[str, str], ...]

    @property
    def anchor(self) -> str:
        """The fragment of the clause on the cited document's page: "m3.k2", "p4.m8"."""
        return ".".join(_LETTERS[level] + _ordinal(mark) for level, mark in self.levels)


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a document, with the pinpoints printed before it."""

    text: Text
    span: Span
    """The whole mention, pinpoints included: what becomes the link."""
    quote: str
    """`span` of the text as stored, markup and all."""
    form: Form
    type: str | None
    """A type id; None where the text names none ("văn bản số …")."""
    symbol: Symbol | None = None
    date: PartialDate | None = None
    issuer: str | None = None
    """As written, line breaks closed up: "BTV Tỉnh ủy"."""
    title: str | None = None
    """What follows "về", or a law's name."""
    pinpoints: tuple[Pinpoint, ...] = ()
    verb: str | None = None
    """The relation the words before it announce: "implements", "based-on", "replaces" …;
    None for a plain mention."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that name an agency or a group of agencies."""

    text: Text
    span: Span
    quote: str
    name: str
    """The full name that the words stand for: in "Các Hội: Nhà báo, Văn học Nghệ thuật tỉnh" the
    mention "Văn học Nghệ thuật tỉnh" has the name "Hội Văn học Nghệ thuật tỉnh"."""


# The levels of Decree 30/2020, annex I, II.6, and of Party texts, by the letter of their anchor.
_LETTERS = {
    "phan": "p",
    "chuong": "c",
    "muc": "m",
    "tieu-muc": "t",
    "dieu": "d",
    "khoan": "k",
    "diem": "",
    "phu-luc": "pl",
    "mau": "mau",
    "gach": "g",
}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _ordinal(mark: str) -> str:
    """Roman to Arabic ("III" → "3"); a letter item lower-cased, đ kept apart as "dd"."""
    if mark and all(letter in _ROMAN for letter in mark):
        values = [_ROMAN[letter] for letter in mark]
        signed = (v if all(v >= w for w in values[i + 1 :]) else -v for i, v in enumerate(values))
        return str(sum(signed))
    return mark.lower().replace("đ", "dd")
