"""PDF: the words of its text layer with their places, and pictures of its pages.

What a signing program or an office laid over a page (annotations: banners, seals, the number and
the day entered on registration) is kept apart from what was printed.
"""

from __future__ import annotations

import ctypes
import io
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2
from pypdfium2 import raw

from congvan.intake.layout.words import Page, Word

_GAP = 0.25
"""Share of the size of letters that parts words where a file has no spaces."""
_NO_GAP = 0.04
"""A space narrower than this was put in by a converter in the middle of a word."""
_SMALL = 0.78
"""A digit smaller than this share of the letter before it is a note's mark."""
_ASKEW = 0.5
"""Radians by which letters may lean and still belong to the lines of a page."""
_UNREADABLE = ("\ufffd", "\ufffe", "\x00")
_MOST_PICTURES = 200
_PRIVATE = range(0xE000, 0xF900)


Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character in its box, top down."""

    sign: str
    x0: float
    y0: float
    x1: float
    y1: float
    unread: bool = False
    """Whether the file does not say which character it is."""

    @property
    def height(self) -> float:
        """The size of the box."""
        return self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page: its printed words, and those laid over it, by the piece."""

    page: Page
    overlaid: tuple[tuple[Word, ...], ...] = ()
    unread: float = 0.0
    """Share of characters of which the file does not say what they are."""
    covered: float = 0.0
    """Share of the page that its largest picture covers."""


@dataclass
class PdfFile:
    """An open PDF. Raises ValueError with what is wrong: "encrypted", "broken"."""

    content: bytes
    _pdf: pypdfium2.PdfDocument = field(init=False)

    def __post_init__(self) -> None:
        """Opens the file."""
        try:
            self._pdf = pypdfium2.PdfDocument(self.content)
        except pypdfium2.PdfiumError as error:
            encrypted = raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD
            raise ValueError("encrypted" if encrypted else "broken") from error

    def __len__(self) -> int:
        """How many pages it has."""
        return len(self._pdf)

    def page(self, number: int) -> PdfPage:
        """The words of page `number`, from 0."""
        opened = self._opened(number)
        printed = _letters(opened)
        boxes = _annotations(opened)
        everything = self._flattened(number) if boxes else printed
        width, height = opened.get_size()
        over = _over(printed, everything, boxes) if boxes else ()
        unread = sum(letter.unread for letter in printed) / max(len(printed), 1)
        words = tuple(_words(printed))
        return PdfPage(Page(number, width, height, words), over, unread, _covered(opened))

    def picture(self, number: int, dpi: int) -> pypdfium2.PdfBitmap:
        """A page as printed, without what was laid over it."""
        opened = self._opened(number)
        return opened.render(scale=dpi / 72, may_draw_forms=False, draw_annots=False)

    def shown(self, number: int, dpi: int) -> pypdfium2.PdfBitmap | None:
        """A page with what was laid over it; None where nothing was."""
        opened = self._opened(number)
        laid = raw.FPDFPage_GetAnnotCount(opened)
        return opened.render(scale=dpi / 72) if laid else None

    def jpeg(self, number: int, dpi: int) -> bytes:
        """A page as a reader sees it, seals and banners included."""
        shown = self._opened(number).render(scale=dpi / 72).to_pil().convert("RGB")
        buffer = io.BytesIO()
        shown.save(buffer, "JPEG", quality=70, optimize=True)
        return buffer.getvalue()

    def _flattened(self, number: int) -> list[Glyph]:
        """The letters of a page with what is laid over it; the open file itself stays as it is."""
        with pypdfium2.PdfDocument(self.content) as copy:
            page = copy[number]
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
            page.close()
            return _letters(copy[number])

    def _opened(self, number: int) -> pypdfium2.PdfPage:
        try:
            return self._pdf[number]
        except pypdfium2.PdfiumError as error:
            raise ValueError("broken") from error


def _annotations(page: pypdfium2.PdfPage) -> list[Box]:
    """The boxes of what is laid over a page, top down."""
    found = []
    frame = _Frame.of(page)
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), 100)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        box = raw.FS_RECTF()
        if annotation and raw.FPDFAnnot_GetRect(annotation, box):
            found.append(frame.box(box.left, box.bottom, box.right, box.top))
        raw.FPDFPage_CloseAnnot(annotation)
    return found


