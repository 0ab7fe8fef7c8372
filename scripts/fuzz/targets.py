"""What the fuzzer calls: each reader with any text, and what must hold of its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from congvan.language import calendar, register
from congvan.language.register import Register
from congvan.recognise import read_letter, see
from congvan.recognise.deadlines import dated_term, deadline
from congvan.recognise.reading import read


@cache
def _register() -> Register:
    return register.load()


def header(text: str) -> None:
    """A letter comes of any text, its body within it."""
    body = read_letter(text, _register()).body
    assert 0 <= body.start <= body.end <= len(text)


def citation(text: str) -> None:
    """Every citation and mention holds the words of its span, and no two citations overlap."""
    seen = see(None, text, date=None, register=_register())
    spans = [
        *((c.span, c.quote) for c in seen.citations),
        *((m.span, m.quote) for m in seen.mentions),
    ]
    assert all(span.of(text) == quote for span, quote in spans)
    ends = [0, *(said.span.end for said in seen.citations)]
    assert all(end <= said.span.start for end, said in zip(ends, seen.citations, strict=False))


def date(text: str) -> None:
    """A date that is read can be said, and is read from what is said of it."""
    found = calendar.read(text)
    if found is not None and found.is_day:
        assert calendar.read(calendar.say(found)) == found


def term(text: str) -> None:
    """A term's words stand in the text; a dated one lies within the places asked for."""
    flat = read(text).flat
    found = deadline(flat, 0, len(flat))
    if found is not None:
        assert found.phrase in " ".join(flat.split())
    at = dated_term(flat, 0, len(flat))
    assert at is None or 0 <= at < len(flat)


TARGETS: Mapping[str, Callable[[str], None]] = {
    "header": header,
    "citation": citation,
    "date": date,
    "deadline": term,
}
