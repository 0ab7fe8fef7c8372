"""Terms: what a text is found by, the same for the public index and the staff's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from congvan.language import folding

JOINT = "_"
"""Between the parts of a joined code: "28_kh_tu"."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The folded words of one text in order, and the codes among them with their endings.

    The parts of a code are words as well, so that a code typed with blanks or other separators
    is met as words that follow each other.
    """

    words: tuple[str, ...]
    codes: tuple[str, ...]

    @property
    def pairs(self) -> Iterator[str]:
        """Words that stand next to each other, "tuyen truyen"."""
        return map(" ".join, pairwise(self.words))


def terms_of(text: str) -> Terms:
    """The terms of `text`; none of an empty one.

    >>> terms_of("Kế hoạch 05/KH-UBND").words
    ('ke', 'hoach', '5', 'kh', 'ubnd')
    >>> terms_of("Kế hoạch 05/KH-UBND").codes
    ('5_kh_ubnd', 'kh_ubnd')
    """
    found = folding.terms(text)
    if JOINT not in "".join(found):
        return Terms(tuple(found), ())
    words: list[str] = []
    codes: list[str] = []
    for one in found:
        if JOINT in one:
            words += one.split(JOINT)
            codes += (term for term in folding.code_terms(one) if JOINT in term)
        else:
            words.append(one)
    return Terms(tuple(words), tuple(codes))
