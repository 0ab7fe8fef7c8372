"""Making a whole archive, over processes: each makes a stretch of dispatches and writes it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.archive import founding, printed, truth
from benchmarks.archive.founding import Published
from benchmarks.archive.identity import Recipe
from benchmarks.archive.paper import Paper, paper
from congvan.intake.draft import ORIGINAL

_STRETCH = 500
"""Dispatches made at a time: memory stays flat, and no process waits long for another."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one worker hands back of its dispatches."""

    published: list[Published]
    facts: list[str]


def make(
    folder: Path, recipe: Recipe, count: int, *, jobs: int = 1, facts: Path | None = None
) -> None:
    """An archive of so many dispatches in a new folder; with `facts`, a line of JSON for each.

    Raises FileExistsError where the folder holds anything.
    """
    founding.found(folder)
    published: list[Published] = []
    lines: list[str] = []
    for stretch in _stretches(folder, recipe, count, jobs):
        published += stretch.published
        lines += stretch.facts
    founding.write_ledger(folder, published)
    if facts is not None:
        facts.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def write(folder: Path, made: Paper) -> None:
    """One dispatch and its text as received, where the program looks for them."""
    place = folder / "dispatches" / made.folder
    (place / made.slug).mkdir(parents=True, exist_ok=True)
    original = printed.received(made).encode()
    (place / made.slug / ORIGINAL).write_bytes(original)
    (place / f"{made.slug}.md").write_text(printed.dispatch(made, original), "utf-8")


def _stretches(folder: Path, recipe: Recipe, count: int, jobs: int) -> Iterator[Stretch]:
    spans = [range(first, min(count, first + _STRETCH)) for first in range(0, count, _STRETCH)]
    work = partial(_stretch, folder, recipe)
    if jobs == 1:
        yield from map(work, spans)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(work, spans)


def _stretch(folder: Path, recipe: Recipe, span: range) -> Stretch:
    published, lines = [], []
    for index in span:
        made = paper(recipe, index)
        write(folder, made)
        place = f"{made.folder}/{made.slug}"
        published.append((made.published.isoformat(), made.identity.id, place))
        lines.append(truth.line(made))
    return Stretch(published, lines)
