"""Lists by time: the years, each year, each month."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.language import labels
from congvan.render import routes
from congvan.render.context import Context
from congvan.render.directory import Directory, directory_pages
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, ShelfLink, list_page


def year_slot(year: str, ordinal: int, context: Context) -> Page:
    """One page of a year's documents, the newest with the months above it."""
    listing = Listing(
        base=routes.year(int(year)),
        shelf=f"year/{year}",
        title=_title(int(year)),
        trail=_trail(),
        links=lambda: month_shelves(int(year), context),
    )
    return list_page(listing, ordinal, context)


def month_slot(name: str, ordinal: int, context: Context) -> Page:
    """One page of the documents of a month, "2021-05"."""
    year, month = map(int, name.split("-"))
    listing = Listing(
        base=routes.month(year, month),
        shelf=f"month/{name}",
        title=labels.say("page.month", month=month, year=year),
        trail=(*_trail(), Crumb(_title(year), routes.year(year))),
    )
    return list_page(listing, ordinal, context)


def month_shelves(year: int, context: Context) -> tuple[ShelfLink, ...]:
    """The months of a year that have documents, the latest first."""
    return tuple(
        ShelfLink(
            labels.say("page.month_short", month=int(month), year=year),
            routes.month(year, int(month)),
            count,
        )
        for month, count in reversed(context.archive.under(f"month/{year}-"))
    )


def year_index(context: Context) -> Iterator[Page]:
    """The years, the latest first, with their numbers of documents."""
    years = sorted(((int(y), n) for y, n in context.archive.under("year/")), reverse=True)
    links = tuple(ShelfLink(_title(y), routes.year(y), count) for y, count in years)
    yield from directory_pages(
        Directory(
            base=routes.YEARS,
            title=labels.say("page.years"),
            trail=_trail()[:1],
            sections=(("", links),),
        )
    )


def _trail() -> tuple[Crumb, ...]:
    return (
        Crumb(labels.say("page.home"), routes.HOME),
        Crumb(labels.say("page.years"), routes.YEARS),
    )


def _title(year: int) -> str:
    return labels.say("page.year", year=year) if year else labels.say("page.no_year")
