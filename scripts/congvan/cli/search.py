"""`congvan search`: the staff's deeper search."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Day
from importlib import import_module
from typing import Any

import click

from congvan.cli import archive_of
from congvan.language import calendar
from congvan.language.messages import say
from congvan.model.partial_date import PartialDate
from congvan.search import staff
from congvan.search.staff import present


class DayType(click.ParamType[Day]):
    """A day as clerks write it, "30/6/2021", or as machines do, "2021-06-30"."""

    name = "ngay"

    def __init__(self, *, last: bool) -> None:
        self.last = last
        """Whether a month or year given means its last day."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Day:
        """The day; fails with a remedy where the text is none."""
        if isinstance(value, Day):
            return value
        try:
            date = calendar.read(value) or PartialDate.parse(value)
        except ValueError:
            self.fail(say("search.bad-date", value=value), param, ctx)
        return date.latest if self.last else date.earliest


def options(command: Callable[..., None]) -> Callable[..., None]:
    """The filters, each with its help from the messages."""
    for name, kind in reversed(FILTERS):
        field = "from_" if name == "from" else name.replace("-", "_")
        command = click.option(f"--{name}", field, type=kind, help=say(f"search.{name}"))(command)
    return command


FILTERS: tuple[tuple[str, Any], ...] = (
    ("agency", str),
    ("issuer", str),
    ("type", str),
    ("plan", str),
    ("year", int),
    ("from", DayType(last=False)),
    ("to", DayType(last=True)),
    ("due-from", DayType(last=False)),
    ("due-to", DayType(last=True)),
)


@click.command("search", help=say("search.help"))
@click.argument("query", default="", metavar="QUERY")
@options
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    help=say("search.format"),
)
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, help=say("search.limit"))
@click.pass_context
def command(ctx: click.Context, /, query: str, form: str, limit: int, **filters: Any) -> None:
    """Prints what is found; builds the index first where the sources have changed."""
    settings = archive_of(ctx)
    if not staff.is_fresh(settings.staff_index, settings.dispatches):
        # Only a stale index needs the whole program; a fresh one answers in under a second.
        result = import_module("congvan.build").index_for_staff(settings)
        if result.errors:
            raise click.ClickException(say("search.errors", errors=result.errors))
    try:
        results = staff.query(settings.staff_index, staff.Query(query, limit=limit, **filters))
    except staff.UnknownName as error:
        key = "search.unknown-name" if error.suggestions else "search.unknown-name-alone"
        near = ", ".join(error.suggestions)
        raise click.ClickException(say(key, name=error.name, suggestions=near)) from error
    _print(results, form)


def _print(results: staff.Results, form: str) -> None:
    if form == "table":
        present.print_table(results)
    else:
        click.echo({"json": present.as_json, "csv": present.as_csv}[form](results))
