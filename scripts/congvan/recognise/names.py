"""Known names in running text: the longest match over the register's own names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from congvan.language import vocabulary
from congvan.language.register import Register
from congvan.language.spelling import exact_key

_TOKEN = re.compile(r"\w+|[^\w\s]")
_END = ""
"""The key in the tree under which a name is complete; no token is empty."""

_SILENT = frozenset({*map(exact_key, vocabulary.words("connectors", "silent")), ",", "-", "&"})

Tree = dict[str, "Tree"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign with its place and the key by which spellings of it are equal."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into words and signs."""

    all: tuple[Token, ...]
    starts: tuple[int, ...] = field(repr=False)

    def at(self, place: int) -> int:
        """The index of the first token at or after a place."""
        return bisect_left(self.starts, place)


def tokenise(flat: str) -> Tokens:
    """The words and signs of a text, in order."""
    found = tuple(Token(m.start(), m.end(), _key(m[0])) for m in _TOKEN.finditer(flat))
    return Tokens(found, tuple(token.start for token in found))


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    return exact_key(word)


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Names as trees of their words."""

    standing: Tree
    """Names that stand by themselves: "Sở Nội vụ", "UBND tỉnh"."""
    leaning: Tree
    """Names that need a level, a place or members after them: "UBND", "Báo"."""
    places: Tree
    local: Tree
    """Names met in the document itself, its addressees."""

    def name(self, tokens: Tokens, index: int, before: tuple[str, ...] = ()) -> int | None:
        """The end of the longest standing name that begins at a token; None where none does.

        `before` are words read as if they stood in front: "Hội" of "các Hội: Nhà báo".
        """
        ends = (_longest(tree, tokens, index, before) for tree in (self.standing, self.local))
        return max((end for end in ends if end is not None), default=None)

    def stem(self, tokens: Tokens, index: int) -> int | None:
        """The end of the longest leaning name that begins at a token."""
        return _longest(self.leaning, tokens, index)

    def place(self, tokens: Tokens, index: int) -> int | None:
        """The end of the province's name that begins at a token."""
        return _longest(self.places, tokens, index)


def gazetteer(register: Register, local: Iterable[str] = ()) -> Gazetteer:
    """The names of the register, and those of `local` as well."""
    return Gazetteer(*_national(register), _tree(local))


@cache
def _national(register: Register) -> tuple[Tree, Tree, Tree]:
    return _tree(register.names()), _tree(register.stems()), _tree(register.places())


def _tree(names: Iterable[str]) -> Tree:
    tree: Tree = {}
    for name in names:
        node = tree
        for token in tokenise(name).all:
            if token.key not in _SILENT:
                node = node.setdefault(token.key, {})
        if node is not tree:
            node[_END] = {}
    return tree


def _longest(tree: Tree, tokens: Tokens, index: int, before: tuple[str, ...] = ()) -> int | None:
    node: Tree | None = tree
    for word in before:
        node = node.get(_key(word)) if node else None
    end, first = None, index
    while node and index < len(tokens.all):
        token = tokens.all[index]
        if token.key not in _SILENT or index == first:
            node = node.get(token.key)
        if node and token.key not in _SILENT and _END in node:
            end = token.end
        index += 1
    return end
