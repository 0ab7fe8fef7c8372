"""Postings: for a term, the numbers of its documents and the fields it stands in, as bytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

_SEVEN_BITS = 0x7F
_MORE = 0x80


@dataclass(slots=True)
class Postings:
    """The documents of one term, added in rising order of their numbers."""

    numbers: array[int] = field(default_factory=lambda: array("I"))
    masks: bytearray = field(default_factory=bytearray)

    def add(self, number: int, mask: int) -> None:
        """Notes that the term stands in document `number`, in the fields of `mask`."""
        if self.numbers and self.numbers[-1] == number:
            self.masks[-1] |= mask
        else:
            self.numbers.append(number)
            self.masks.append(mask)

    def packed(self) -> bytes:
        """How many, the gaps between their numbers, then runs of equal masks."""
        runs = (varint(sum(1 for _ in run)) + bytes((mask,)) for mask, run in groupby(self.masks))
        return varint(len(self.numbers)) + gaps(self.numbers) + b"".join(runs)


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


def gaps(numbers: Sequence[int]) -> bytes:
    """Rising numbers as what lies between each and the one before: 3, 4, 9 gives 3, 0, 4."""
    before = (-1, *numbers)
    return b"".join(varint(n - b - 1) for b, n in zip(before, numbers, strict=False))


def numbered(numbers: Iterable[int]) -> bytes:
    """A list of document numbers without fields, as facets keep them."""
    known = sorted(set(numbers))
    return varint(len(known)) + gaps(known)
