"""The home page: search, the newest, deadlines, the ways in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from congvan.language import labels
from congvan.model.document import Task
from congvan.render import keys, routes
from congvan.render.context import Context
from congvan.render.deadline_pages import month_links
from congvan.render.page import Page
from congvan.render.views import entry, entry_keys, task_keys, task_view

NEWEST = 10
"""What a reader who comes each day has not seen."""
DEADLINES = 8
MONTHS = 12
"""A year of months with deadlines; the rest are one step away."""


def home_page(context: Context) -> Page:
    """The home page. The deadlines shown are the latest there are, whatever the day."""
    newest = context.shelves.newest[:NEWEST]
    tasks = tuple(islice(_latest_tasks(context), DEADLINES))
    return Page(
        address=routes.HOME,
        kind="home",
        title=context.site.name,
        description=labels.say("description.home"),
        template="home.md.j2",
        made_from=(
            keys.listing("trang-chu"),
            *entry_keys(newest),
            *task_keys(tasks, context),
        ),
        context={
            "site": context.site,
            "held": len(context.archive.held),
            "known": len(context.archive.documents) - len(context.archive.held),
            "newest": tuple(entry(d, context) for d in newest),
            "tasks": tuple(task_view(t, t.text, context) for t in tasks),
            "months": month_links(context)[:MONTHS],
        },
    )


def _latest_tasks(context: Context) -> Iterator[Task]:
    deadlines = context.shelves.deadlines
    for month in sorted(deadlines, reverse=True):
        yield from reversed(deadlines[month])
