"""The home page: search, the newest, deadlines, the ways in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from congvan.language import labels
from congvan.model.archive import Place
from congvan.render import routes
from congvan.render.context import Context
from congvan.render.deadline_pages import Month, month_links, months
from congvan.render.page import Page
from congvan.render.task_views import task_rows
from congvan.render.views import entries

NEWEST = 10
"""What a reader who comes each day has not seen."""
DEADLINES = 8
MONTHS = 12
"""A year of months with deadlines; the rest are one step away."""


def home_page(context: Context) -> Page:
    """The home page. The deadlines shown are the latest there are, whatever the day."""
    newest = reversed(context.archive.shelf("newest/all").last(NEWEST))
    due = months(context)
    latest = islice(_latest(due, context), DEADLINES)
    return Page(
        address=routes.HOME,
        kind="home",
        title=context.site.name,
        description=labels.say("description.home"),
        template="home.md.j2",
        context={
            "site": context.site,
            "held": len(context.archive.shelf("all/held")),
            "known": len(context.archive.shelf("all/known")),
            "newest": entries(newest, context),
            "tasks": task_rows(latest, context),
            "months": month_links(due[:MONTHS]),
        },
    )


def _latest(due: Iterable[Month], context: Context) -> Iterator[Place]:
    for month in due:
        yield from reversed(context.archive.shelf(month.shelf).last(DEADLINES))
