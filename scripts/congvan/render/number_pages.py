"""Look-up by number, without a server and without JavaScript.

Every code has an address, folded: /so/28-kh-tu/ leads to the one document that bears it, or shows a
choice. What stands after the number has one too: /so/kh-tu/ lists all that bear it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congvan.language import labels
from congvan.language.collation import sort_key
from congvan.model.document import Document
from congvan.model.number import Number
from congvan.render import keys, routes
from congvan.render.context import Context
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, ShelfLink, list_pages
from congvan.render.permanent import redirect
from congvan.render.views import entry, entry_keys


def number_pages(context: Context) -> Iterator[Page]:
    """The index of symbols, a list for each symbol, a look-up for each code."""
    symbols = context.shelves.symbols
    yield _index(context)
    for slug, documents in symbols.items():
        yield from list_pages(
            Listing(
                base=routes.number(slug),
                title=labels.say("page.symbol", symbol=_written(documents)),
                documents=sorted(documents, key=_by_number),
                trail=_trail(),
            ),
            context,
        )
    for slug, documents in context.shelves.codes.items():
        if slug not in symbols:
            yield _look_up(slug, documents, context)


def _look_up(slug: str, documents: Sequence[Document], context: Context) -> Page:
    if len(documents) == 1:
        return redirect(routes.number(slug), documents[0], context, keys.listing(f"so/{slug}"))
    title = labels.say(
        "page.choice", code=" / ".join(dict.fromkeys(d.code or "" for d in documents))
    )
    return Page(
        address=routes.number(slug),
        kind="choice",
        title=title,
        description=labels.say("description.list", title=title),
        template="list.md.j2",
        trail=_trail(),
        noindex=True,
        made_from=(keys.listing(f"so/{slug}"), *entry_keys(documents)),
        context={
            "total": None,
            "shelves": (),
            "slot": {"pages": ()},
            "entries": tuple(entry(d, context) for d in reversed(documents)),
            "intro": labels.say("page.choice_intro"),
        },
    )


def _index(context: Context) -> Page:
    title = labels.say("page.numbers")
    links = [
        ShelfLink(_written(documents), routes.number(slug), len(documents))
        for slug, documents in context.shelves.symbols.items()
    ]
    links.sort(key=lambda link: (sort_key(link.title), link.address))
    return Page(
        address=routes.NUMBERS,
        kind="list",
        title=title,
        description=labels.say("description.numbers"),
        template="shelves.md.j2",
        trail=_trail()[:1],
        made_from=(keys.listing("so"),),
        context={
            "intro": labels.say("page.numbers_intro"),
            "sections": (("", tuple(links)),) if links else (),
        },
    )


def _written(documents: Sequence[Document]) -> str:
    """The symbols that share a folded form, as written: HĐ and HD meet here."""
    return ", ".join(sorted({d.symbol or "" for d in documents}, key=sort_key))


def _by_number(document: Document) -> tuple[int, int, str]:
    """By year, then number; those without a number first, so that the numbered keep their order."""
    return (document.date.year if document.date else 0, _value(document.number), document.id)


def _value(number: str | None) -> int:
    try:
        return Number.parse(number).value if number else 0
    except ValueError:
        return 0


def _trail() -> tuple[Crumb, ...]:
    return (
        Crumb(labels.say("page.home"), routes.HOME),
        Crumb(labels.say("page.numbers"), routes.NUMBERS),
    )
