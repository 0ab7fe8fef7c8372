"""Shards: sorted entries cut into files of a size that a phone fetches at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os.path import commonprefix

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
    """The first signs of `term` by which it comes after `before`.

    >>> _border("tuyen truyen", "tuyen va")
    'tuyen v'
    """
    shared = commonprefix((before, term))  # noqa: RUF071 - signs are what is compared
    return term[: len(shared) + 1]
