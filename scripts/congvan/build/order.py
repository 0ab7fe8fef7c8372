"""The order of the program: *read, recognise, resolve, render, publish*."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from congvan import publish, store
from congvan.build.asking import archive_of
from congvan.build.assembling import assemble
from congvan.build.indexing import index
from congvan.build.joining import join
from congvan.build.judging import counted, findings, judge
from congvan.build.listing import list_units
from congvan.build.memory import Memory, remembered
from congvan.build.rendering import render_stale
from congvan.build.result import Result, Tell, silent
from congvan.build.showing import HTML, check_shown, lost, show
from congvan.build.sourcing import Sourced, source
from congvan.build.staging import settle
from congvan.build.workers import HERE, Workers
from congvan.model.archive import Archive
from congvan.search import staff
from congvan.settings import Settings

_READABLE = 2_000
"""Findings that a person may still read; beyond, only errors and what is about changed files."""


def build(
    settings: Settings,
    *,
    workers: Workers = HERE,
    full: bool = False,
    strict: bool = False,
    with_staff: bool = False,
    tell: Tell = silent,
) -> Result:
    """The whole way, for what has changed since the last time; for everything if `full`.

    Nothing is written where a source has an error (a warning, if `strict`). Raises store.Busy where
    another build is at work.
    """
    with publish.Stage(settings.root) as stage, remembered(settings, workers, tell) as memory:
        if full:
            store.forget(memory.database)
        sourced, result = _gathered(memory)
        if result.errors or (strict and result.warned):
            return result
        if with_staff:
            _index_for_staff(memory)
        return _published(memory, stage, sourced, result)


def gather(settings: Settings, workers: Workers = HERE, tell: Tell = silent) -> Result:
    """Read, recognise, resolve: every finding of the sources; nothing is written but the cache."""
    with remembered(settings, workers, tell) as memory:
        _, result = _gathered(memory)
        return replace(result, findings=findings(memory))


@contextmanager
def gathered(settings: Settings) -> Iterator[Archive | None]:
    """The archive to be asked; None where the sources have errors."""
    with remembered(settings, HERE) as memory:
        _, result = _gathered(memory)
        yield None if result.errors else archive_of(memory)


def _gathered(memory: Memory) -> tuple[Sourced, Result]:
    sourced = source(memory)
    join(memory, sourced)
    judge(memory)
    counts = counted(memory)
    few = sum(counts.values()) <= _READABLE
    found = findings(memory, of=None if few else sourced.changed)
    changed = len(sourced.changed) + len(sourced.gone)
    result = Result(found, sourced.count, changed, counts=counts)
    held, stubs = memory.documents.counts()
    awaiting = memory.dispatches.count_awaiting()
    return sourced, replace(result, held=held, stubs=stubs, awaiting=awaiting)


def _published(memory: Memory, stage: publish.Stage, sourced: Sourced, result: Result) -> Result:
    """What has changed moved to where readers see it, where all is well; the old site left whole
    where it is not."""
    list_units(memory)
    memory.tell("render", 0, memory.units.count_stale())
    render_stale(memory, stage)
    index(memory, stage)
    shown = show(memory, stage)
    assemble(memory, stage)
    found = [*check_shown(memory, stage, shown), *lost(memory, sourced)]
    result = replace(result, findings=(*result.findings, *found))
    if result.errors:
        return result
    memory.tell("publish", 0, len(stage))
    written = settle(memory, stage)
    pages = memory.outputs.count(HTML)
    return replace(result, site=memory.settings.site, pages=pages, written=written)


def index_for_staff(settings: Settings, workers: Workers = HERE) -> Result:
    """The staff's index brought up to the sources; untouched where they have errors."""
    with remembered(settings, workers) as memory:
        _, result = _gathered(memory)
        if not result.errors:
            _index_for_staff(memory)
        return result


def _index_for_staff(memory: Memory) -> None:
    stamp = staff.stamp(memory.settings.dispatches)
    staff.index(archive_of(memory), memory.settings.staff_index, stamp)
