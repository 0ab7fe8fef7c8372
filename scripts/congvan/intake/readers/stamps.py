"""Stamps: marks of secrecy and urgency read from the ink they are stamped in.

Character recognition of a page passes over what is framed, stands askew or lies over print. Here
each mark is cut out of its ink's layer, set level, freed of its frame and read by itself. Without
colours what remains of red is grey, or as black as print; there frames are looked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from time import monotonic

from PIL import Image, ImageStat

from congvan.intake.layout.words import Word
from congvan.intake.readers import inks, marks, shapes, tesseract
from congvan.language import stamped
from congvan.language.folding import fold

_HEADING = 0.45
"""Share of a page's height in which marks are stamped."""
_MOST_MARKS = 10
"""Marks looked at on a page."""
_MOST_READINGS = 24
_READINGS, _FEW_READINGS = 6, 2
"""Ways in which a mark is read, in the heading and elsewhere."""
_TIME = 1 / 3
"""Share of the time for a page that its stamps may take."""
_LEAST_INK = 0.00002
"""Share of a page that is inked where anything was stamped."""
_ASKEW = 4
"""Degrees from which a line is too steep to be read with its page."""
_LAYOUTS = (tesseract.ONE_BLOCK, tesseract.SPARSE)
_READ_DPI = 300
_SURE = 65
_WORDY = 6
"""Letters, and their confidence, from which a mark is taken to say something else."""


_VOWELS = frozenset("aeiouy")
"""Folded; strokes that are no writing are read as letters without any."""


class Heading(Enum):
    """How a page has the heading of its document."""

    NONE = 0
    PRINTED = 1
    """As text that needs no recognition."""
    SCANNED = 2


@dataclass(frozen=True, slots=True)
class Stamps:
    """What was found stamped on a page."""

    found: tuple[str, ...] = ()
    """The words of marks of secrecy and urgency, as the law writes them."""
    unread: int = 0
    """Marks in the heading that say nothing legible."""


@dataclass
class _Reader:
    """Reads the marks of one page within its bounds."""

    dpi: int
    seconds: float
    deadline: float
    left: int = _MOST_READINGS

    def mark(self, layer: Image.Image, most: int) -> tuple[str | None, bool]:
        """The words of a mark, None where it has none known; and whether it could be read.

        It is read in at most so many ways.
        """
        ways = islice(shapes.ways(layer, self.dpi), most)
        for variant in ways:
            legible = False
            for layout in _LAYOUTS:
                lines = self._lines(variant, layout)
                found = stamped.mark_in([" ".join(w.text for w in line) for line in lines])
                if found is not None:
                    return found, True
                legible = legible or _is_legible(lines)
            if legible:
                return None, True
        return None, False

    def _lines(self, layer: Image.Image, layout: str) -> list[list[Word]]:
        if self.left <= 0 or monotonic() > self.deadline:
            return []
        self.left -= 1
        picture = shapes.enlarged(layer, self.dpi)
        if picture is None:
            return []
        try:
            return list(tesseract.recognised(picture, layout, _READ_DPI, self.seconds))
        except (TimeoutError, ValueError):
            # What cannot be read for its cost or its form is a mark that says nothing.
            return []


def read_stamps(picture: Image.Image, dpi: int, seconds: float, *, heading: Heading) -> Stamps:
    """The stamps of a page in RGB. Raises tesseract.Unavailable.

    Red is read all over the page. Where the page has the heading of the document, other inks are
    read there; of a scan also what is as black as its print, if nothing was found before. Red
    marks for which there was no time, of `seconds`, are unread.
    """
    reader = _Reader(dpi, seconds, monotonic() + seconds * _TIME)
    above = round(picture.height * _HEADING) if heading is not Heading.NONE else 0
    found, unread = _of_layer(reader, inks.red(picture), above)
    if above and not found:
        upper = picture.crop((0, 0, picture.width, above))
        found += _of_layer(reader, inks.coloured(upper), 0)[0]
        if heading is Heading.SCANNED and not found:
            found += _of_layer(reader, inks.faint(upper), 0)[0] or _black(reader, inks.dark(upper))
    return Stamps(tuple(dict.fromkeys(found)), unread)


def stamps_if_inked(
    small: Image.Image, large: Callable[[], Image.Image], dpi: int, seconds: float
) -> Stamps:
    """The stamps of a page whose words need no recognition: most have no ink but black.

    `small` is a picture of it to glance at, `large` makes one of `dpi` to read.
    """
    if ImageStat.Stat(inks.coloured(small)).mean[0] / 255 < _LEAST_INK:
        return Stamps()
    try:
        return read_stamps(large(), dpi, seconds, heading=Heading.PRINTED)
    except tesseract.Unavailable:
        return Stamps(unread=1)


def _of_layer(reader: _Reader, layer: Image.Image, above: int) -> tuple[list[str], int]:
    """The words of the marks on a layer, and how many higher than `above` say nothing legible."""
    if ImageStat.Stat(layer).mean[0] / 255 < _LEAST_INK:
        return [], 0
    found, unread = [], 0
    cuts = ((box, layer.crop(box)) for box in marks.gathered(layer, reader.dpi))
    marked = [(box, cut) for box, cut in cuts if shapes.is_mark(cut, reader.dpi)]
    for box, cut in marked[:_MOST_MARKS]:
        upper = (box[1] + box[3]) / 2 < above
        words, legible = reader.mark(cut, _READINGS if upper else _FEW_READINGS)
        if words is not None:
            found.append(words)
        elif upper and not legible:
            unread += 1
    return found, unread


def _black(reader: _Reader, layer: Image.Image) -> list[str]:
    """The words of what is framed, stands askew or is bold, where all ink is of one colour."""
    half = layer.reduce(2)
    frames = [part.box for part in marks.parts(half) if shapes.is_thin(part)]
    cuts = [layer.crop((2 * x0, 2 * y0, 2 * x1, 2 * y1)) for x0, y0, x1, y1 in frames]
    free = _cuts(layer, reader.dpi)
    cuts += [cut for cut in free if abs(shapes.leaning(cut, reader.dpi)) >= _ASKEW]
    cuts += _cuts(inks.bold(layer), reader.dpi)
    for cut in cuts:
        words = reader.mark(cut, _FEW_READINGS)[0] if shapes.is_mark(cut, reader.dpi) else None
        if words is not None:
            return [words]
    return []


def _cuts(layer: Image.Image, dpi: int) -> list[Image.Image]:
    cuts = (layer.crop(box) for box in marks.gathered(layer, dpi))
    return [cut for cut in cuts if shapes.is_mark(cut, dpi)]


def _is_legible(lines: Sequence[Sequence[Word]]) -> bool:
    """Whether words were read surely enough to say that they are no mark."""
    sure = [word.text for line in lines for word in line if word.confidence >= _SURE]
    words = [text for text in sure if _VOWELS & set(fold(text))]
    return len([sign for text in words for sign in text if sign.isalpha()]) >= _WORDY
