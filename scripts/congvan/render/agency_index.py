"""The index of agencies, by province, in the order of the Vietnamese alphabet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from congvan.language import labels
from congvan.language.collation import sort_key
from congvan.model.agency import Agency
from congvan.render import routes
from congvan.render.context import Context
from congvan.render.directory import Directory, directory_pages
from congvan.render.page import Crumb, Page
from congvan.render.paging import ShelfLink
from congvan.render.views import agency_title


def agency_index(context: Context) -> Iterator[Page]:
    """What leads to every agency."""
    found = map(context.archive.agency, context.archive.agencies())
    agencies = [a for a in found if a is not None]
    provinces: dict[str, list[Agency]] = defaultdict(list)
    for agency in agencies:
        provinces[_heading(agency, context)].append(agency)
    sections = tuple(
        (heading, tuple(_link(a) for a in sorted(provinces[heading], key=_order)))
        for heading in sorted(provinces, key=sort_key)
    )
    yield from directory_pages(
        Directory(
            base=routes.AGENCIES,
            title=labels.say("page.agencies"),
            trail=(Crumb(labels.say("page.home"), routes.HOME),),
            sections=sections,
            intro=labels.say("page.agencies_intro"),
        )
    )


def _heading(agency: Agency, context: Context) -> str:
    if agency.province is None:
        return labels.say("page.central")
    province = context.archive.province(agency.province)
    if province.born is None:
        return province.name
    return labels.say("page.province_since", province=province.name, year=province.born.year)


def _link(agency: Agency) -> ShelfLink:
    return ShelfLink(agency_title(agency), routes.agency(agency.id))


def _order(agency: Agency) -> tuple[object, str]:
    return (sort_key(agency.name), agency.id)
