"""Blocks: what is shown of a document, and the texts that snippets are cut from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from congvan.language import calendar
from congvan.search.entry import Entry, title_of
from congvan.search.public.shard_files import packed

CARDS = 64
"""Documents in one file of cards; one file serves most first pages of results."""

TEXTS = 2
"""Documents in one file of texts; hits lie scattered, so that more would be fetched in vain."""


def cards(entries: Sequence[Entry]) -> Iterator[bytes]:
    """Files of what a result shows, `CARDS` documents each."""
    return _cut([_card(entry) for entry in entries], CARDS)


def texts(entries: Sequence[Entry]) -> Iterator[bytes]:
    """Files of texts, `TEXTS` documents each: the text line by line, then names it goes by."""
    return _cut(
        [["\n".join(entry.lines), "\n".join(entry.also)] for entry in entries],
        TEXTS,
    )


def as_json(value: object) -> bytes:
    """Compact JSON in UTF-8, the same bytes for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _cut(rows: Sequence[object], size: int) -> Iterator[bytes]:
    return (packed(as_json(rows[at : at + size])) for at in range(0, len(rows), size))


def _card(entry: Entry) -> list[object]:
    """The order of the columns is part of the format."""
    document = entry.document
    date = document.date
    return [
        document.id,
        document.address,
        title_of(document),
        document.code,
        document.type,
        str(date) if date else None,
        calendar.say(date) if date else None,
        entry.issuer,
        document.subject,
        1 if document.held else 0,
    ]
