"""A heading read a second time with the body's help: scans misread a letter here and there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from congvan.language.folding import fold

_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
# Of a shorter word one sign is too much of it to be taken for another.
_SHORTEST = 2


def reread(subject: str, body: str) -> str:
    """`subject` with each word as the body spells it between the same two words.

    A word changes only where the body holds its neighbours around a word that differs from it in
    marks or in one sign ("phòng, chông HIV" and "phòng, chống HIV"), and never holds the subject's
    own word beside either. Numbers and codes stay as they are: another one is no misreading. What
    the document prints is not changed by it.
    """
    words = list(_WORD.finditer(subject))
    small = [word[0].lower() for word in words]
    lowered = body.lower()
    together = [f"{a} {b}" in lowered for a, b in pairwise(small)]
    if all(together):
        return subject
    said = f" {' '.join(_WORD.findall(lowered))} "
    together = [f" {a} {b} " in said for a, b in pairwise(small)]
    pieces, end = [], 0
    for at, word in enumerate(words):
        known = any(together[max(0, at - 1) : at + 1]) or _DIGIT.search(word[0])
        better = None if known else _better(at, small, said)
        pieces += [subject[end : word.start()], _like(word[0], better) if better else word[0]]
        end = word.end()
    return "".join([*pieces, subject[end:]])


def _better(at: int, words: Sequence[str], said: str) -> str | None:
    """The one word of the body that can be what was misread.

    The first and the last word of a heading have a neighbour on one side: two there must agree.
    """
    last = at == len(words) - 1
    before = words[max(0, at - 2) : at] if last else words[max(0, at - 1) : at]
    after = words[at + 1 : at + 2] if at else words[1:3]
    if len(words[at]) < _SHORTEST or len(before) + len(after) == 1:
        return None
    sides = (" ".join(before), " ".join(after))
    found = {word for word in _between(*sides, said) if _is_near(fold(words[at]), fold(word))}
    return found.pop() if len(found) == 1 else None


def _between(left: str, right: str, said: str) -> Iterator[str]:
    """The words that stand after the one and before the other; no side is "" but one at most."""
    anchor = f" {left} " if left else f" {right} "
    at = said.find(anchor)
    while at >= 0:
        start = at + len(anchor) if left else said.rfind(" ", 0, at) + 1
        end = said.find(" ", start)
        if said.startswith(f" {right} " if right else " ", end):
            yield said[start:end]
        at = said.find(anchor, at + 1)


def _is_near(one: str, other: str) -> bool:
    """Whether two folded words are the same but for one sign."""
    alike = len(one) == len(other)
    return alike and sum(a != b for a, b in zip(one, other, strict=True)) <= 1


def _like(printed: str, word: str) -> str:
    """A word with the capitals of the one it stands for."""
    if printed.isupper():
        return word.upper()
    return word.capitalize() if printed[:1].isupper() else word
