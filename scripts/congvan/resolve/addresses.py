"""Addresses: where each document stands, and what old addresses lead to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from congvan.language import slugs
from congvan.model.dispatch import Dispatch
from congvan.model.document import Document
from congvan.model.finding import Finding, Place
from congvan.model.sources import Address
from congvan.resolve.identity import symbol_of
from congvan.resolve.stubs import Stub

ROOT = "van-ban"
NO_YEAR = "0000"
"""The folder of documents whose year is not known."""


def held_addresses(dispatches: Iterable[Dispatch]) -> dict[str, str]:
    """Each id's address, "van-ban/<owner>/<year>/<slug>/".

    One with a `key_note`, a reissue under a number already given, stands one level below the
    first: ".../dc1/", ".../dc2/" in the order of the files.
    """
    addresses: dict[str, str] = {}
    reissues: Counter[str] = Counter()
    for dispatch in dispatches:
        address = _plain_address(dispatch)
        if dispatch.key_note:
            reissues[address] += 1
            address += f"dc{reissues[address]}/"
        addresses[dispatch.id] = address
    return addresses


def _plain_address(dispatch: Dispatch) -> str:
    year = f"{dispatch.date.year:04d}" if dispatch.date else NO_YEAR
    slug = dispatch.slug or slugs.document_slug(
        symbol_of(dispatch), dispatch.symbol, dispatch.type, dispatch.id
    )
    return f"{ROOT}/{dispatch.issuer}/{year}/{slug}/"


def address_of_stub(stub: Stub) -> str:
    """The address that the text will keep when it arrives."""
    slug = slugs.document_slug(stub.symbol, stub.symbol.without_number, stub.type, stub.id)
    return f"{ROOT}/{stub.key.owner}/{stub.key.when[:4]}/{slug}/"


def clashes(documents: Iterable[Document]) -> Iterator[Finding]:
    """An error for every document whose address another one has already.

    Two held documents that clash are told by reading, with the line to change.
    """
    first: dict[str, Document] = {}
    for document in documents:
        other = first.setdefault(document.address, document)
        if other is not document and not (other.held and document.held):
            yield Finding(
                "address-clash",
                _place(document),
                document.address,
                {"other": other.dispatch.path if other.dispatch else other.id},
            )


def redirects(
    documents: Iterable[Document], ledger: Iterable[Address]
) -> tuple[tuple[str, str], ...]:
    """(old address, id): aliases, and rows of the ledger whose document stands elsewhere now.

    A stub that is read better gets another key, hence another id and perhaps another year; it is
    known again by its owner and slug where one document alone has them.
    """
    by_id = {d.id: d for d in documents}
    alike: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in by_id.values():
        alike[_owner_and_slug(document.address)].append(document)
    taken = {d.address for d in by_id.values()}
    old = {alias: d.id for d in by_id.values() if d.dispatch for alias in d.dispatch.aliases}
    for row in ledger:
        heirs = [by_id[row.id]] if row.id in by_id else alike[_owner_and_slug(row.address)]
        if row.address.startswith(ROOT) and len(heirs) == 1:
            old.setdefault(row.address, heirs[0].id)
    return tuple(sorted((address, id_) for address, id_ in old.items() if address not in taken))


def _owner_and_slug(address: str) -> tuple[str, str]:
    parts = address.strip("/").split("/")
    return (parts[1] if len(parts) > 1 else "", parts[-1])


def _place(document: Document) -> Place:
    if document.dispatch is None:
        return Place("dispatches/known.yml")
    return document.dispatch.marks.get("slug") or Place(f"dispatches/{document.dispatch.path}")
