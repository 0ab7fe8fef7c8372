"""Pages read from their pictures.

Red ink (seals, stamps) is blotted out before the letters are read; marks of urgency and of secrecy
are read apart. Columns of heading and foot
are read a second time one by one: their lines stand at different heights, and a line across both
is misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from congvan.intake.layout.columns import Band, items
from congvan.intake.layout.words import Page, Row, Word, rows, straightened
from congvan.intake.readers import tesseract
from congvan.intake.readers.stamps import Heading, Stamps, read_stamps

DPI = 300
"""Tone marks need more than the 200 that a copy must have by Decree 30/2020/NĐ-CP, annex I."""
_POINTS = 72
_SURE = 30
"""Below this a word without letters or figures is a speck."""
_SHORT = 2
_POOR = 55
"""A page whose words are less sure than this may lie on its side."""
_MARGIN = 2.0
"""Points around a column that is cut out."""
_MARKS = frozenset("-–—+•*")
_ALONE = 5.0
"""What the reading of a column alone may lack in confidence and still be the better one."""
_MARKED = 30.0
"""How much the share of letters with marks counts: what a misreading loses are the marks."""
_CAPITALS = 6
"""Letters of a line in capitals from which one without marks is read again."""
_SMALLER = 0.67
"""At this size, marks over capitals that run into the line above are told better."""
_TWICE = re.compile("ĐÐ|ÐĐ")
"""One letter that tesseract reads as two."""
_FOREIGN = str.maketrans({"\u00d0": "\u0110", "\u0189": "\u0110", "\u00f0": "\u0111"})
"""Letters of other languages that no Vietnamese page bears, and what they are read for."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read from a picture."""

    page: Page
    stamps: Stamps
    confidence: float


@dataclass(frozen=True, slots=True)
class _Picture:
    """A page's black ink, with what places are measured by."""

    image: Image.Image
    number: int
    dpi: int
    seconds: float

    @property
    def scale(self) -> float:
        """Pixels in a point."""
        return self.dpi / _POINTS

    def page(self) -> tuple[Page, float]:
        """All words of the page, and how sure they are."""
        lines = list(tesseract.recognised(self.image, tesseract.AUTOMATIC, self.dpi, self.seconds))
        level = straightened([word for line in lines for word in line], lines)
        words = tuple(_scaled(word, 1 / self.scale) for word in level if _is_word(word))
        size = self.image.width / self.scale, self.image.height / self.scale
        return Page(self.number, *size, words), _confidence(words)

    def column(self, column: Sequence[Row]) -> list[Row]:
        """The rows of one column, read alone."""
        x0, y0 = min(row.x0 for row in column) - _MARGIN, min(row.y0 for row in column) - _MARGIN
        x1, y1 = max(row.x1 for row in column) + _MARGIN, max(row.y1 for row in column) + _MARGIN
        box = tuple(max(0, round(place * self.scale)) for place in (x0, y0, x1, y1))
        cut = self.image.crop((box[0], box[1], max(box[2], box[0] + 1), max(box[3], box[1] + 1)))
        lines = tesseract.recognised(cut, tesseract.ONE_BLOCK, self.dpi, self.seconds)
        words = [_scaled(word, 1 / self.scale, x0, y0) for line in lines for word in line]
        unit = Page(self.number, 1, 1, tuple(words)).unit
        return rows((word for word in words if _is_word(word)), unit, self.number)

    def unmarked(self, row: Row) -> Row:
        """A line in capitals without marks, as a reading of it alone and smaller has it."""
        size = (
            max(1, round(self.image.width * _SMALLER)),
            max(1, round(self.image.height * _SMALLER)),
        )
        smaller = replace(self, image=self.image.resize(size), dpi=round(self.dpi * _SMALLER))
        again = smaller.column([row])
        return again[0] if len(again) == 1 and _worth(again[0]) > _worth(row) else row


def read_picture(
    picture: Image.Image, number: int, dpi: int, seconds: float, shown: Image.Image | None = None
) -> Read:
    """The words of a page. Raises tesseract.Unavailable, TimeoutError and ValueError.

    `shown` is the page with what was laid over it, where anything was: stamps are read there.
    """
    colour, shown = picture.convert("RGB"), (shown or picture).convert("RGB")
    black = _Picture(black_ink(colour), number, dpi, seconds)
    page, sure = black.page()
    if sure < _POOR and (turn := tesseract.quarter_turns(black.image, dpi, seconds)):
        colour, shown = colour.rotate(-turn, expand=True), shown.rotate(-turn, expand=True)
        black = replace(black, image=black_ink(colour))
        page, sure = black.page()
    page = replace(page, words=tuple(_second_reading(black, page)))
    heading = Heading.NONE if number else Heading.SCANNED
    return Read(page, read_stamps(shown, dpi, seconds, heading=heading), sure)


def black_ink(picture: Image.Image) -> Image.Image:
    """The picture in grey, red ink as white as the paper."""
    return picture.getchannel("R")


def _second_reading(picture: _Picture, page: Page) -> Iterator[Word]:
    """The words of a page, those in columns as the surer of two readings has them."""
    for item in items(page, rows(page.words, page.unit, page.number)):
        if isinstance(item, Row) or item.cells:
            listed = item.cells if isinstance(item, Band) else ((item,),)
            yield from (word for row in listed for cell in row for word in cell.words)
            continue
        for column in filter(None, item.columns):
            for row in _surer(column, picture.column(column)):
                yield from (picture.unmarked(row) if _lost_marks(row) else row).words


def _surer(first: Sequence[Row], second: Sequence[Row]) -> list[Row]:
    """Of two readings of a column the rows that are surer, one at each height."""
    readings = [(_worth(row), row) for row in first]
    readings += [(_worth(row) + _ALONE, row) for row in second]
    kept: list[Row] = []
    for _, row in sorted(readings, key=lambda pair: -pair[0]):
        if not any(_level(row, other) for other in kept):
            kept.append(row)
    return sorted(kept, key=lambda row: row.middle)


def _worth(row: Row) -> float:
    letters = [sign for word in row.words for sign in word.text if sign.isalpha()]
    marked = sum(not sign.isascii() for sign in letters) / max(len(letters), 1)
    return _confidence(row.words) + _MARKED * marked


def _level(row: Row, other: Row) -> bool:
    """Whether two rows stand at one height."""
    shared = min(row.y1, other.y1) - max(row.y0, other.y0)
    return shared > min(row.y1 - row.y0, other.y1 - other.y0) / 2


def _lost_marks(row: Row) -> bool:
    """Whether a line in capitals has not one mark: a name or title in Vietnamese always has."""
    letters = [sign for word in row.words for sign in word.text if sign.isalpha()]
    return len(letters) >= _CAPITALS and all(map(str.isupper, letters)) and row.text.isascii()


def _confidence(words: Sequence[Word]) -> float:
    return sum(word.confidence for word in words) / len(words) if words else 0.0


def _is_word(word: Word) -> bool:
    """Whether it is more than a speck of dirt or a stroke of a signature."""
    plain = any(sign.isalnum() for sign in word.text)
    if not plain:
        return word.text in _MARKS or word.confidence >= 2 * _SURE
    return word.confidence >= _SURE or len(word.text) > _SHORT


def _scaled(word: Word, scale: float, x: float = 0.0, y: float = 0.0) -> Word:
    return Word(
        _TWICE.sub("Đ", word.text).translate(_FOREIGN),
        word.x0 * scale + x,
        word.y0 * scale + y,
        word.x1 * scale + x,
        word.y1 * scale + y,
        word.confidence,
    )
