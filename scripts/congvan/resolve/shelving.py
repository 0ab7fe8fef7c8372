"""Shelving: on which shelves of the archive a document and its tasks stand, and where on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Day
from urllib.parse import quote

from congvan.language import slugs
from congvan.language.register import Register
from congvan.model.archive import Place, year_of
from congvan.model.document import Card, Document, Relation, Task, age, unit_of
from congvan.model.link import Party
from congvan.model.number import Number

_LAST = "~"
"""Sorts behind every day."""

_MANY = 10**8
"""More documents than ever name one: what is subtracted from it sorts backwards."""


@dataclass(frozen=True, slots=True, order=True)
class Standing:
    """A place on a shelf. Places of one shelf are in the order of `order`, as bytes of UTF-8."""

    shelf: str
    order: str
    place: Place

    def __post_init__(self) -> None:
        assert ":" not in self.shelf, self.shelf


def shelve(
    document: Document, relations: Iterable[Relation], register: Register
) -> tuple[Standing, ...]:
    """Every place of one document; `relations` are those from it.

    | shelf | what stands there |
    | --- | --- |
    | `all/held`, `all/known` | documents with and without their text |
    | `year/<year>`, `month/<year>-<month>` | documents by date |
    | `owner/<agency>`, `owner-year/<agency>/<year>` | documents by their series |
    | `type/<type>`, `field/<LETTERS>` | documents by type; held ones by drafting unit |
    | `code/<slug>`, `symbol/<slug>`, `symbol-written/<slug>/<quoted>` | documents by number |
    | `newest/all` | held documents by the day they were put online |
    | `naming/<id>` | documents that name the document of that id |
    | `addressed/<agency>`, `in-group/<agency>` | held ones sent to it, by name or as a member |
    | `names/<agency>` | documents that name it in any way |
    | `dated-tasks/<agency>`, `undated-tasks/<agency>` | its tasks |
    | `due/<year>-<month>`, `recurring/all` | tasks by the last day they can be due on |
    """
    own = Place(document.id)
    order = age(document)
    found = [Standing(shelf, order, own) for shelf in _shelves(document)]
    found += _by_number(document)
    found += _newest(document)
    found += [Standing(f"naming/{r.target}", order, own) for r in relations]
    found += _groups(document, register)
    for task in document.tasks:
        found += _of_task(task, order)
    return tuple(dict.fromkeys(found))


def wanted(document: Document | Card, sources: int) -> Standing:
    """The place of a document that is not held among all such, the most named first."""
    return Standing("wanted/all", f"{_MANY - sources:09d}/{document.id}", Place(document.id))


def _shelves(document: Document) -> Iterator[str]:
    year = year_of(document)
    yield "all/held" if document.held else "all/known"
    yield f"year/{year}"
    if document.date is not None and document.date.month is not None:
        yield f"month/{year}-{document.date.month:02d}"
    yield f"owner/{document.owner}"
    yield f"owner-year/{document.owner}/{year}"
    yield f"type/{document.type}"
    unit = unit_of(document) if document.held else None
    if unit:
        yield f"field/{quote(unit, safe='')}"
    if document.code:
        yield f"code/{slugs.slug(document.code)}"
    for agency in dict.fromkeys(party.agency for party in document.to):
        if agency:
            yield f"addressed/{agency}"
    for agency in dict.fromkeys(_named(document)):
        yield f"names/{agency}"


def _by_number(document: Document) -> Iterator[Standing]:
    """By year, then number; those without a number first, so that the numbered keep their order."""
    if document.symbol:
        year = document.date.year if document.date else 0
        order = f"{year:04d}/{_value(document.number):012d}/{document.id}"
        slug = slugs.slug(document.symbol)
        place = Place(document.id)
        yield Standing(f"symbol/{slug}", order, place)
        yield Standing(f"symbol-written/{slug}/{quote(document.symbol, safe='')}", order, place)


def _value(number: str | None) -> int:
    try:
        return Number.parse(number).value if number else 0
    except ValueError:
        return 0


def _newest(document: Document) -> Iterator[Standing]:
    if document.dispatch is not None and document.dispatch.published is not None:
        order = f"{document.dispatch.published.isoformat()}/{document.id}"
        yield Standing("newest/all", order, Place(document.id))


def _groups(document: Document, register: Register) -> Iterator[Standing]:
    """Its places with the members of the groups it is addressed to, each group once."""
    if not any(party.group for party in document.to):
        return
    unit = _province(document.owner, register)
    day = document.date.earliest if document.date else None
    found = (
        register.find_group(p.name or p.printed, day=day, province=unit)
        for p in document.to
        if p.group
    )
    for n, group in enumerate(dict.fromkeys(g for g in found if g is not None)):
        place = Place(document.id, note=group.name)
        for member in group.members:
            yield Standing(f"in-group/{member}", f"{age(document)}/{n:03d}", place)


def _province(owner: str, register: Register) -> str | None:
    """The owner's province; None for a central one, and for one that the register does not know, of
    which reading has told."""
    try:
        province = register.province_of(owner)
    except KeyError:
        return None
    return province.id if province else None


def _of_task(task: Task, order: str) -> Iterator[Standing]:
    due = task.deadline.due if task.deadline else None
    place = Place(task.document, task.ordinal)
    within = f"{order}/{task.ordinal:04d}"
    kind = "dated-tasks" if due else "undated-tasks"
    by_day = f"{due.latest.isoformat() if due else _LAST}/{within}"
    for agency in dict.fromkeys(_parties(task)):
        yield Standing(f"{kind}/{agency}", by_day, place)
    if due and due.latest != Day.max:
        yield Standing(f"due/{due.latest.year}-{due.latest.month:02d}", by_day, place)
    if task.deadline and task.deadline.repeat:
        yield Standing("recurring/all", within, place)


def _parties(task: Task) -> Iterator[str]:
    every: tuple[Party | None, ...] = (*task.lead, *task.with_, task.via)
    return (party.agency for party in every if party and party.agency)


def _named(document: Document) -> Iterator[str]:
    yield document.owner
    yield from (p.agency for p in (*document.to, *document.copies) if p.agency)
    yield from (link.party.agency for link in document.agencies if link.party.agency)
    for task in document.tasks:
        yield from _parties(task)
