"""Symbols: the code that names a document, as a value that parses and prints without loss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import total_ordering

from congvan.model.number import Number
from congvan.model.signs import unaccented, unify
from congvan.model.span import Span
from congvan.model.symbol_letters import TYPE_SLUGS
from congvan.model.symbol_parts import Style, bodies_of, classify, is_body, usual_join
from congvan.model.symbol_pattern import CODE, LONE, RUNNING, tidy

PATTERN = RUNNING
"""Codes in running text; `find_symbols` is the way to use it."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Symbol:
    """A code, "28-KH/TU", or what stands of it while the number is blank, "/UBND-KGVX".

    Two symbols are equal where they are written alike; they can mean one document where their
    keys are equal, and do where the owner and the year agree too.

    >>> symbol = Symbol.parse("05/KH-UBND")
    >>> str(symbol), symbol.key, symbol.slug, symbol.without_number
    ('05/KH-UBND', '5/KH-UBND', '5-kh-ubnd', 'KH-UBND')
    """

    written: str
    style: Style = field(compare=False)
    number: Number | None = field(compare=False)
    join: str = field(compare=False)
    """What stands after the number: "/" of the State, "-" of the Party."""
    year: int | None = field(compare=False)
    letters: str | None = field(compare=False)
    """The type's letters as the law spells them: "KH", "CTr"; None for a letter and a law."""
    bodies: tuple[str, ...] = field(compare=False)
    """As written: ("UBND",); several for a joint document, ("BYT", "BTNMT")."""
    unit: str | None = field(compare=False)
    """What follows the body: the drafting unit or field, "KGVX"."""
    term: int | None = field(compare=False)
    """The legislature or Council term glued to the body: 15 of "QH15"."""
    groups: tuple[str, ...] = field(compare=False, repr=False)
    """All groups after number and year, tidied, with the separator before each but the first."""

    @classmethod
    def parse(cls, text: str) -> Symbol:
        """The symbol that `text` writes, gaps, dashes and look-alikes as they come.

        Raises ValueError, saying what is wrong, where `text` is not one whole code.
        """
        match = CODE.fullmatch(tidy(text))
        if match is None:
            raise ValueError(f"not a document code: {text!r}")
        number, join, year = match["number"], match["join"], match["year"]
        groups = tuple(_GROUPS.findall(match["groups"]))
        if join is None and (number or len(groups) == 1):
            raise ValueError(f"no '/' or '-' between number and letters: {text!r}")
        style, letters = classify(join, year, groups)
        bodies, unit, term = bodies_of(style, letters, [group.lstrip("-/") for group in groups])
        if not bodies or (style == "letter" and not is_body(bodies[0])):
            raise ValueError(f"a code without the letters of a body: {text!r}")
        return cls(
            written=text,
            style=style,
            number=Number.parse(number) if number else None,
            join=join or usual_join(match["groups"]),
            year=int(year) if year else None,
            letters=letters,
            bodies=bodies,
            unit=unit,
            term=term,
            groups=groups,
        )

    @classmethod
    def of(cls, number: str | None, symbol: str) -> Symbol:
        """The symbol of a number and what stands after it: "28" and "KH/TU" give 28-KH/TU.

        Raises ValueError as `parse` does, and where `number` is no number.
        """
        digits = str(Number.parse(number)) if number else ""
        after = tidy(symbol)
        join = "" if after.startswith(("/", "-")) else usual_join(after)
        return cls.parse(digits + join + symbol)

    @property
    def without_number(self) -> str:
        """What stands after the number, tidied: "KH/TU", "UBND-KGVX", "2020/NĐ-CP".

        With the sign before it where that is not the usual one: "-BYT/TT" of 62-BYT/TT.
        """
        usual = self.year or self.join == usual_join(self._after)
        return self._after if usual else self.join + self._after

    @property
    def key(self) -> str:
        """Identity: gaps and "&" out, no leading zeros, capitals; separators and Đ are kept."""
        number = self.number.key if self.number else ""
        return number + self.join + _UNSAID.sub("", self._after).upper()

    @property
    def loose(self) -> str:
        """For tolerant look-up: letters and digits with every separator alike, Đ kept.

        28/KH-TU and 28-KH/TU meet; 12/NQ-HĐND and 12/2021/NQ-HĐND do not.
        """
        number = self.number.key if self.number else ""
        bare = (_SIGNS.sub("", part).upper() for part in self._parts())
        return "-".join(part for part in (number, *bare) if part)

    @property
    def slug(self) -> str:
        """The last part of an address: "28-kh-tu", "ubnd-kgvx", with types kept apart by table."""
        number = self.number.slug if self.number else ""
        parts = self._parts()
        if self.letters in TYPE_SLUGS:
            parts[1 if self.year else 0] = TYPE_SLUGS[self.letters]
        bare = (_NOT_ASCII.sub("", unaccented(part).lower()) for part in parts)
        return "-".join(part for part in (number, *bare) if part)

    @property
    def _after(self) -> str:
        return (f"{self.year}/" if self.year else "") + "".join(self.groups)

    def _parts(self) -> list[str]:
        groups = [group.lstrip("-/") for group in self.groups]
        return [str(self.year), *groups] if self.year else groups

    def _order(self) -> tuple[int, str, tuple[str, ...], str, Number, str]:
        number = self.number or _BLANK
        return (
            self.year or 0,
            self.letters or "",
            self.bodies,
            self.unit or "",
            number,
            self.written,
        )

    def __lt__(self, other: Symbol) -> bool:
        """By year, type, body and unit, then number: the order of a register."""
        return self._order() < other._order()

    def __str__(self) -> str:
        """As written."""
        return self.written


def find_symbols(text: str) -> Iterator[tuple[Symbol, Span]]:
    """Every code in running text with its place, in order; blank numbers after "số" included.

    `span.of(text)` is the symbol as written, gaps and line breaks and all. `text` is in NFC.
    """
    plain = unify(text)
    places = [
        (m.start("number" if m["number"] else "code"), m.end()) for m in RUNNING.finditer(plain)
    ]
    places += [m.span("code") for m in LONE.finditer(plain)]
    for start, end in sorted(places):
        written = text[start:end]
        written = written[: len(written) - len(_footnote(unify(written)))]
        try:
            yield Symbol.parse(written), Span(start, start + len(written))
        except ValueError:
            continue  # the running pattern is the wider of the two


_BLANK = Number("", -1)
_GROUPS = re.compile(r"[-/]?(?:[^-/(]|\([^()]*\))+")
_UNSAID = re.compile(r"[&\s]")
_SIGNS = re.compile(r"[&\s,.()-]")
_NOT_ASCII = re.compile(r"[^a-z0-9-]")
# Bodies whose letters never end in a digit: one that does has a footnote's mark glued to it.
_FOOTNOTED = re.compile(r"(?<=-CP|TTg)\d{1,2}$|(?<=/TW|/TU)\d{1,2}$")


def _footnote(written: str) -> str:
    match = _FOOTNOTED.search(written)
    return match[0] if match else ""
