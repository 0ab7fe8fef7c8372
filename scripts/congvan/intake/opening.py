"""Opening: the content of one file, by its kind, as text in reading order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from congvan.intake.kinds import kind_of
from congvan.intake.layout import arrange, tabbed
from congvan.intake.layout.blocks import Block
from congvan.intake.readers import doc, docx, edxml, html, markdown, tesseract, xlsx
from congvan.intake.received import Kind, Limits, PageImage
from congvan.intake.scanning import Pages, read_image, read_pdf

Tell = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of opening one file: its text, or the codes of the findings that say why not."""

    kind: Kind
    text: str | None
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    images: tuple[PageImage, ...] = ()
    stamps: tuple[str, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)


def opened(kind: Kind, content: bytes, limits: Limits, tell: Tell) -> Outcome:
    """The text of a file. `tell` hears of every page whose characters were recognised."""
    try:
        return _OPENERS[kind](content, limits, tell)
    except (tesseract.Unavailable, doc.Unavailable) as error:
        pictures = isinstance(error, tesseract.Unavailable)
        return Outcome(
            kind, None, reasons=("tesseract-missing" if pictures else "antiword-missing",)
        )
    except TimeoutError:
        return Outcome(kind, None, reasons=("file-too-costly",))
    except ValueError as error:
        encrypted = str(error) == "encrypted"
        return Outcome(kind, None, reasons=("file-encrypted" if encrypted else "file-broken",))


def _written(kind: Kind, blocks: list[Block], reasons: tuple[str, ...] = ()) -> Outcome:
    text = arrange.text_of(list(tabbed.in_columns(blocks)))
    return Outcome(kind, text, reasons) if text else Outcome(kind, None, ("no-text",))


def _docx(content: bytes, _limits: Limits, _tell: Tell) -> Outcome:
    document = docx.WordFile(content)
    blocks = document.blocks()
    return _written(Kind.DOCX, blocks, tuple(f"converted-{e}" for e in sorted(document.encodings)))


def _doc(content: bytes, limits: Limits, _tell: Tell) -> Outcome:
    return _written(Kind.DOC, doc.blocks(content, limits.seconds))


def _html(content: bytes, _limits: Limits, _tell: Tell) -> Outcome:
    return _written(Kind.HTML, html.blocks(content.decode("utf-8")))


def _markdown(content: bytes, _limits: Limits, _tell: Tell) -> Outcome:
    return Outcome(Kind.MARKDOWN, markdown.without_tables(content.decode("utf-8")))


def _pdf(content: bytes, limits: Limits, tell: Tell) -> Outcome:
    read = read_pdf(content, limits, tell)
    return _pages(Kind.SCAN if read.images else Kind.PDF, read)


def _image(content: bytes, limits: Limits, tell: Tell) -> Outcome:
    return _pages(Kind.IMAGE, read_image(content, limits, tell))


def _pages(kind: Kind, read: Pages) -> Outcome:
    """What pages came to; stamps are kept where there is no text beside them, too."""
    reasons = read.reasons if read.text else read.reasons or ("no-text",)
    return Outcome(kind, read.text, reasons, read.notes, read.doubtful, read.images, read.stamps)


def _edxml(content: bytes, limits: Limits, tell: Tell) -> Outcome:
    package = edxml.read(content)
    for _name, file in package.files:
        kind = kind_of(file, "")
        if kind is None or kind not in _OPENERS or kind in (Kind.EDXML, Kind.XLSX):
            continue
        found = opened(kind, file, limits, tell)
        if found.text:
            return replace(found, kind=Kind.EDXML, stated=package.stated)
    return Outcome(Kind.EDXML, None, ("package-empty",), stated=package.stated)


def _xlsx(content: bytes, _limits: Limits, _tell: Tell) -> Outcome:
    return Outcome(Kind.XLSX, xlsx.as_csv(content))


_OPENERS: Mapping[Kind, Callable[[bytes, Limits, Tell], Outcome]] = MappingProxyType(
    {
        Kind.DOCX: _docx,
        Kind.DOC: _doc,
        Kind.HTML: _html,
        Kind.MARKDOWN: _markdown,
        Kind.PDF: _pdf,
        Kind.SCAN: _pdf,
        Kind.IMAGE: _image,
        Kind.EDXML: _edxml,
        Kind.XLSX: _xlsx,
    }
)
