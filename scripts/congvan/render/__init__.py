"""Rendering: the archive as files in memory. Pure: nothing is read or written, no clock is asked.

Pages are Markdown for MkDocs below `docs/`; JSON, feeds and schemas stand beside its HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.output import Output
from congvan.model.site import Site
from congvan.render.agency_index import agency_index
from congvan.render.agency_page import agency_pages
from congvan.render.agency_tasks import agency_task_pages
from congvan.render.context import Context
from congvan.render.data_files import data_files, document_files
from congvan.render.deadline_pages import deadline_pages
from congvan.render.dispatch_page import dispatch_page
from congvan.render.feed import feed
from congvan.render.field_pages import field_pages
from congvan.render.home_page import home_page
from congvan.render.inventory import addresses, files
from congvan.render.number_pages import number_pages
from congvan.render.opensearch import opensearch
from congvan.render.owner_pages import owner_pages
from congvan.render.page import Page, output
from congvan.render.permanent import permanent_pages
from congvan.render.shelves import Shelves
from congvan.render.stub_page import stub_pages
from congvan.render.type_pages import type_pages
from congvan.render.wanted_page import wanted_page
from congvan.render.year_pages import year_pages

__all__ = ["addresses", "files", "render"]


def render(
    archive: Archive, register: Register, site: Site, schemas: Mapping[str, bytes] | None = None
) -> Iterator[Output]:
    """Every generated file of the site but the search index.

    `schemas` are JSON Schemas made elsewhere, by name, published as they are. The same archive
    gives the same bytes on any day and machine.
    """
    context = Context(archive, register, site, Shelves(archive, register))
    yield from map(output, _pages(context))
    yield from document_files(context)
    yield from data_files(context, schemas or {})
    yield feed(context)
    yield opensearch(context)


def _pages(context: Context) -> Iterator[Page]:
    for document in context.archive.documents:
        if document.dispatch is not None:
            yield dispatch_page(document, document.dispatch, context)
        else:
            yield from stub_pages(document, context)
    for agency in context.shelves.agencies:
        yield from agency_pages(agency, context)
        yield from agency_task_pages(agency, context)
    yield agency_index(context)
    for pages in (owner_pages, year_pages, type_pages, field_pages, deadline_pages, number_pages):
        yield from pages(context)
    yield from permanent_pages(context)
    yield wanted_page(context)
    yield home_page(context)
