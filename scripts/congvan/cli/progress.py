"""How far a run is, shown to who sits and waits; a line for each stage in a log."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from congvan.build import Tell
from congvan.language.messages import say


class Rate(ProgressColumn):
    """How many are done in a second."""

    def render(self, task: Task) -> Text:
        """The rate in words; nothing before there is one."""
        speed = task.finished_speed or task.speed
        return Text(say("progress.rate", speed=f"{speed:.0f}") if speed else "")


@contextmanager
def told() -> Iterator[Tell]:
    """What is to be told of the stages: a bar where a person watches, a line in a log."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as progress:
        yield _bars(progress)


def _bars(progress: Progress) -> Tell:
    tasks: dict[str, TaskID] = {}

    def tell(stage: str, done: int, count: int) -> None:
        if stage not in tasks:
            tasks[stage] = progress.add_task(say(f"stage.{stage}"), total=None)
        progress.update(tasks[stage], completed=done, total=count or None)

    return tell


def _lines() -> Tell:
    seen: set[str] = set()

    def tell(stage: str, _done: int, _count: int) -> None:
        if stage not in seen:
            seen.add(stage)
            click.echo(f"· {say(f'stage.{stage}')}", err=True)

    return tell
