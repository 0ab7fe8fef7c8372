"""Linking: citations and names of agencies in a text as elements around their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from congvan.language import labels, markup
from congvan.model.document import Card, Document
from congvan.model.link import AgencyLink, Link, Status
from congvan.model.span import Span
from congvan.render import designation
from congvan.render.annotate import Annotation, annotate, find_in_order
from congvan.render.context import Context
from congvan.render.page import href
from congvan.render.views import party_view


def links_in(document: Document, text: str, context: Context) -> tuple[Annotation, ...]:
    """All links of a document's "subject" or "body", for its own page; citations come first, so
    that an agency named within one does not cut it."""
    cited = (
        citation(link, link.citation.span, document.address, context)
        for link in document.links
        if link.citation.text == text
    )
    named = (
        agency(link, document.address, context)
        for link in document.agencies
        if link.mention.text == text
    )
    return tuple(a for a in (*cited, *named) if a is not None)


def citation(
    link: Link, span: Span, page: str, context: Context, *, titled: bool = True
) -> Annotation | None:
    """The element around a citation on the page of that address, None where it cites the page.
    `titled`: whether it tells on hover what it leads to."""
    if link.target is None:
        doubt = (("class", "vien-dan-khong"), ("title", _doubt(link, context)))
        return Annotation(span, "span", doubt)
    target = context.archive.card(link.target)
    if target.address == page:
        return None
    attributes = [
        ("class", "vien-dan" if target.held else "vien-dan chua-co"),
        ("href", href(page, target.address, clause_anchor(link, target, context))),
    ]
    if titled:
        attributes.append(("title", leads_to(link, target, context)))
    return Annotation(span, "a", tuple(attributes))


def agency(link: AgencyLink, page: str, context: Context) -> Annotation | None:
    """The element around the name of an agency, None where it is not known."""
    view = party_view(link.party, context)
    span = link.mention.span
    if view.address and view.title:
        address = href(page, view.address)
        return Annotation(
            span, "a", (("class", "co-quan"), ("href", address), ("title", view.title))
        )
    return None


def linked(
    text: str,
    links: Sequence[Link],
    page: str,
    context: Context,
    *,
    titled: bool = True,
    limit: int | None = None,
) -> Markup:
    """Words quoted from a document, its citations in them as links. `links` in the order of the
    text; those whose words are not found are left out. With a `limit` the words are cut there or
    before, never within a citation."""
    quotes = [" ".join(markup.plain(link.citation.quote).text.split()) for link in links]
    spans = find_in_order(text, quotes)
    end = len(text) if limit is None else cut(text, [span for span in spans if span], limit)
    made = (
        citation(link, span, page, context, titled=titled)
        for link, span in zip(links, spans, strict=True)
        if span is not None and span.end <= end
    )
    return annotate(text[:end], [a for a in made if a is not None]) + "…" * (end < len(text))


def cut(text: str, whole: Iterable[Span], limit: int) -> int:
    """Where a text is cut between words to have no more than `limit` letters and no part of what
    is to stay `whole`; behind such a part where the text begins with it."""
    if len(text) <= limit:
        return len(text)
    end = max(text.rfind(" ", 0, limit), 0) or limit
    for span in whole:
        if span.start < end < span.end:
            end = span.start or span.end
    return len(text[:end].rstrip(" ,;:("))


def clause_anchor(link: Link, target: Card, context: Context) -> str | None:
    """The fragment of the clause a link means. On a held document's page only its own items can be
    led to: the clause itself, or the nearest one around it."""
    if not link.citation.pinpoints:
        return None
    anchor = link.citation.pinpoints[0].anchor
    if not target.held:
        return anchor
    known = {item.anchor for item in context.archive.outline(target.id)}
    while anchor and anchor not in known:
        anchor = anchor.rpartition(".")[0]
    return anchor or None


def leads_to(link: Link, target: Card, context: Context) -> str:
    """What a citation leads to: clause, designation and whether the archive has the text."""
    what = designation.full(target, context.archive)
    what = labels.say("leads_to.held" if target.held else "leads_to.stub", what=what)
    if not link.citation.pinpoints:
        return what
    clauses = ", ".join(designation.clause(p) for p in link.citation.pinpoints)
    return labels.say("leads_to.clause", clause=clauses, what=what)


def _doubt(link: Link, context: Context) -> str:
    if link.status is not Status.AMBIGUOUS:
        return labels.say("leads_to.unresolved")
    found = (context.archive.card(id_) for id_ in link.candidates)
    names = "; ".join(designation.full(d, context.archive) for d in found)
    return labels.say("leads_to.ambiguous", candidates=names)
