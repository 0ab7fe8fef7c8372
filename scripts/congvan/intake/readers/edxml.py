"""edXML packages (QCVN 102:2016/BTTTT): metadata that the sender states, and the files sent.

A package is an XML envelope that holds its files in base64, or a zip of an envelope and files.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from congvan.intake.readers.safe import Package, parsed

_SPACE = re.compile(r"\s+")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{1,2})/(\d{1,2})/(\d{4})")
_ENVELOPES = (".edxml", ".xml")
_ROOTS = ("Envelope", "edXML", "MessageHeader", "edXMLEnvelope")
_SIMPLE = {
    "number": "CodeNumber", "symbol": "CodeNotation", "place": "Place", "subject": "Subject",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edxml:
    """What a package says and holds."""

    stated: dict[str, str]
    files: tuple[tuple[str, bytes], ...]
    """Names and bytes of the files sent, the main document first."""


def is_envelope(content: bytes) -> bool:
    """Whether an XML text is an edXML envelope."""
    head = content[:4096]
    return b"edXML" in head or b"MessageHeader" in head


def read(content: bytes) -> Edxml:
    """The package. ValueError("broken") where it is none."""
    if not content.startswith(b"PK"):
        root = parsed(content)
        return Edxml(_stated(root), tuple(_enclosed(root)))
    package = Package(content)
    names = [name for name in package.names if name.lower().endswith(_ENVELOPES)]
    parts = {name: package.part(name) or b"" for name in package.names if not name.endswith("/")}
    envelope = next((name for name in names if is_envelope(parts[name])), None)
    if envelope is None:
        raise ValueError("broken")
    root = parsed(parts.pop(envelope))
    return Edxml(_stated(root), (*_enclosed(root), *parts.items()))


def _stated(root: etree._Element) -> dict[str, str]:
    """The header's elements by the keys of a front matter; those that are empty left out."""
    header = _first(root, "MessageHeader")
    if header is None:
        raise ValueError("broken")
    found = {key: _text(header, name) for key, name in _SIMPLE.items()}
    found["issuer"] = _text(_first(header, "From"), "OrganName")
    found["type_name"] = _text(_first(header, "DocumentType"), "TypeName")
    found["date"] = _date(_text(_first(header, "PromulgationInfo"), "PromulgationDate"))
    signer = _first(header, "SignerInfo")
    found |= {
        "signer.authority": _text(signer, "Competence"),
        "signer.title": _text(signer, "Position"),
        "signer.name": _text(signer, "FullName"),
    }
    recipients = (_text(to, "OrganName") for to in _every(header, "To"))
    found["to"] = "\n".join(filter(None, recipients))
    copies = (_plain(place) for to in _every(header, "ToPlaces") for place in _every(to, "Place"))
    found["copies"] = "\n".join(filter(None, copies))
    return {key: value for key, value in found.items() if value}


def _enclosed(root: etree._Element) -> Iterator[tuple[str, bytes]]:
    for attachment in (*_every(root, "Attachment"), *_every(root, "AttachmentEncoded")):
        name = _text(attachment, "AttachmentName") or _text(attachment, "FileName") or ""
        longest = max((_plain(e) for e in attachment.iter() if not len(e)), key=len, default="")
        try:
            content = base64.b64decode(_SPACE.sub("", longest), validate=True)
        except (binascii.Error, ValueError):
            continue
        if content:
            yield name, content


def _every(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Elements of that local name: implementations differ in their namespaces."""
    return (e for e in parent.iter("{*}" + name))


def _first(parent: etree._Element, name: str) -> etree._Element | None:
    return next(_every(parent, name), None)


def _text(parent: etree._Element | None, name: str) -> str:
    found = None if parent is None else _first(parent, name)
    return "" if found is None else _plain(found)


def _plain(element: etree._Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _date(written: str) -> str:
    match = _DATE.match(written)
    if match is None:
        return ""
    year, month, day, day_first, month_second, year_last = match.groups()
    if year:
        return f"{year}-{month}-{day}"
    return f"{year_last}-{int(month_second):02d}-{int(day_first):02d}"
