"""Work on units: rendered from what was sent along. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from congvan import render, store
from congvan.build.asking import Unanswered, noting, open_parcel
from congvan.build.preparing import register_of
from congvan.model.archive import Archive
from congvan.model.output import Output
from congvan.model.site import Site
from congvan.search import public
from congvan.store import Answer

SEARCHED = "searched:"
"""Units that the search index is made of: one for each document."""
_DOCUMENT = "document:"


@dataclass(frozen=True, slots=True)
class Writing:
    """Units to be rendered, with the answers that they will ask for."""

    units: tuple[str, ...]
    parcel: Mapping[str, Answer]
    agencies: frozenset[str]
    own: bytes
    site: Site
    schemas: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one unit."""

    unit: str
    asked: frozenset[str]
    outputs: tuple[Output, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    """(path below `dispatches/`, path below the site) of files to be copied as they are."""
    extract: bytes | None = None
    """What the search index keeps of a document, as `store.dumps` writes it."""
    missing: str | None = None
    """A question that was not sent along: the unit is to be sent again with its answer."""


def write(job: Writing) -> list[Written]:
    """Every unit of the job, rendered or with what it lacks."""
    archive = open_parcel(job.parcel, job.agencies, register_of(job.own))
    return [_written(unit, archive, job) for unit in job.units]


def write_one(unit: str, archive: Archive, site: Site, schemas: Mapping[str, bytes]) -> Written:
    """One unit rendered; raises what the archive raises for a question that it cannot answer."""
    asked: set[str] = set()
    return _made(unit, asked, render.Context(noting(archive, asked), site, schemas))


def _written(unit: str, archive: Archive, job: Writing) -> Written:
    asked: set[str] = set()
    try:
        return _made(unit, asked, render.Context(noting(archive, asked), job.site, job.schemas))
    except Unanswered as lacking:
        return Written(unit, frozenset(asked), missing=lacking.question)


def _made(unit: str, asked: set[str], context: render.Context) -> Written:
    if unit.startswith(SEARCHED):
        extract, text = public.extracted(unit.removeprefix(SEARCHED), context.archive)
        return Written(unit, frozenset(asked), (text,), extract=store.dumps(extract))
    outputs = tuple(render.render_unit(unit, context))
    return Written(unit, frozenset(asked), outputs, tuple(_copies(unit, context)))


def _copies(unit: str, context: render.Context) -> Iterator[tuple[str, str]]:
    if unit.startswith(_DOCUMENT):
        yield from render.files(context.archive.document(unit.removeprefix(_DOCUMENT)))
