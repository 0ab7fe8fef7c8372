"""The Whoosh index of one year: its fields, and how a document is put into them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from whoosh import fields, index

from congvan.search.entry import Entry, Field
from congvan.search.staff.records import Record
from congvan.search.terms import Terms, terms_of

PAIR = "+"
"""Between the words of a pair: the index splits its terms at white space."""

ANY = "*"
"""In the place of an agency, before the day on which a task is due."""

NEVER = "0000-00-00"
"""Stands for no date: no range of days holds it."""

BOOSTS = {
    Field.SUBJECT: ("subject", 3.0),
    Field.AGENCY: ("named", 2.0),
    Field.PLAN: ("plan", 6.0),
    Field.CODE: ("code", 24.0),
}
"""The fields that raise a result, as in the public search."""

# Words known of a document not held rank below the same words in a text that is.
_KNOWN_ONLY = 0.5

_MEMORY_MB = 512
"""More than the default 128 spares a third of the time: fewer sorted runs to merge."""


def create(folder: Path, rows: Iterable[tuple[Entry, Record]]) -> None:
    """Writes the index of `rows` into an empty folder. It holds pickles: trust its origin."""
    writer = index.create_in(str(folder), _schema()).writer(limitmb=_MEMORY_MB)
    for entry, record in rows:
        writer.add_document(**_fields(entry, record))
    writer.commit()


def _schema() -> fields.Schema:
    """Terms arrive made, so that no analyser of Whoosh touches them; no positions are kept."""
    found = {name: fields.KEYWORD(scorable=True) for name, _ in BOOSTS.values()}
    return fields.Schema(
        id=fields.ID(stored=True, unique=True),
        text=fields.KEYWORD(scorable=True),
        type=fields.ID(),
        issuer=fields.ID(),
        agency=fields.KEYWORD(commas=True),
        due=fields.KEYWORD(commas=True),
        first=fields.ID(),
        last=fields.ID(stored=True, sortable=True),
        **found,
    )


def _fields(entry: Entry, record: Record) -> dict[str, object]:
    date = entry.document.date
    terms = {name: " ".join(_of(entry, field)) for field, (name, _) in BOOSTS.items()}
    return {
        "id": record.id,
        "text": " ".join(_all(entry)),
        "_text_boost": 1.0 if record.held else _KNOWN_ONLY,
        "type": record.type,
        "issuer": record.issuer,
        "agency": ",".join(sorted(_agencies(entry, record))),
        "due": ",".join(sorted(_due(record))),
        "first": date.earliest.isoformat() if date else NEVER,
        "last": date.latest.isoformat() if date else NEVER,
        **terms,
    }


def _all(entry: Entry) -> Iterator[str]:
    for passage in entry.passages:
        for line in passage.lines:
            yield from _written(terms_of(line))


def _of(entry: Entry, field: Field) -> Iterator[str]:
    """The terms of one field. Of a code only what holds its number tells documents apart."""
    for passage in entry.passages:
        if passage.fields & field:
            terms = (term for line in passage.lines for term in _written(terms_of(line)))
            yield from (t for t in terms if not passage.code or "_" in t or _numbered(t))


def _written(terms: Terms) -> Iterator[str]:
    yield from terms.words
    yield from (pair.replace(" ", PAIR) for pair in terms.pairs)
    yield from terms.codes


def _numbered(term: str) -> bool:
    return any(part[:1].isdecimal() for part in term.split(PAIR))


def _agencies(entry: Entry, record: Record) -> set[str]:
    """Who leads, works along or is addressed; ids, since names hold commas."""
    addressed = {p.agency or p.group or "" for p in entry.document.to}
    return (addressed | {a for task in record.tasks for a in task.agencies}) - {""}


def _due(record: Record) -> Iterator[str]:
    """One term for each agency and day, so that both are asked of one and the same task."""
    for task in record.tasks:
        if task.due_day:
            yield from (f"{agency}@{task.due_day}" for agency in {ANY, *task.agencies})
