"""The article: one held dispatch as it reads on paper, its words linked and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from congvan.language.official import BLANK, Line, Official, official
from congvan.model.citation import Mention
from congvan.model.dispatch import Dispatch
from congvan.model.document import Document
from congvan.model.link import AgencyLink, Party
from congvan.render import linking
from congvan.render.annotate import Annotation, annotate, find_in_order
from congvan.render.body import body_html, inline_html
from congvan.render.context import Context


@dataclass(frozen=True, slots=True)
class Article:
    """What the template of the article shows, in the order of the paper."""

    form: Official
    """The lines that are shown as they are."""
    place_date: tuple[str, ...]
    """Place and date, cut where a part of the date is blank."""
    subject: Markup | None
    to: tuple[Markup, ...]
    body: Markup
    copies: tuple[Markup, ...]


def article(document: Document, dispatch: Dispatch, context: Context) -> Article:
    """The article of a held document."""
    form = official(dispatch, context.archive)
    subject = None
    if form.subject:
        about = linking.links_in(document, "subject", context)
        subject = escape(form.subject.before) + annotate(form.subject.words, about)
    return Article(
        form=form,
        place_date=tuple((form.place_date or "").split(BLANK)),
        subject=subject,
        to=_lines(form.to, document.to, document, context),
        body=body_html(
            dispatch.body, linking.links_in(document, "body", context), document.seen.outline
        ),
        copies=_lines(form.copies, document.copies, document, context),
    )


def _lines(
    lines: Sequence[Line], parties: Sequence[Party], document: Document, context: Context
) -> tuple[Markup, ...]:
    """Printed lines with their signs, the agencies in them as links."""
    return tuple(
        escape(line.before)
        + inline_html(
            line.words,
            _in_line(line.words, [p for p in parties if p.line == n], document, context),
        )
        + line.after
        for n, line in enumerate(lines)
    )


def _in_line(
    line: str, parties: Sequence[Party], document: Document, context: Context
) -> list[Annotation]:
    found = zip(parties, find_in_order(line, [p.printed for p in parties]), strict=True)
    made = (
        linking.agency(
            AgencyLink(Mention("body", span, party.printed, party.name or party.printed), party),
            document.address,
            context,
        )
        for party, span in found
        if span is not None
    )
    return [annotation for annotation in made if annotation is not None]
