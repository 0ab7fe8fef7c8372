"""Directories: pages that lead to lists, cut where there are more than a phone can load."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from congvan.language import labels
from congvan.render import routes
from congvan.render.page import Crumb, Page
from congvan.render.paging import ShelfLink, SlotLink

SIZE = 600
"""Links on one page: some 120 kB where names are long."""

Sections = Sequence[tuple[str, Sequence[ShelfLink]]]
"""Headings, "" for none, with the links below each."""


@dataclass(frozen=True, slots=True)
class Directory:
    """A directory before it is cut into pages."""

    base: str
    title: str
    trail: tuple[Crumb, ...]
    sections: Sections
    intro: str | None = None
    description: str | None = None


def directory_pages(directory: Directory) -> Iterator[Page]:
    """Its pages, one where all fits; the first stands at the base address."""
    links = [(heading, link) for heading, links in directory.sections for link in links]
    parts = [links[at : at + SIZE] for at in range(0, len(links), SIZE)] or [[]]
    for number, part in enumerate(parts, 1):
        yield _page(directory, number, part, len(parts))


def _page(
    directory: Directory, number: int, part: Sequence[tuple[str, ShelfLink]], count: int
) -> Page:
    title, trail = directory.title, directory.trail
    if number > 1:
        trail = (*trail, Crumb(title, directory.base))
        title = labels.say("page.slot", title=title, number=number)
    sections = tuple(
        (heading, tuple(link for _, link in links))
        for heading, links in groupby(part, key=lambda pair: pair[0])
    )
    pages = range(1, count + 1)
    return Page(
        address=_address(directory, number),
        kind="list",
        title=title,
        description=directory.description or labels.say("description.list", title=title),
        template="shelves.md.j2",
        trail=trail,
        context={
            "intro": directory.intro,
            "sections": sections,
            "row": {
                "pages": [SlotLink(str(n), _address(directory, n), n == number) for n in pages]
            },
        },
    )


def _address(directory: Directory, number: int) -> str:
    return routes.slot(directory.base, number) if number > 1 else directory.base
