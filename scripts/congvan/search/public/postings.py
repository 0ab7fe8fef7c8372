"""Postings: for a term, the numbers of its documents and the fields it stands in, as bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, groupby
from operator import sub

_SEVEN_BITS = 0x7F
_MORE = 0x80

FIELD_BITS = 7
"""A posting is a number of a document with its fields in the lowest bits."""

_FIELDS = (1 << FIELD_BITS) - 1


class _Varints(dict[int, bytes]):
    """Each number as bytes, worked out when first met."""

    def __missing__(self, value: int) -> bytes:
        made = varint(value)
        if value < _OFTEN:
            self[value] = made
        return made


_OFTEN = 1 << 14
"""Numbers below it come again and again."""


def varint(value: int) -> bytes:
    """A number in as few bytes as it needs, seven bits each, the lowest first.

    >>> varint(5).hex(), varint(300).hex()
    ('05', 'ac02')
    """
    packed = bytearray()
    while value > _SEVEN_BITS:
        packed.append(value & _SEVEN_BITS | _MORE)
        value >>= 7
    packed.append(value)
    return bytes(packed)


_VARINTS = _Varints()


def varints(values: Iterable[int]) -> bytes:
    """Numbers one after the other."""
    return b"".join(map(_VARINTS.__getitem__, values))


def gaps(numbers: Sequence[int]) -> bytes:
    """Rising numbers as what lies between each and the one before: 3, 4, 9 gives 3, 0, 4."""
    # The number before is taken as one higher, so that neighbours have nothing between them.
    after = [n + 1 for n in numbers]
    return varints(map(sub, numbers, chain((0,), after)))


def postings(found: Sequence[int]) -> bytes:
    """Rising postings: how many, the gaps between their numbers, then runs of equal fields."""
    if len(found) == 1:
        # Most terms stand in one document alone.
        return b"\1" + varint(found[0] >> FIELD_BITS) + bytes((1, found[0] & _FIELDS))
    numbers = [posting >> FIELD_BITS for posting in found]
    runs = runs_of(bytes([posting & _FIELDS for posting in found]))
    return varint(len(numbers)) + gaps(numbers) + runs


def runs_of(fields: bytes) -> bytes:
    """How often in succession the same fields come, and which, one byte."""
    if fields.count(fields[:1]) == len(fields):
        return varint(len(fields)) + fields[:1]
    runs = ((_VARINTS[len(list(run))], f.to_bytes()) for f, run in groupby(fields))
    return b"".join(chain.from_iterable(runs))


def numbered(numbers: Iterable[int]) -> bytes:
    """A list of document numbers without fields, as facets keep them."""
    known = sorted(set(numbers))
    return varint(len(known)) + gaps(known)
