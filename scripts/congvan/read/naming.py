"""Rules on what a dispatch is called: its issuer, its number and symbol, its type, its file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day

from rapidfuzz import fuzz, process

from congvan.language import calendar, register_data, types
from congvan.language.register import Register
from congvan.language.slugs import document_slug, slug
from congvan.model.agency import Agency, Province
from congvan.model.dispatch import Dispatch
from congvan.model.finding import Finding, Place
from congvan.model.partial_date import PartialDate
from congvan.model.symbol import Symbol
from congvan.read.places import FOLDER, of_file, of_key

_SUGGESTED = 3
"""Ids offered where one is not known."""


def naming_faults(dispatch: Dispatch, register: Register) -> Iterator[Finding]:
    """What is wrong with the names of one dispatch, taken by itself."""
    if dispatch.issuer:
        yield from _issuer(dispatch, register)
    yield from _symbol(dispatch)
    yield from _path(dispatch)


def symbol_of(dispatch: Dispatch) -> Symbol | None:
    """The symbol that number and symbol make together; None where there is none to be read."""
    if dispatch.symbol is None:
        return None
    try:
        return Symbol.of(dispatch.number, dispatch.symbol)
    except ValueError:
        return None


def slug_of(dispatch: Dispatch) -> str:
    """The last part of the dispatch's address."""
    if dispatch.slug is not None:
        return dispatch.slug
    return document_slug(symbol_of(dispatch), dispatch.symbol, dispatch.type, dispatch.id)


def _issuer(dispatch: Dispatch, register: Register) -> Iterator[Finding]:
    place = of_key(dispatch, "issuer")
    try:
        agency = register.agency(dispatch.issuer)
    except KeyError:
        nearest = {"nearest": _nearest_agencies(dispatch, register)}
        yield Finding("unknown-agency", place, dispatch.issuer, nearest)
        return
    if dispatch.date is not None and not _lived(agency, dispatch.date):
        values = {
            "name": agency.name,
            "date": calendar.say(dispatch.date),
            "life": _life(agency),
            "nearest": _namesakes(agency, dispatch.date, register),
        }
        yield Finding("agency-not-living", place, dispatch.issuer, values)


def _lived(agency: Agency, date: PartialDate) -> bool:
    """Whether the body existed on some day that the date can be."""
    begun = agency.born is None or agency.born <= date.latest
    return begun and (agency.died is None or date.earliest <= agency.died)


def _life(agency: Agency) -> str:
    start = agency.born.isoformat() if agency.born else ".."
    end = agency.died.isoformat() if agency.died else ".."
    return calendar.say(PartialDate.parse(f"{start}/{end}"))


def _namesakes(agency: Agency, date: PartialDate, register: Register) -> str:
    """Ids of the bodies before and after it that existed on the date."""
    kin = (*agency.predecessors, *(passed.successor for passed in agency.successors))
    living = [id_ for id_ in kin if _lived(register.agency(id_), date)]
    return ", ".join(living) or agency.id


def _nearest_agencies(dispatch: Dispatch, register: Register) -> str:
    """Ids that the clerk may have meant: of a name written for an id, or spelt most like it."""
    day = dispatch.date.earliest if dispatch.date else None
    named = register.find(dispatch.issuer, day=day, province=None)
    if named:
        return ", ".join(agency.id for agency in named[:_SUGGESTED])
    spelled = [(slug(name), unit) for unit in _units(day) for name in (unit.name, *unit.spellings)]
    near = process.extract(
        dispatch.issuer, [name for name, _ in spelled], scorer=fuzz.partial_ratio, limit=_SUGGESTED
    )
    ids = {a.id for _, _, n in near for a in register.agencies_of(spelled[n][1].id)}
    best = process.extract(dispatch.issuer, sorted(ids), scorer=fuzz.ratio, limit=_SUGGESTED)
    return ", ".join(id_ for id_, _, _ in best)


def _units(day: Day | None) -> list[Province]:
    every = register_data.provinces().values()
    return [unit for unit in every if day is None or unit.existed_on(day)]


def _symbol(dispatch: Dispatch) -> Iterator[Finding]:
    if dispatch.number is not None and dispatch.symbol is None:
        yield Finding("symbol-missing", of_key(dispatch, "number"), dispatch.number)
    if dispatch.number is not None and dispatch.date is None and "date" not in dispatch.marks:
        yield Finding("date-missing", of_key(dispatch, "number"), dispatch.number)
    if dispatch.symbol is None:
        return
    try:
        symbol = Symbol.of(dispatch.number, dispatch.symbol)
    except ValueError:
        written = " ".join(filter(None, (dispatch.number, dispatch.symbol)))
        yield Finding("symbol-unreadable", of_key(dispatch, "symbol"), written)
        return
    yield from _type(dispatch, symbol)


def _type(dispatch: Dispatch, symbol: Symbol) -> Iterator[Finding]:
    """A warning where the letters of the code belong to other types than the one stated."""
    possible = types.by_symbol(symbol)
    if not possible or dispatch.type not in types.TYPES:
        return
    if dispatch.type not in {kind.id for kind in possible}:
        named = ", ".join(kind.name for kind in possible)
        values = {"symbol": str(symbol), "named": named}
        yield Finding("type-differs", of_key(dispatch, "type"), dispatch.type, values)


def _path(dispatch: Dispatch) -> Iterator[Finding]:
    """A warning where the file stands elsewhere than its owner, year and slug say."""
    *folders, name = dispatch.path.removesuffix(".md").split("/")
    unnamed = dispatch.number is not None and symbol_of(dispatch) is None
    if not dispatch.issuer or not dispatch.id or unnamed:
        return
    own_slug = slug_of(dispatch)
    year = str(dispatch.date.year) if dispatch.date else (folders[-1] if folders else "")
    # A reissue under the same number shares the slug and goes by a name that begins with it.
    right_name = name == own_slug or (
        dispatch.key_note is not None and name.startswith(f"{own_slug}-")
    )
    if folders != [dispatch.issuer, year] or not right_name:
        expected = f"{FOLDER}/{dispatch.issuer}/{year}/{own_slug}.md"
        file = of_file(dispatch)
        yield Finding("path-differs", Place(file), file, {"expected": expected})
