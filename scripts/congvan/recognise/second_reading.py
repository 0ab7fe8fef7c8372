"""A heading read a second time, with the help of the body: scans misread a letter here and there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from congvan.language.folding import fold
from congvan.language.spelling import exact_key

_WORD = re.compile(r"\w+")
# Of a shorter word one sign is too much of it to be taken for another.
_SHORTEST = 2


def reread(subject: str, body: str) -> str:
    """`subject` with each word as the body spells it between the same two words.

    A word changes only where the body holds its neighbours around a word that differs from it in
    marks or in one sign ("phòng, chông HIV" and "phòng, chống HIV"), and never holds the subject's
    own word beside either. What the document prints is not changed by it.
    """
    words = list(_WORD.finditer(subject))
    keys = [exact_key(word[0]) for word in words]
    places = _places(keys, body)
    pieces, end = [], 0
    for at, word in enumerate(words):
        better = _better(at, keys, places)
        pieces += [subject[end : word.start()], better or word[0]]
        end = word.end()
    return "".join([*pieces, subject[end:]])


_Places = tuple[frozenset[tuple[str, str]], dict[tuple[str, str], list[str]]]


def _places(keys: Sequence[str], body: str) -> _Places:
    """The pairs of words that stand together in the body, and the words between two."""
    sought = frozenset(keys)
    found = _WORD.findall(body)
    known = [exact_key(word) for word in found]
    pairs = frozenset(pair for pair in pairwise(known) if sought.intersection(pair))
    between: dict[tuple[str, str], list[str]] = {}
    for at in range(1, len(known) - 1):
        if known[at - 1] in sought and known[at + 1] in sought:
            between.setdefault((known[at - 1], known[at + 1]), []).append(found[at])
    for at in range(2, len(known)):
        # Nothing follows the last word of a heading: the two before it must agree.
        if known[at - 1] in sought and known[at - 2] in sought:
            between.setdefault((known[at - 2], f"{known[at - 1]} "), []).append(found[at])
    return pairs, between


def _better(at: int, keys: Sequence[str], places: _Places) -> str | None:
    pairs, between = places
    around = [(keys[at - 1], keys[at])] if at else []
    around += [(keys[at], keys[at + 1])] if at + 1 < len(keys) else []
    if len(keys[at]) < _SHORTEST or any(pair in pairs for pair in around):
        return None
    if 0 < at < len(keys) - 1:
        return _alike(keys[at], between.get((keys[at - 1], keys[at + 1]), ()))
    if at > 1:
        return _alike(keys[at], between.get((keys[at - 2], f"{keys[at - 1]} "), ()))
    return None


def _alike(key: str, words: Iterable[str]) -> str | None:
    """The one word that can be what was misread."""
    found = {word for word in words if _is_near(fold(key), fold(word))}
    return found.pop() if len(found) == 1 else None


def _is_near(one: str, other: str) -> bool:
    """Whether two folded words differ in one sign, or two signs read as one, at most."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) <= 1
    return False
