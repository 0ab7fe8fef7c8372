"""Addresses: where each document stands, and what old addresses lead to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from congvan.language import slugs
from congvan.model.dispatch import Dispatch
from congvan.model.document import Card, Document
from congvan.model.finding import Finding, Place
from congvan.model.sources import Address
from congvan.model.symbol import Symbol
from congvan.resolve.identity import symbol_of
from congvan.resolve.stubs import Stub

ROOT = "van-ban"
LEVELS = 4
"""Parts of a document's address: the root, the owner, the year, the slug."""
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
        address = plain_address(dispatch)
        if dispatch.key_note:
            reissues[address] += 1
            address += f"dc{reissues[address]}/"
        addresses[dispatch.id] = address
    return addresses


def plain_address(dispatch: Dispatch) -> str:
    """Its address where no reissue shares its number."""
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
    documents: Iterable[Card],
    aliases: Iterable[tuple[str, str]],
    ledger: Iterable[Address],
    withdrawn: Iterable[str] = (),
) -> tuple[tuple[str, str], ...]:
    """(old address, id): aliases, and rows of the ledger whose document stands elsewhere now.

    `aliases` are (old address, id) as clerks state them, `withdrawn` ids. Enough are the rows of
    addresses at which nothing stands, and the documents with their ids or with owner and slug.

    A stub that is read better, or whose text has arrived under an id of its own, is known again
    where that is certain; all its addresses lead to the one document. Where it is not, the address
    is lost until a clerk says what became of it.
    """
    by_id = {d.id: d for d in documents}
    gone = frozenset(withdrawn)
    rows = [row for row in ledger if row.id not in gone]
    heirs = {row.id: row.id for row in rows if row.id in by_id} | _heirs(by_id, rows)
    taken = {d.address for d in by_id.values()} | {f"id/{id_}/" for id_ in by_id}
    old = dict(aliases)
    old |= {row.address: heirs[row.id] for row in rows if row.id in heirs}
    return tuple(sorted((address, id_) for address, id_ in old.items() if address not in taken))


def _heirs(by_id: Mapping[str, Card], rows: Iterable[Address]) -> dict[str, str]:
    """For each id of the ledger that nobody bears, the one document that it must have been."""
    alike: dict[tuple[str, str], list[Card]] = defaultdict(list)
    for document in by_id.values():
        owner, _, slug = _parts(document.address)
        alike[owner, slug].append(document)
    heirs: dict[str, str] = {}
    for row in rows:
        owner, year, slug = _parts(row.address)
        if row.id not in by_id and row.address.startswith(f"{ROOT}/"):
            same = [d for d in alike[owner, slug] if _may_have_moved(d, year)]
            if len(same) == 1:
                heirs[row.id] = same[0].id
    return heirs


def _may_have_moved(document: Card, year: str) -> bool:
    """Whether a document known under another year can be this one.

    A State number of another year is another document, unless the code itself holds the year. A
    Party number runs through a term, so that a year beside it was a misread date.
    """
    own = _parts(document.address)[1]
    symbol = document.symbol or ""
    numbered = document.number is not None
    party = numbered and Symbol.of(document.number, symbol).style == "party"
    beside = year.isdecimal() and abs(int(own) - int(year)) <= 1
    return own == year or own in symbol or (party and beside)


def _parts(address: str) -> tuple[str, str, str]:
    """Owner, year and slug of "van-ban/<owner>/<year>/<slug>/"; blank where it is none such."""
    parts = address.strip("/").split("/")
    return (parts[1], parts[2], parts[3]) if len(parts) >= LEVELS else ("", "", "")


def _place(document: Document) -> Place:
    if document.dispatch is None:
        return Place("dispatches/known.yml")
    return document.dispatch.marks.get("slug") or Place(f"dispatches/{document.dispatch.path}")
