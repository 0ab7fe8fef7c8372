"""What stands in one dispatch's subject line and body: the passes, one after another."""

from __future__ import annotations

from collections.abc import Iterable

from congvan.language.register import Register
from congvan.model.citation import Citation, Mention, Text
from congvan.model.partial_date import PartialDate
from congvan.model.recognised import Seen
from congvan.recognise.assignments import AssignmentReader
from congvan.recognise.citations import CitationReader
from congvan.recognise.issuers import IssuerReader
from congvan.recognise.mentions import mentions
from congvan.recognise.misreadings import mended
from congvan.recognise.names import gazetteer
from congvan.recognise.outline import outline
from congvan.recognise.parties import PartyReader
from congvan.recognise.reading import Reading, read
from congvan.recognise.speakers import Speaker


def see(  # noqa: PLR0913  # what a heading tells of its paper, each thing by its name
    subject: str | None,
    body: str,
    *,
    date: PartialDate | None,
    register: Register,
    own_type: str | None = None,
    issuer: str | None = None,
    names: Iterable[str] = (),
) -> Seen:
    """Outline, citations, mentions and tasks of a subject line and a body in Markdown.

    `date` is the dispatch's own, `own_type` its type id ("Kế hoạch này" in a plan is the plan),
    `issuer` the full name of who speaks in it; `names` are bodies that its heading names, known
    here even where the register is not told.
    """
    reading = read(body)
    entries = outline(reading)
    lines = reading.joined(entry.paragraph.start for entry in entries)
    known = tuple(names)
    parties = _parties(lines, register, known)
    above = _parties(read(subject or "").joined(()), register, known)
    citations = (*_citations(above, "subject", own_type), *_citations(parties, "body", own_type))
    speaker = Speaker(issuer, own_type, date.earliest if date else None)
    return Seen(
        outline=tuple(entry.item for entry in entries),
        citations=citations,
        mentions=_mentions(above, parties, citations, register, date),
        assignments=AssignmentReader(parties, entries, speaker).read(),
    )


def cited(text: str, register: Register) -> tuple[Citation, ...]:
    """The citations alone of a text in Markdown."""
    return _citations(PartyReader(read(text).joined(()), gazetteer(register)), "body", None)


def _parties(reading: Reading, register: Register, names: tuple[str, ...]) -> PartyReader:
    return PartyReader(mended(reading, register), gazetteer(register, names))


def _citations(parties: PartyReader, text: Text, type_: str | None) -> tuple[Citation, ...]:
    return CitationReader(parties.reading, text, IssuerReader(parties), type_).read()


def _mentions(
    subject: PartyReader,
    body: PartyReader,
    citations: tuple[Citation, ...],
    register: Register,
    date: PartialDate | None,
) -> tuple[Mention, ...]:
    day = date.earliest if date else None
    return (
        *mentions(subject, "subject", citations, register, day),
        *mentions(body, "body", citations, register, day),
    )
