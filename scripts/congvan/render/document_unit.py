"""All that is made of one document: its page, the files beside it, the way from its id."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.model.output import Output
from congvan.render import routes
from congvan.render.context import Context
from congvan.render.data_files import document_data
from congvan.render.dispatch_page import dispatch_page
from congvan.render.page import outputs
from congvan.render.permanent import redirect
from congvan.render.stub_page import stub_page


def document_outputs(id_: str, context: Context) -> Iterator[Output]:
    """The page of a document, held or known, with `index.json`, its line of the yearly list, the
    redirect from its permanent address and the rows of the sitemaps."""
    document = context.archive.document(id_)
    if document.dispatch is not None:
        page = dispatch_page(document, document.dispatch, context)
    else:
        page = stub_page(document, context)
    yield from outputs(page, context.site)
    yield from outputs(redirect(routes.permanent(id_), document, context), context.site)
    yield from document_data(document, context)
