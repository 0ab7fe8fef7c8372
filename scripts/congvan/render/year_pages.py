"""Lists by time: the years, each year, each month."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.language import labels
from congvan.render import keys, routes
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, ShelfLink, list_pages


def year_pages(context: Context) -> Iterator[Page]:
    """The index of years, then every year with its months, then every month."""
    yield _index(context)
    for year in context.archive.years:
        yield from list_pages(
            Listing(
                base=routes.year(year),
                title=_title(year),
                documents=context.archive.of_year(year),
                trail=_trail(),
                shelves=month_shelves(year, context),
            ),
            context,
        )
    for (year, month), documents in sorted(context.shelves.months.items()):
        yield from list_pages(
            Listing(
                base=routes.month(year, month),
                title=labels.say("page.month", month=month, year=year),
                documents=documents,
                trail=(*_trail(), Crumb(_title(year), routes.year(year))),
            ),
            context,
        )


def year_shelves(context: Context) -> tuple[ShelfLink, ...]:
    """The years, the latest first, with their numbers of documents."""
    years = context.archive.years
    return tuple(
        ShelfLink(_title(y), routes.year(y), len(context.archive.of_year(y)))
        for y in reversed(years)
    )


def month_shelves(year: int, context: Context) -> tuple[ShelfLink, ...]:
    """The months of a year that have documents, the latest first."""
    months = sorted((m for y, m in context.shelves.months if y == year), reverse=True)
    return tuple(
        ShelfLink(
            labels.say("page.month_short", month=month, year=year),
            routes.month(year, month),
            len(context.shelves.months[year, month]),
        )
        for month in months
    )


def _index(context: Context) -> Page:
    title = labels.say("page.years")
    return Page(
        address=routes.YEARS,
        kind="list",
        title=title,
        description=labels.say("description.list", title=title),
        template="shelves.md.j2",
        trail=_trail()[:1],
        made_from=(keys.listing("nam"),),
        context={"intro": None, "sections": (("", year_shelves(context)),)},
    )


def _trail() -> tuple[Crumb, ...]:
    return (
        Crumb(labels.say("page.home"), routes.HOME),
        Crumb(labels.say("page.years"), routes.YEARS),
    )


def _title(year: int) -> str:
    return labels.say("page.year", year=year) if year else labels.say("page.no_year")
