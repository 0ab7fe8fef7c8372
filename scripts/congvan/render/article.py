"""The article: one held dispatch as it reads on paper, its words linked and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from congvan.language import labels
from congvan.model.citation import Mention
from congvan.model.dispatch import Dispatch, Signer
from congvan.model.document import Document
from congvan.model.link import AgencyLink, Party
from congvan.render import linking
from congvan.render.annotate import Annotation, annotate, find_in_order
from congvan.render.body import body_html, inline_html
from congvan.render.context import Context
from congvan.render.official import Heading, heading


@dataclass(frozen=True, slots=True)
class Article:
    """What the template of the article shows, in the order of the paper."""

    heading: Heading
    place_date: tuple[str, ...]
    """Place and date, cut where a part of the date is blank."""
    subject: Markup | None
    urgency: str | None
    to: tuple[Markup, ...]
    body: Markup
    copies: tuple[Markup, ...]
    signer: Signer | None


def article(document: Document, dispatch: Dispatch, context: Context) -> Article:
    """The article of a held document."""
    top = heading(dispatch, context.register)
    subject = None
    if dispatch.subject:
        about = linking.links_in(document, "subject", context)
        subject = escape(top.about or "") + annotate(dispatch.subject, about)
    return Article(
        heading=top,
        place_date=tuple((top.place_date or "").split(labels.say("official.blank"))),
        subject=subject,
        urgency=dispatch.urgency,
        to=_lines(dispatch.to or (), document.to, document, context, alone_bare=True),
        body=body_html(
            dispatch.body, linking.links_in(document, "body", context), document.seen.outline
        ),
        copies=_lines(dispatch.copies or (), document.copies, document, context),
        signer=dispatch.signer,
    )


def _lines(
    lines: Sequence[str],
    parties: Sequence[Party],
    document: Document,
    context: Context,
    *,
    alone_bare: bool = False,
) -> tuple[Markup, ...]:
    """Printed lines with their marks: "- …;" and at last "- …." (Decree 30/2020, annex I, II.9).
    One addressee alone stands behind the words "Kính gửi" without a mark."""
    linked = [
        inline_html(line, _in_line(line, [p for p in parties if p.line == n], document, context))
        for n, line in enumerate(lines)
    ]
    if alone_bare and len(linked) == 1:
        return (linked[0],)
    mark, last = labels.say("official.mark"), len(linked) - 1
    return tuple(mark + line + (";" if n < last else ".") for n, line in enumerate(linked))


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
