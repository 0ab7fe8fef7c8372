"""Dublin Core: a document's facts under the names that catalogues of all countries share."""

from __future__ import annotations

from congvan.model.document import Document
from congvan.render import designation, routes
from congvan.render.context import Context
from congvan.render.metadata import own_field

_MIRRORED = {
    "replaces": ("replaces", "isReplacedBy"),
    "abolishes": ("replaces", "isReplacedBy"),
    "implements": ("references", "isReferencedBy"),
    "cites": ("references", "isReferencedBy"),
    "based-on": ("references", "isReferencedBy"),
    "attaches": ("hasPart", "isPartOf"),
}
"""DCTERMS for our relations, read from the source and from the target."""

CITED, CITING = 12, 4
"""Documents cited and citing that are named in the head of a page, the last ones: they weigh on
every page; all stand in `index.json`."""

Terms = dict[str, str | list[str]]


def dublin_core(document: Document, context: Context) -> Terms:
    """The DCTERMS of a document; values that are not known are left out, dates are EDTF. Language
    and publisher are those of the whole site and are not told on each page."""
    owner = designation.owner_name(document.owner, document.date, context.archive)
    permanent = context.site.url + routes.permanent(document.id)
    terms: Terms = {
        "identifier": [*([document.code] if document.code else []), permanent],
        "title": document.subject or designation.short(document),
        "type": designation.type_name(document.type),
        "creator": owner,
    }
    if document.date:
        terms["issued"] = str(document.date)
    field = own_field(document)
    if field:
        terms["subject"] = field.name or field.letters
    return {**terms, **_relations(document, context)}


def _relations(document: Document, context: Context) -> Terms:
    found: dict[str, dict[str, None]] = {}
    ends = [(r.kind, 0, r.target) for r in context.archive.relations_from(document.id)[-CITED:]]
    ends += [(r.kind, 1, r.source) for r in context.archive.relations_to(document.id)[-CITING:]]
    for kind, side, other in ends:
        if kind in _MIRRORED:
            name = _MIRRORED[kind][side]
            found.setdefault(name, {})[context.site.url + routes.permanent(other)] = None
    return {name: list(ids) for name, ids in found.items()}