def _over(
    printed: list[Glyph],
    everything: list[Glyph],
    boxes: list[Box],
) -> tuple[tuple[Word, ...], ...]:
    """The words laid over the page, by the box they stand in."""
    below = {_place(glyph) for glyph in printed}
    pieces: list[list[Glyph]] = [[] for _ in boxes]
    for glyph in everything:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2
        inside = (
            at for at, (x0, y0, x1, y1) in enumerate(boxes) if x0 <= x <= x1 and y0 <= y <= y1
        )
        at = next(inside, None)
        if at is not None and _place(glyph) not in below:
            pieces[at].append(glyph)
    return tuple(words for piece in pieces if (words := tuple(_words(piece))))


def _place(letter: Glyph) -> tuple[str, int, int]:
    return letter.sign, round(letter.x0), round(letter.y0)


def _letters(page: pypdfium2.PdfPage) -> list[Glyph]:
    """The characters of a page in the order of the file; "" for one that cannot be read."""
    text = page.get_textpage()
    box, frame = raw.FS_RECTF(), _Frame.of(page)
    found = []
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        leaning = abs(raw.FPDFText_GetCharAngle(text, index))
        upright = min(leaning, math.tau - leaning) < _ASKEW
        if not upright and frame.rotation == 0:
            continue
        raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
        sign = chr(code)
        unread = sign in _UNREADABLE or code in _PRIVATE
        unread = unread or raw.FPDFText_HasUnicodeMapError(text, index) == 1
        places = frame.box(box.left, box.bottom, box.right, box.top)
        found.append(Glyph(sign, *places, unread))
    text.close()
    return found


@dataclass(frozen=True, slots=True)
class _Frame:
    """How a page stands: turned by quarters, cut out of a larger sheet."""

    rotation: int
    bounds: Box

    @classmethod
    def of(cls, page: pypdfium2.PdfPage) -> _Frame:
        """The frame of a page."""
        return cls(page.get_rotation(), page.get_bbox())

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the file as it stands on the page shown: x0, y0, x1, y1 from the top left."""
        x, y, x_end, y_end = self.bounds
        across, up = x_end - x, y_end - y
        left, right, bottom, top = left - x, right - x, bottom - y, top - y
        match self.rotation:
            case 90:
                return bottom, left, top, right
            case 180:
                return across - right, bottom, across - left, top
            case 270:
                return up - top, across - right, up - bottom, across - left
            case _:
                return left, up - top, right, up - bottom


def _words(letters: list[Glyph]) -> Iterator[Word]:
    """Letters joined to words, wherever a file puts its spaces."""
    word: list[Glyph] = []
    spaced = False
    for letter in letters:
        if letter.sign.isspace() or letter.unread:
            spaced = True
            continue
        if word and _parted(word[-1], letter, spaced=spaced):
            yield _word(word)
            word = []
        word.append(letter)
        spaced = False
    if word:
        yield _word(word)


def _parted(last: Glyph, letter: Glyph, *, spaced: bool) -> bool:
    size = max(min(last.height, letter.height), 1.0)
    gap = letter.x0 - last.x1
    overlap = min(last.y1, letter.y1) - max(last.y0, letter.y0)
    if overlap < size / 3 or gap < -size:
        return True
    return gap > _GAP * size or (spaced and gap > _NO_GAP * size)


def _word(letters: list[Glyph]) -> Word:
    signs: list[str] = []
    noted = False
    for at, letter in enumerate(letters):
        large = max((one.height for one in letters[max(0, at - 1) : at]), default=0.0)
        mark = letter.sign.isdigit() and (noted or letter.height < _SMALL * large)
        signs += ["["] if mark and not noted else (["]"] if noted and not mark else [])
        signs.append(letter.sign)
        noted = mark
    text = "".join(signs) + ("]" if noted else "")
    x0, x1 = min(letter.x0 for letter in letters), max(letter.x1 for letter in letters)
    y0, y1 = min(letter.y0 for letter in letters), max(letter.y1 for letter in letters)
    return Word(text, x0, y0, x1, y1)


def _covered(page: pypdfium2.PdfPage) -> float:
    width, height = page.get_size()
    shares = [0.0]
    for index, shape in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)):
        if index > _MOST_PICTURES:
            break
        x0, y0, x1, y1 = shape.get_bounds()
        shares.append(abs((x1 - x0) * (y1 - y0)) / max(width * height, 1.0))
    return max(shares)
