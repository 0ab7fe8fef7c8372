"""What intake hands over: the text of a file as received, and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from congvan.model.finding import Finding

MEGABYTE = 1024 * 1024


class Kind(StrEnum):
    """What a file is, by its bytes; its name decides only between kinds of plain text."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    DOC = "doc"
    PDF = "pdf"
    """With a text layer that can be read."""
    SCAN = "scan"
    """A PDF of pictures, or one whose text layer is useless: read by character recognition."""
    IMAGE = "image"
    EDXML = "edxml"
    XLSX = "xlsx"
    """A register, not a document."""
    CSV = "csv"
    """The same, as text."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may cost. What goes beyond is refused with a finding."""

    bytes: int = 64 * MEGABYTE
    """The file itself: the largest signed scans of a hundred pages are about half of this."""
    text_bytes: int = 4 * MEGABYTE
    """Plain texts, and the text that comes out of any other kind."""
    memory: int = 1024 * MEGABYTE
    """Address space of a worker."""
    seconds: float = 10
    """For a worker to open a file and to read each page of it, pictures not counted."""
    page_seconds: float = 60
    """To recognise the characters of one page on a busy machine; two seconds are usual."""
    pages: int = 400
    """Pages read from one file."""
    scanned_pages: int = 60
    """Pages whose characters are recognised; longer ones are books, for a special run."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """The picture of a page that was read from its picture."""

    number: int
    """From 1."""
    jpeg: bytes
    confidence: float
    """The mean confidence of its words, 0 to 100."""


@dataclass(frozen=True, slots=True)
class Received:
    """One file as received."""

    text: str | None
    """NFC, in reading order; None where the file could not be read, and the findings say why."""
    kind: Kind | None
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    """Words on the page that are no part of the document: banners of signatures, running lines."""
    doubtful: tuple[str, ...] = ()
    """Words that character recognition was unsure of, in order."""
    images: tuple[PageImage, ...] = ()
    stamps: tuple[str, ...] = ()
    """Words of marks of secrecy and urgency that are stamped on it and no part of the text."""
    stated: Mapping[str, str] = field(default_factory=dict)
    """What a package's metadata say of the document, by the keys of a front matter."""
