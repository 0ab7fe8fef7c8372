"""Units: the small groups of outputs that are made, and made again, each by itself.

A subject is something of the archive that comes, changes and goes; its units follow from it. What a
unit is made from is what it asks the archive while it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from congvan.model.archive import SLOT, Archive
from congvan.model.output import Output
from congvan.model.site import Site
from congvan.render.agency_index import agency_index
from congvan.render.agency_page import agency_page, received_slot
from congvan.render.agency_tasks import agency_task_page, dated_slot, undated_slot
from congvan.render.context import Context
from congvan.render.data_files import schemas
from congvan.render.deadline_pages import deadline_index, deadline_years, due_slot, recurring_slot
from congvan.render.document_unit import document_outputs
from congvan.render.feed import feed
from congvan.render.field_pages import field_index, field_slot
from congvan.render.home_page import home_page
from congvan.render.naming_pages import naming_slot
from congvan.render.number_pages import code_slot, number_index, symbol_slot
from congvan.render.opensearch import opensearch
from congvan.render.owner_pages import owner_index, owner_page, owner_year_slot
from congvan.render.page import Page, outputs
from congvan.render.permanent import moved_page, tombstone_pages
from congvan.render.type_pages import type_index, type_slot
from congvan.render.wanted_page import wanted_page
from congvan.render.year_pages import month_slot, year_index, year_slot

Pages = Page | Iterable[Page]

SITE = "site:"
"""The subject of what there is once: always the same units."""

_SLOTS: Mapping[str, Callable[[str, int, Context], Pages]] = {
    "year": year_slot,
    "month": month_slot,
    "owner-year": owner_year_slot,
    "type": type_slot,
    "field": field_slot,
    "symbol": symbol_slot,
    "code": code_slot,
    "naming": naming_slot,
    "addressed": received_slot,
    "dated-tasks": dated_slot,
    "undated-tasks": undated_slot,
    "due": due_slot,
    "recurring": recurring_slot,
}
"""Kinds of shelves of which each slot is a unit, "year/2021#3"."""

_WHOLE: Mapping[str, Callable[[str, Context], Pages]] = {"owner": owner_page}
"""Kinds of shelves that are one unit, "owner/ubnd-dak-lak"."""

_NESTED = {"owner-year": "owner"}
"""Kinds of shelves whose names go on below those of another kind."""

_BY_NAME: Mapping[str, Callable[[str, Context], Pages]] = {
    "agency": agency_page,
    "agency-tasks": agency_task_page,
    "tombstone": tombstone_pages,
    "moved": moved_page,
}

_SITE_PAGES: Mapping[str, Callable[[Context], Pages]] = {
    "home": home_page,
    "agencies": agency_index,
    "owners": owner_index,
    "years": year_index,
    "types": type_index,
    "fields": field_index,
    "deadlines": deadline_index,
    "deadline-years": deadline_years,
    "numbers": number_index,
    "wanted": wanted_page,
}
_SITE_FILES: Mapping[str, Callable[[Context], Output | Iterable[Output]]] = {
    "feed": feed,
    "opensearch": opensearch,
    "schemas": schemas,
}


def subjects(archive: Archive) -> Iterator[str]:
    """Every subject of an archive: "document:<id>", "tombstone:<id>", "moved:<address>",
    "agency:<id>", "shelf:<name>" and "site:"."""
    for shelf in ("all/known", "all/held"):
        for place in archive.shelf(shelf).places():
            yield f"document:{place.document}"
    yield from (f"tombstone:{id_}" for id_ in archive.tombstones())
    yield from (f"moved:{address}" for address in archive.old_addresses())
    yield from (f"agency:{id_}" for id_ in archive.agencies())
    for kind in (*_SLOTS, *_WHOLE):
        yield from (f"shelf:{name}" for name in _shelves(kind, archive))
    yield SITE


def units_of(subject: str, archive: Archive) -> tuple[str, ...]:
    """The units of a subject, () where nothing is made of it. No unit has two subjects.

    A shelf has one unit for each slot, even where a slot gives no page: where all it holds stands
    on another page already.
    """
    kind, _, name = subject.partition(":")
    if subject == SITE:
        return tuple(f"site:{part}" for part in (*_SITE_PAGES, *_SITE_FILES))
    if kind == "agency":
        return (f"agency:{name}", f"agency-tasks:{name}")
    if kind != "shelf":
        return (subject,)
    shelf = name.partition("/")[0]
    count = len(archive.shelf(name)) if shelf in _SLOTS or shelf in _WHOLE else 0
    if shelf in _WHOLE:
        return (name,) if count else ()
    return tuple(f"{name}#{ordinal}" for ordinal in range(1, -(-count // SLOT) + 1))


def render_unit(unit: str, context: Context) -> Iterator[Output]:
    """The outputs of a unit. Raises KeyError for a unit that there is not."""
    kind, colon, name = unit.partition(":")
    if kind == "document":
        return document_outputs(name, context)
    if kind == "site":
        return _of_site(name, context)
    pages = _BY_NAME[kind](name, context) if colon else _of_shelf(unit, context)
    return _outputs(pages, context)


def render(
    archive: Archive, site: Site, schemas: Mapping[str, bytes] | None = None
) -> Iterator[Output]:
    """Every output of an archive but the search index and what is put together from parts.

    `schemas` are JSON Schemas made elsewhere, by name, published as they are. The same archive
    gives the same bytes on any day and machine.
    """
    context = Context(archive, site, schemas or {})
    for subject in subjects(archive):
        for unit in units_of(subject, archive):
            yield from render_unit(unit, context)


def _shelves(kind: str, archive: Archive) -> Iterator[str]:
    if kind in _NESTED:
        above = [f"{kind}/{name}/" for name, _ in archive.under(f"{_NESTED[kind]}/")]
    else:
        above = [f"{kind}/"]
    return (f"{prefix}{name}" for prefix in above for name, _ in archive.under(prefix))


def _of_shelf(unit: str, context: Context) -> Pages:
    shelf, _, ordinal = unit.partition("#")
    kind, _, name = shelf.partition("/")
    if kind in _WHOLE:
        return _WHOLE[kind](name, context)
    return _SLOTS[kind](name, int(ordinal), context)


def _of_site(name: str, context: Context) -> Iterator[Output]:
    if name in _SITE_PAGES:
        return _outputs(_SITE_PAGES[name](context), context)
    made = _SITE_FILES[name](context)
    return iter((made,) if isinstance(made, Output) else made)


def _outputs(pages: Pages, context: Context) -> Iterator[Output]:
    found = (pages,) if isinstance(pages, Page) else pages
    return chain.from_iterable(outputs(page, context.site) for page in found)
