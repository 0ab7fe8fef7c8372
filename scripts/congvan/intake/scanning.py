"""Pages as text: by their text layer where it can be read, by their pictures where it cannot."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from PIL import Image, ImageSequence, UnidentifiedImageError

from congvan.intake.layout import arrange, entries, noise, paragraphs
from congvan.intake.layout.columns import items, parts
from congvan.intake.layout.words import Page, Word, rows
from congvan.intake.legibility import is_legible
from congvan.intake.readers import ocr
from congvan.intake.readers.pdf import PdfFile, PdfPage
from congvan.intake.readers.stamps import Stamps, stamps_if_inked
from congvan.intake.received import Limits, PageImage
from congvan.language import stamped

READ = -1
"""What `tell` hears when a page's text layer was read; a page's number when its picture was."""
_FEW = 12
"""Words of a text layer that may be a signature's banner on a picture."""
_PICTURE = 0.5
"""Share of a page that a picture covers where the page is a scan."""
_SHOWN_DPI = 110
"""Enough to read a page by on a screen."""
_DOUBTFUL = 50
_BESIDE = 4
"""Pages recognised at the same time, at most."""
_LARGEST = 60_000_000
"""Pixels of a picture: A4 in 600 dpi has 35 million."""
_POINTS = 72
_GLANCE_DPI = 75
"""Enough to see whether there is any colour on a page."""
_HEADING = 0.45
"""Share of the first page's height in which marks are stamped."""

_NO_STAMPS = Stamps()

Tell = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Pages:
    """What the pages of a file came to."""

    text: str | None
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    images: tuple[PageImage, ...] = ()
    stamps: tuple[str, ...] = ()
    """Words of marks of urgency and secrecy."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page ready for its layout."""

    page: Page
    stamps: Stamps = _NO_STAMPS
    image: PageImage | None = None
    notes: tuple[str, ...] = ()


def read_pdf(content: bytes, limits: Limits, tell: Tell) -> Pages:
    """The text of a PDF. ValueError("encrypted"), ValueError("broken"), tesseract.Unavailable."""
    document = PdfFile(content)
    if len(document) > limits.pages:
        return Pages(None, ("too-many-pages",))
    pages = []
    for number in range(len(document)):
        pages.append(document.page(number))
        tell(READ)
    scanned = _scanned(pages)
    if len(scanned) > limits.scanned_pages:
        return Pages(None, ("too-many-scanned-pages",))
    read = dict(_recognised(document, scanned, limits, tell))
    sheets = [_sheet(page, read.get(page.page.number)) for page in pages]
    if 0 not in scanned and sheets and limits.scanned_pages:
        stamps = _drawn(document, pages[0].page, limits.page_seconds)
        sheets[0] = replace(sheets[0], stamps=stamps)
    layer = any(len(pages[number].page.words) >= _FEW for number in scanned)
    return _written(sheets, ("text-layer-useless",) if layer else ())


def read_image(content: bytes, limits: Limits, tell: Tell) -> Pages:
    """The text of a picture, or of the pictures in one TIFF."""
    Image.MAX_IMAGE_PIXELS = _LARGEST
    sheets = []
    try:
        picture = Image.open(io.BytesIO(content))
        for number, frame in enumerate(ImageSequence.Iterator(picture)):
            if number >= limits.scanned_pages:
                return Pages(None, ("too-many-scanned-pages",))
            shown = frame.convert("RGB")
            read = ocr.read_picture(shown, number, _dpi(shown), limits.page_seconds)
            sheets.append(_Sheet(read.page, read.stamps, _image(shown, read)))
            tell(number)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError) as error:
        raise ValueError("broken") from error
    return _written(sheets, ())


def _scanned(pages: list[PdfPage]) -> list[int]:
    """The numbers of the pages whose text must be read from their pictures.

    One program wrote the text behind all pictures of a file: where it was useless behind one, none
    of the others is believed, even where its letters look like an old encoding.
    """
    scans = [page for page in pages if _is_scan(page)]
    distrusted = any(len(page.page.words) >= _FEW and page.covered >= _PICTURE for page in scans)
    return [
        page.page.number
        for page in pages
        if page in scans or (distrusted and page.covered >= _PICTURE)
    ]


def _is_scan(page: PdfPage) -> bool:
    """Whether a page's text must be read from its picture."""
    words = page.page.words
    if len(words) < _FEW:
        return page.covered >= _PICTURE or not words
    return not is_legible([word.text for word in words], page.unread)


