"""What a file is: by its first bytes, since names and endings are given by hand."""

from __future__ import annotations

import io
import zipfile

from congvan.intake.received import Kind

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_HEAD = 1024
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARKUP = (b"<!doctype html", b"<html", b"<body", b"<table", b"<div", b"<p>")
_ENDINGS = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".htm": Kind.HTML,
    ".html": Kind.HTML,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
}


def kind_of(content: bytes, ending: str) -> Kind | None:
    """The kind of a file, None for one that intake does not read."""
    head = content[:_HEAD]
    if b"%PDF-" in head:
        return Kind.PDF
    if head.startswith(b"PK\x03\x04"):
        return _packed(content)
    if head.startswith(_OLE):
        return Kind.DOC
    if head.startswith(_PICTURES):
        return Kind.IMAGE
    if b"\x00" in head and not head.startswith(_UTF16):
        return None
    return _plain(head, content[: 4 * _HEAD], ending)


def _packed(content: bytes) -> Kind | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        # A damaged Word file is called one: the reader then says that it is damaged.
        return Kind.DOCX
    if "word/document.xml" in names:
        return Kind.DOCX
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    envelope = any(name.lower().endswith((".edxml", ".xml")) and "/" not in name for name in names)
    return Kind.EDXML if envelope and "[Content_Types].xml" not in names else None


def _plain(head: bytes, opening: bytes, ending: str) -> Kind | None:
    lower = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if lower.startswith(b"{\\rtf"):
        return None
    if b"MessageHeader" in opening or b"edXML" in opening:
        return Kind.EDXML
    if lower.startswith(_MARKUP) and ending.lower() not in (".md", ".markdown"):
        return Kind.HTML
    return _ENDINGS.get(ending.lower(), Kind.TEXT)
