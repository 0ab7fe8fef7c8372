"""Shards: sorted entries cut into files of a size that a phone fetches at once."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from congvan.search.public.postings import varint

SHARD_BYTES = 60_000
"""Before compression; about 20 kB after it, what one request is well spent on."""

_LEVEL = 9
"""The index is written once and read by many."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One file of entries."""

    first: str
    """Its first term: the directory finds a term's shard by it."""
    content: bytes


def shards(entries: Iterable[tuple[str, bytes]]) -> Iterator[Shard]:
    """Entries, sorted by `order`, cut so that no shard but one of a single entry is too long.

    An entry is the length of its term in UTF-8, the term, the length of its bytes, its bytes.
    """
    first: str | None = None
    content = bytearray()
    for term, value in entries:
        if first is not None and len(content) + len(value) > SHARD_BYTES:
            yield Shard(first, packed(bytes(content)))
            first, content = None, bytearray()
        first = term if first is None else first
        encoded = term.encode()
        content += varint(len(encoded)) + encoded + varint(len(value)) + value
    if first is not None:
        yield Shard(first, packed(bytes(content)))


def order(term: str) -> bytes:
    """The order of terms: by UTF-16 units, as the browser compares strings."""
    return term.encode("utf-16-be")


def packed(content: bytes) -> bytes:
    """Gzip without a time or a name, so that equal content makes equal bytes."""
    return gzip.compress(content, _LEVEL, mtime=0)
