"""All that is made of one document: its page, the files beside it, the way from its id."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.model.dispatch import Dispatch
from congvan.model.document import Document
from congvan.model.output import Output
from congvan.render import routes
from congvan.render.context import Context
from congvan.render.data_files import document_data
from congvan.render.dispatch_page import dispatch_page, is_cut, surroundings_page
from congvan.render.page import fitted, outputs, written
from congvan.render.permanent import redirect
from congvan.render.stub_page import stub_page


def document_outputs(id_: str, context: Context) -> Iterator[Output]:
    """The page of a document, held or known, with `index.json`, its line of the yearly list, the
    redirect from its permanent address and the rows of the sitemaps."""
    document = context.archive.document(id_)
    if document.dispatch is None:
        yield from outputs(stub_page(document, context), context.site)
    else:
        yield from _held(document, document.dispatch, context)
    yield from outputs(redirect(routes.permanent(id_), document, context), context.site)
    yield from document_data(document, context)


def _held(document: Document, dispatch: Dispatch, context: Context) -> Iterator[Output]:
    """The page of a held document, and that of what surrounds it where the first is cut."""
    whole = dispatch_page(document, dispatch, context)
    page, content = fitted(whole, context.site)
    yield from written(page, content, context.site)
    if is_cut(page):
        yield from outputs(surroundings_page(document, dispatch, context), context.site)
