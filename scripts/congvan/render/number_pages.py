"""Look-up by number, without a server and without JavaScript.

Every code has an address, folded: /so/28-kh-tu/ leads to the one document that bears it, or shows a
choice. What stands after the number has one too: /so/kh-tu/ lists all that bear it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from congvan.language import labels
from congvan.language.collation import sort_key
from congvan.render import routes
from congvan.render.context import Context
from congvan.render.directory import Directory, directory_pages
from congvan.render.page import Crumb, Page
from congvan.render.paging import Listing, ShelfLink, list_page, slot_of
from congvan.render.permanent import redirect
from congvan.render.views import entry


def symbol_slot(slug: str, ordinal: int, context: Context) -> Page:
    """One page of the documents that share a symbol. The newest names every form in which it is
    written; an older one the forms that stand on it, so that it stays."""
    shelf = context.archive.shelf(f"symbol/{slug}")
    if shelf.has_slot(ordinal + 1):
        cards = (context.archive.card(place.document) for place in shelf.slot(ordinal))
        written = _joined({card.symbol or "" for card in cards})
    else:
        written = _written(slug, context)
    listing = Listing(
        base=routes.number(slug),
        shelf=shelf.name,
        title=labels.say("page.symbol", symbol=written),
        trail=_trail(),
    )
    return list_page(listing, ordinal, context)


def code_slot(slug: str, ordinal: int, context: Context) -> Iterator[Page]:
    """What stands at the address of a code: the way to its one document, or one page of a choice.
    Nothing where a symbol is folded to the same, for then its list stands there."""
    if context.archive.shelf(f"symbol/{slug}").has_slot(1):
        return
    slot = slot_of(routes.number(slug), context.archive.shelf(f"code/{slug}"), ordinal)
    cards = [context.archive.card(place.document) for place in slot.places]
    if len(cards) == 1 and ordinal == 1:
        yield redirect(slot.address, cards[0], context)
        return
    codes = dict.fromkeys(card.code or "" for card in reversed(cards))
    title = labels.say("page.choice", code=" / ".join(codes))
    yield Page(
        address=slot.address,
        kind="choice",
        title=title,
        description=labels.say("description.list", title=title),
        template="list.md.j2",
        trail=_trail(),
        noindex=True,
        context={
            "total": None,
            "shelves": (),
            "slot": slot,
            "entries": tuple(entry(card, context) for card in cards),
            "intro": labels.say("page.choice_intro"),
        },
    )


def number_index(context: Context) -> Iterator[Page]:
    """The symbols, with the number of documents that bear them."""
    links = [
        ShelfLink(_written(slug, context), routes.number(slug), count)
        for slug, count in context.archive.under("symbol/")
    ]
    links.sort(key=lambda link: (sort_key(link.title), link.address))
    yield from directory_pages(
        Directory(
            base=routes.NUMBERS,
            title=labels.say("page.numbers"),
            trail=_trail()[:1],
            sections=(("", links),),
            intro=labels.say("page.numbers_intro"),
            description=labels.say("description.numbers"),
        )
    )


def _written(slug: str, context: Context) -> str:
    """The symbols that share a folded form, as written: HĐ and HD meet here."""
    return _joined(unquote(form) for form, _ in context.archive.under(f"symbol-written/{slug}/"))


def _joined(forms: Iterable[str]) -> str:
    return ", ".join(sorted(forms, key=lambda form: (sort_key(form), form)))


def _trail() -> tuple[Crumb, ...]:
    return (
        Crumb(labels.say("page.home"), routes.HOME),
        Crumb(labels.say("page.numbers"), routes.NUMBERS),
    )
