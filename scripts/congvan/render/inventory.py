"""Inventories: the addresses to be kept and the files to be copied."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.model.archive import Archive
from congvan.model.document import Document
from congvan.render import routes


def addresses(archive: Archive) -> Iterator[tuple[str, str]]:
    """(id, address) of every page that must answer for ever, for the ledger: each document, held,
    known or withdrawn, at its address and at its permanent one."""
    for shelf in ("all/held", "all/known"):
        for place in archive.shelf(shelf).places():
            yield place.document, archive.card(place.document).address
            yield place.document, routes.permanent(place.document)
    for id_ in archive.tombstones():
        yield id_, archive.tombstone(id_).address
        yield id_, routes.permanent(id_)


def files(document: Document) -> Iterator[tuple[str, str]]:
    """(path below `dispatches/`, path below the site) of the files that a document's page offers as
    received and of the pictures of its pages: copied byte for byte, so that a signature and a
    checksum stay true."""
    dispatch = document.dispatch
    if dispatch is None:
        return
    names = [dispatch.source.file] if dispatch.source else []
    names += [attachment.file for attachment in dispatch.attachments]
    for name in dict.fromkeys([*names, *dispatch.pages]):
        yield f"{dispatch.folder}/{name}", document.address + name