def _recognised(
    document: PdfFile, scanned: list[int], limits: Limits, tell: Tell
) -> Iterator[tuple[int, tuple[ocr.Read, PageImage]]]:
    """Pages read from their pictures, several beside each other."""
    beside = min(_BESIDE, os.cpu_count() or 1)

    def one(number: int, picture: Image.Image, shown: Image.Image | None) -> ocr.Read:
        return ocr.read_picture(picture, number, ocr.DPI, limits.page_seconds, shown)

    if scanned:
        tell(scanned[0])
    with ThreadPoolExecutor(beside) as pool:
        # A few at a time: a hundred pictures would not fit into memory.
        for start in range(0, len(scanned), beside):
            numbers = scanned[start : start + beside]
            pictures = [document.picture(number, ocr.DPI).to_pil() for number in numbers]
            laid = [document.shown(number, ocr.DPI) for number in numbers]
            shown = [over.to_pil() if over else None for over in laid]
            for number, read in zip(numbers, pool.map(one, numbers, pictures, shown), strict=True):
                tell(number)
                jpeg = document.jpeg(number, _SHOWN_DPI)
                yield number, (read, PageImage(number + 1, jpeg, round(read.confidence, 1)))


def _drawn(document: PdfFile, page: Page, seconds: float) -> Stamps:
    """Stamps that are pictures on a first page whose words need no recognition."""
    if page.width * page.height * (ocr.DPI / _POINTS) ** 2 > _LARGEST:
        return Stamps(unread=1)
    small = _as_shown(document, _GLANCE_DPI)
    return stamps_if_inked(small, lambda: _as_shown(document, ocr.DPI), ocr.DPI, seconds)


def _as_shown(document: PdfFile, dpi: int) -> Image.Image:
    shown: Image.Image = (document.shown(0, dpi) or document.picture(0, dpi)).to_pil()
    return shown.convert("RGB")


def _sheet(page: PdfPage, read: tuple[ocr.Read, PageImage] | None) -> _Sheet:
    """A page with what was entered on registration; banners laid over it become notes."""
    printed = page.page
    stamps, image = _NO_STAMPS, None
    if read is not None:
        printed = replace(read[0].page, number=page.page.number)
        stamps, image = read[0].stamps, read[1]
    notes = tuple(
        " ".join(word.text for word in piece) for piece in page.overlaid if _is_banner(piece)
    )
    entered = [word for piece in page.overlaid if not _is_banner(piece) for word in piece]
    free = [word for word in entered if not any(_covers(word, other) for other in printed.words)]
    return _Sheet(replace(printed, words=(*printed.words, *free)), stamps, image, notes)


def _is_banner(piece: tuple[Word, ...]) -> bool:
    lines = rows(piece, Page(0, 1, 1, piece).unit)
    return any(noise.is_banner(line.text) for line in lines)


def _covers(word: Word, other: Word) -> bool:
    """Whether the same words stand printed where others were laid over them."""
    inside = other.x0 < (word.x0 + word.x1) / 2 < other.x1 and other.y0 < word.middle < other.y1
    return inside and word.text in other.text


def _written(sheets: list[_Sheet], reasons: tuple[str, ...]) -> Pages:
    """The pages laid out as one text."""
    notes = [note for sheet in sheets for note in sheet.notes]
    doubtful: list[str] = []
    laid = []
    for sheet in sheets:
        page = sheet.page
        kept, dropped = noise.cleaned(page, rows(page.words, page.unit, page.number))
        notes += dropped
        if sheet.image is not None and page.number == 0:
            kept, unread = entries.legible(kept, page.height)
            doubtful += unread
        doubtful += [w.text for row in kept for w in row.words if w.confidence < _DOUBTFUL]
        laid.append((page, list(items(page, kept))))
    text = arrange.text_of(paragraphs.blocks(laid))
    stamps = tuple(dict.fromkeys(words for sheet in sheets for words in _stamps(sheet)))
    seen = ("stamp-unread",) if any(sheet.stamps.unread for sheet in sheets) else ()
    images = tuple(sheet.image for sheet in sheets if sheet.image is not None)
    codes = (*reasons, *(("entry-unread",) if doubtful and images else ()), *seen)
    return Pages(text or None, codes, tuple(notes), tuple(doubtful), images, stamps)


def _stamps(sheet: _Sheet) -> Iterator[str]:
    """The stamps of a page, those that were read with its words too."""
    yield from sheet.stamps.found
    page = sheet.page
    if sheet.image is not None and page.number == 0:
        heading = (word for word in page.words if word.y1 < _HEADING * page.height)
        for row in rows(heading, page.unit):
            for part in parts(row, page.unit):
                found = stamped.printed_in(part.text)
                if found is not None:
                    yield found


def _dpi(picture: Image.Image) -> int:
    """The resolution of a picture of a page, taken to be A4."""
    return max(70, round(max(picture.size) / 11.69))


def _image(picture: Image.Image, read: ocr.Read) -> PageImage:
    buffer = io.BytesIO()
    picture.thumbnail((1300, 1300))
    picture.save(buffer, "JPEG", quality=70)
    return PageImage(read.page.number + 1, buffer.getvalue(), round(read.confidence, 1))
