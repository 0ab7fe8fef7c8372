"""Inventories: the addresses to be kept and the files to be copied."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.model.archive import Archive
from congvan.render import routes


def addresses(archive: Archive) -> Iterator[tuple[str, str]]:
    """(id, address) of every page that must answer for ever, for the ledger: each document, held,
    known or withdrawn, at its address and at its permanent one."""
    places = [(d.id, d.address) for d in archive.documents]
    places += [(t.id, t.address) for t in archive.tombstones]
    for id_, address in places:
        yield id_, address
        yield id_, routes.permanent(id_)


def files(archive: Archive) -> Iterator[tuple[str, str]]:
    """(path below `dispatches/`, path below the site) of the files that pages offer as received
    and of the pictures of their pages: copied byte for byte, so that a signature and a checksum
    stay true."""
    for document in archive.held:
        dispatch = document.dispatch
        assert dispatch is not None
        names = [dispatch.source.file] if dispatch.source else []
        names += [attachment.file for attachment in dispatch.attachments]
        for name in dict.fromkeys([*names, *dispatch.pages]):
            yield f"{dispatch.folder}/{name}", document.address + name
