"""Patterns of the words that announce a relation, and what they say of a whole list."""

from __future__ import annotations

import re

from congvan.language import vocabulary
from congvan.recognise import citation_grammar as grammar


def _named(group: str) -> str:
    """A pattern for the words of each kind, in a group of the kind's name."""
    return "|".join(
        rf"(?P<{kind.replace('-', '_')}>{vocabulary.alternation(words)})"
        for kind, words in vocabulary.sorted_words("citations", group).items()
    )


_ABOUT = vocabulary.either("connectors", "about")
_THIS = vocabulary.either("connectors", "this")
_VAGUE = vocabulary.either("citations", "vague")

OPENING = re.compile(rf"\s*(?:{_ABOUT}\s+)?(?:{_named('opening')})", re.IGNORECASE)
"""Words that open a subject line or a paragraph."""
NEAR = re.compile(rf"(?:{_named('near')})\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Words right before a document."""
TYPE = re.compile(rf"{grammar.TYPE}(?!\s+{_THIS})", re.IGNORECASE)
OWN = re.compile(rf"{grammar.TYPE}\s+{_THIS}", re.IGNORECASE)
"""The text itself: "Quyết định này"."""
NUMBERED = re.compile(
    rf"{grammar.TYPE}\s+{vocabulary.either('connectors', 'number')}", re.IGNORECASE
)
"""Another document: "Nghị định số"."""
ENDING = frozenset(vocabulary.words("citations", "ending"))

_SAID = re.compile(_named("near"), re.IGNORECASE)
_SEVERAL = re.compile(
    rf"{vocabulary.either('connectors', 'these')}\s+(?:{grammar.TYPE}|{_VAGUE})", re.IGNORECASE
)
_ITEM = re.compile(r"[ \t]*(?:\d{1,2}[.)]|[a-zđ]\)|[-–+•])[ \t]*")
_ARTICLE = re.compile(
    rf"{vocabulary.alternation(vocabulary.sorted_words('citations', 'levels')['dieu'])}"
    r"\s+\d{1,3}[a-zđ]?[.:]",
    re.IGNORECASE,
)
# A mark, "12. ", is no longer than this; an item's line no longer than that.
_MARK, _LINE = 8, 2000
_MOST_ITEMS = 60


def kind_of(match: re.Match[str]) -> str:
    """The kind of relation that the matched words announce."""
    return str(match.lastgroup).replace("_", "-")


def verb_of_list(flat: str, start: int) -> str | None:
    """What is done to the document that opens an item, from the line that opens the list.

    "Quyết định này bãi bỏ các Quyết định sau đây:", then lines that begin "1. Quyết định số …".
    """
    line = _line_before(flat, start, _MARK)
    if line is None or not _ITEM.fullmatch(flat, line, start):
        return None
    for _ in range(_MOST_ITEMS):
        if line is None or not _ITEM.match(flat, line):
            break
        line = _line_before(flat, line - 1, _LINE)
    head = flat[line : flat.find("\n", line)].rstrip() if line is not None else ""
    return _of_all(head) if head.endswith(":") else None


def _line_before(flat: str, at: int, reach: int) -> int | None:
    """Where the line that ends at a place begins; None where that is further than `reach`."""
    found = flat.rfind("\n", max(0, at - reach), max(at, 0))
    return found + 1 if found >= 0 else (0 if 0 < at <= reach else None)


def _of_all(head: str) -> str | None:
    article = _ARTICLE.match(head)
    opening, own = OPENING.match(head, article.end() if article else 0), OWN.search(head)
    said = opening or (_SAID.search(head) if own else None)
    is_ending = said is not None and kind_of(said) in ENDING
    return kind_of(said) if said and is_ending and _SEVERAL.search(head) else None
