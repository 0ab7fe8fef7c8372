"""Shards: sorted entries cut into files of a size that a phone fetches at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from congvan.search.public.postings import varint


@dataclass(frozen=True, slots=True)
class Shard:
    """One file of entries."""

    border: str
    """The shortest text that comes after every term of the shard before and not after its first
    term: readers find a term's shard by it."""
    content: bytes


def shards(entries: Iterable[tuple[str, bytes]], size: int) -> Iterator[Shard]:
    """Entries, sorted by `order`, cut so that no shard but one of a single entry is too long.

    An entry is the length of its term in UTF-8, the term, the length of its bytes, its bytes.
    """
    border = before = ""
    content = bytearray()
    for term, value in entries:
        if content and len(content) + len(value) > size:
            yield Shard(border, bytes(content))
            border, content = _border(before, term), bytearray()
        encoded = term.encode()
        content += varint(len(encoded)) + encoded + varint(len(value)) + value
        before = term
    if content:
        yield Shard(border, bytes(content))


def order(term: str) -> bytes:
    """The order of terms: by UTF-16 units, as the browser compares strings."""
    return term.encode("utf-16-be")


def _border(before: str, term: str) -> str:
    """
    >>> _border("tuyen truyen", "tuyen va")
    'tuyen v'
    """
    at = next((i for i, (a, b) in enumerate(zip(before, term, strict=False)) if a != b), None)
    return term[: (len(before) if at is None else at) + 1]
