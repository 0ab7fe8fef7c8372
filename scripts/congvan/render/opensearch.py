"""OpenSearch: lets a browser search the archive from its address bar."""

from __future__ import annotations

from congvan.model.output import Output
from congvan.render import routes
from congvan.render.context import Context
from congvan.render.page import environment


def opensearch(context: Context) -> Output:
    """The description of the site's search (OpenSearch 1.1)."""
    template = environment().get_template("opensearch.xml.j2")
    text = template.render(site=context.site, search=context.site.url + routes.SEARCH)
    return Output("site", "opensearch.xml", text.encode())
