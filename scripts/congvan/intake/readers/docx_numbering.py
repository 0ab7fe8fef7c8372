"""Automatic numbers of Word: the item marks that a page shows and the text does not hold."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BULLET = "•"
_PLACE = re.compile(r"%(\d)")
_LEVELS = 9
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST = 4999


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass
class Numbering:
    """Counts the numbered paragraphs of a document in order."""

    styles: etree._Element | None
    numbers: etree._Element | None
    _counts: dict[str, list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0] * _LEVELS)
    )

    def __post_init__(self) -> None:
        """Reads the lists that the document defines."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        if self.numbers is not None:
            for abstract in self.numbers.findall(_W + "abstractNum"):
                id_ = str(abstract.get(_W + "abstractNumId"))
                self._levels[id_] = dict(_level(one) for one in abstract.findall(_W + "lvl"))
            for number in self.numbers.findall(_W + "num"):
                found = _value(number, "abstractNumId")
                self._abstract[str(number.get(_W + "numId"))] = found or ""
        styles = () if self.styles is None else self.styles.findall(_W + "style")
        self._styles = {str(style.get(_W + "styleId")): style for style in styles}

    def mark(self, paragraph: etree._Element) -> str:
        """The mark before a paragraph with a gap after it, "" where it has none."""
        number, depth = self._place(paragraph)
        levels = self._levels.get(self._abstract.get(number or "", ""), {})
        level = levels.get(depth)
        if number in (None, "0") or level is None or level.form == "none":
            return ""
        if level.form == "bullet":
            sign = _PRIVATE.sub(_BULLET, level.text) or _BULLET
            return f"{sign} "
        counts = self._counts[self._abstract[str(number)]]
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        shown = _PLACE.sub(lambda m: _shown(levels, counts, int(m[1]) - 1), level.text)
        return f"{shown} " if shown else ""

    def _place(self, paragraph: etree._Element) -> tuple[str | None, int]:
        """The list and level of a paragraph, its own or its style's."""
        properties = paragraph.find(_W + "pPr")
        own = None if properties is None else properties.find(_W + "numPr")
        if own is None and properties is not None:
            style = self._styles.get(_value(properties, "pStyle") or "")
            own = None if style is None else style.find(f"{_W}pPr/{_W}numPr")
        if own is None:
            return None, 0
        depth = _value(own, "ilvl") or "0"
        known = depth.isascii() and depth.isdigit() and int(depth) < _LEVELS
        return _value(own, "numId"), int(depth) if known else 0


def _level(level: etree._Element) -> tuple[int, _Level]:
    at, start = level.get(_W + "ilvl") or "0", _value(level, "start") or "1"
    numbers = [int(n) if n.isascii() and n.isdigit() else 0 for n in (str(at), start)]
    form, text = _value(level, "numFmt") or "decimal", _value(level, "lvlText") or ""
    return numbers[0], _Level(form, text, numbers[1])


def _shown(levels: dict[int, _Level], counts: list[int], depth: int) -> str:
    level = levels.get(depth)
    if level is None or depth >= _LEVELS:
        return ""
    count = min(counts[depth] or level.start, _LARGEST)
    match level.form:
        case "lowerLetter" | "upperLetter":
            letter = _LETTERS[(count - 1) % len(_LETTERS)]
            return letter if level.form == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman":
            roman = _roman(count)
            return roman if level.form == "lowerRoman" else roman.upper()
        case "decimalZero":
            return f"{count:02d}"
        case _:
            return str(count)


def _roman(count: int) -> str:
    found = []
    for value, signs in _ROMAN:
        times, count = divmod(count, value)
        found.append(signs * times)
    return "".join(found)


def _value(parent: etree._Element, name: str) -> str | None:
    found = parent.find(_W + name)
    value = None if found is None else found.get(_W + "val")
    return None if value is None else str(value)
