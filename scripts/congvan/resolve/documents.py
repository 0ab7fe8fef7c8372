"""Documents: dispatches and stubs, in the one shape that the archive keeps."""

from __future__ import annotations

from collections.abc import Iterable

from congvan.language.register import Register
from congvan.model.dispatch import Dispatch
from congvan.model.document import Document, Tombstone
from congvan.model.link import Link
from congvan.model.recognised import Recognised
from congvan.resolve.addresses import address_of_stub
from congvan.resolve.identity import symbol_of
from congvan.resolve.parties import Names, agency_links, tasks_of
from congvan.resolve.stubs import Stub


def document_of(
    recognised: Recognised, address: str, links: Iterable[Link], register: Register
) -> Document:
    """A held dispatch with all that it says resolved."""
    dispatch = recognised.dispatch
    names = Names.of(dispatch, register)
    return Document(
        id=dispatch.id,
        address=address,
        owner=dispatch.issuer,
        type=dispatch.type,
        code=_code(dispatch),
        number=dispatch.number,
        symbol=dispatch.symbol,
        date=dispatch.date,
        subject=dispatch.subject,
        organ=dispatch.organ,
        dispatch=dispatch,
        seen=recognised.seen,
        links=tuple(links),
        agencies=agency_links(recognised, names),
        to=names.parties(dispatch.to or ()),
        copies=names.parties(dispatch.copies or ()),
        tasks=tasks_of(recognised, names),
    )


def document_of_stub(stub: Stub) -> Document:
    """A document that is known and not held."""
    number = stub.symbol.number
    return Document(
        id=stub.id,
        address=address_of_stub(stub),
        owner=stub.key.owner,
        type=stub.type,
        code=str(stub.symbol),
        number=number.written if number else None,
        symbol=stub.symbol.without_number,
        date=stub.date,
        subject=stub.title,
        organ=stub.organ,
        source_url=stub.url,
    )


def tombstone_of(dispatch: Dispatch, address: str) -> Tombstone:
    """What is left of a withdrawn dispatch."""
    reason = dispatch.corrections[-1].text if dispatch.corrections else None
    return Tombstone(
        id=dispatch.id,
        address=address,
        owner=dispatch.issuer,
        type=dispatch.type,
        code=_code(dispatch),
        date=dispatch.date,
        symbol=dispatch.symbol,
        reason=reason,
        aliases=dispatch.aliases,
    )


def _code(dispatch: Dispatch) -> str | None:
    symbol = symbol_of(dispatch)
    return str(symbol) if symbol and symbol.number else None
