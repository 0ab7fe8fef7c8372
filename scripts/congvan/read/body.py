"""Rules on the text itself: there, whole, without foreign HTML, stamps or personal data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from congvan.language import personal, secrecy
from congvan.model.dispatch import Dispatch
from congvan.model.finding import Finding, Place
from congvan.read.places import FOLDER, of_body, of_key
from congvan.read.source_files import ORIGINAL
from congvan.read.text import place_in

CLOSING = "./."
"""What closes the body of an official document (Decree 30/2020, annex I, II.6)."""

ALLOWED_TAGS = frozenset(
    {"sub", "sup", "br", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption"}
)
_ALLOWED_ATTRIBUTES = re.compile(r'(?:\s+(?:colspan|rowspan)\s*=\s*"?\d{1,3}"?)*\s*/?')
_TAG = re.compile(r"(?<!\\)(?:<!--|<[!?/]?([a-zA-Z][\w:-]*)([^<>]*)>?)")
# Addresses in angle brackets are Markdown's way to write a link, not tags.
_ADDRESS = re.compile(r"<(?:https?:|mailto:)")
_SCRIPT_LINK = re.compile(r"\]\(\s*(?:javascript|data|vbscript):[^])\n]*\)?", re.IGNORECASE)
# Lines of a body in which a stamp that belongs to the heading may have been left.
_FIRST_LINES = 6
# Findings of one sort told of one file: more say no more, and a hostile file makes no flood.
_TOLD = 50


def body_faults(dispatch: Dispatch) -> Iterator[Finding]:
    """What is wrong with the body and the text as received, as far as one file shows it."""
    if not dispatch.body.strip():
        yield Finding("empty-body", of_body(dispatch, 0))
    elif not dispatch.body.rstrip("*_ \n").endswith(CLOSING):
        last = dispatch.body.rpartition("\n")[2]
        yield Finding("no-closing", of_body(dispatch, len(dispatch.body)), last[-60:])
    yield from _html(dispatch)
    yield from _stamps(dispatch)
    yield from _personal(dispatch)


def _html(dispatch: Dispatch) -> Iterator[Finding]:
    """One finding for each kind of foreign markup, at the first place where it stands."""
    found = [match for match in _TAG.finditer(dispatch.body) if not _allowed(match)]
    found += _SCRIPT_LINK.finditer(dispatch.body)
    first: dict[str, re.Match[str]] = {}
    counts: dict[str, int] = {}
    for match in found:
        kind = _kind(match)
        first.setdefault(kind, match)
        counts[kind] = counts.get(kind, 0) + 1
    for kind, match in islice(first.items(), _TOLD):
        shown = match.group().split("\n", 1)[0][:80]
        place = of_body(dispatch, match.start())
        yield Finding("html-in-body", place, shown, {"count": str(counts[kind])})


def _allowed(match: re.Match[str]) -> bool:
    if _ADDRESS.match(match.group()):
        return True
    name, rest = match.group(1), match.group(2)
    known = name is not None and name.lower() in ALLOWED_TAGS
    return known and _ALLOWED_ATTRIBUTES.fullmatch(rest) is not None


def _kind(match: re.Match[str]) -> str:
    name = match.group(1) if match.re is _TAG else None
    return (name or match.group()[:4]).lower()


def _stamps(dispatch: Dispatch) -> Iterator[Finding]:
    """Stamps in the heading of the original, the head of the body and the front matter."""
    original = secrecy.heading(dispatch.original or "", dispatch.body)
    file = f"{FOLDER}/{dispatch.folder}/{ORIGINAL}"
    for span, stamp in secrecy.stamps(original):
        yield Finding("secrecy-stamp", place_in(original, span.start, file), stamp)
    opening = "\n".join(dispatch.body.split("\n")[:_FIRST_LINES])
    for span, stamp in secrecy.stamps(opening):
        yield Finding("secrecy-stamp", of_body(dispatch, span.start), stamp)
    for key, value in _values(dispatch):
        stamp_found = secrecy.stamp_of(value)
        if stamp_found is not None:
            yield Finding("secrecy-stamp", of_key(dispatch, key), stamp_found)


def _values(dispatch: Dispatch) -> Iterator[tuple[str, str]]:
    """The texts of the front matter that readers see."""
    for key in ("subject", "urgency", "organ", "place", "key_note"):
        value = getattr(dispatch, key)
        if value is not None:
            yield key, value
    for key in ("to", "copies"):
        for index, line in enumerate(getattr(dispatch, key) or ()):
            yield f"{key}.{index}", line


def _personal(dispatch: Dispatch) -> Iterator[Finding]:
    for kind, span in islice(personal.personal_data(dispatch.body), _TOLD):
        yield Finding(_PERSONAL[kind], of_body(dispatch, span.start), span.of(dispatch.body))
    for key, value in _values(dispatch):
        place: Place = of_key(dispatch, key)
        for kind, span in personal.personal_data(value):
            yield Finding(_PERSONAL[kind], place, span.of(value))


_PERSONAL: dict[personal.Kind, str] = {
    "identity": "personal-identity",
    "phone": "personal-phone",
    "account": "personal-account",
    "birth": "personal-birth",
}
