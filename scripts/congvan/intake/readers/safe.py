"""Archives and XML from strangers: bounded, without entities, document types or network."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

MAX_PART = 48 * 1024 * 1024
"""The longest part of a package that is unpacked; text of a thousand pages is under 20 MB."""
_MOST_PARTS = 5000
_OPENING = 4096


class Package:
    """A zipped package. Raises ValueError("broken") where it is none or out of measure."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self.names = self._zip.namelist()
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise ValueError("broken") from error
        if len(self.names) > _MOST_PARTS:
            raise ValueError("broken")

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none. ValueError where it is broken."""
        if name not in self.names:
            return None
        try:
            with self._zip.open(name) as opened:
                content = opened.read(MAX_PART + 1)
        except MemoryError:
            raise
        except Exception as error:
            # zipfile raises many kinds on a damaged part.
            raise ValueError("broken") from error
        if len(content) > MAX_PART:
            raise ValueError("broken")
        return content

    def xml(self, name: str) -> etree._Element | None:
        """A part as XML, None where there is none."""
        content = self.part(name)
        return None if content is None else parsed(content)


def parsed(content: bytes) -> etree._Element:
    """The root of an XML text. ValueError where it is broken or declares a document type."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ValueError("broken") from error
    if b"<!DOCTYPE" in content[:_OPENING] or root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("broken")
    return root
