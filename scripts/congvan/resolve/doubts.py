"""Doubts: what could not be resolved, told to the clerk with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congvan.model.document import Document
from congvan.model.finding import Finding, Place
from congvan.model.link import Link, Status
from congvan.model.recognised import Recognised
from congvan.resolve.binding import UNLINKED
from congvan.resolve.surroundings import place_of


def doubts_of(
    recognised: Recognised, links: Iterable[Link], document: Document
) -> Iterator[Finding]:
    """A finding for every citation, name and clerk's reference that leads nowhere certain."""
    unlinked = {
        " ".join(s.quote.split()) for s in recognised.dispatch.links if s.target == UNLINKED
    }
    for link in links:
        if " ".join(link.citation.quote.split()) not in unlinked:
            yield from _doubt(link, recognised)
    yield from _unknown_addressees(recognised, document)
    yield from _missing_quotes(recognised)


def _doubt(link: Link, recognised: Recognised) -> Iterator[Finding]:
    place = place_of(link, recognised)
    if link.status is Status.AMBIGUOUS:
        values = {"candidates": ", ".join(link.candidates)}
        yield Finding("citation-ambiguous", place, link.citation.quote, values)
    elif link.status is Status.UNRESOLVED:
        yield Finding("citation-unresolved", place, link.citation.quote)
    date, own = link.citation.date, recognised.dispatch.date
    if date and own and date.earliest > own.latest:
        values = {"cited": str(date), "own": str(own)}
        yield Finding("cites-later-document", place, link.citation.quote, values)


def _unknown_addressees(recognised: Recognised, document: Document) -> Iterator[Finding]:
    dispatch = recognised.dispatch
    for party in document.to:
        if party.agency is None and party.group is None:
            place = dispatch.marks.get(f"to.{party.line}") or Place(f"dispatches/{dispatch.path}")
            yield Finding("addressee-unknown", place, party.printed)


def _missing_quotes(recognised: Recognised) -> Iterator[Finding]:
    dispatch = recognised.dispatch
    for index, stated in enumerate(dispatch.links):
        if stated.quote not in dispatch.body and stated.quote not in (dispatch.subject or ""):
            place = dispatch.marks.get(f"links.{index}") or Place(f"dispatches/{dispatch.path}")
            yield Finding("link-quote-missing", place, stated.quote)
