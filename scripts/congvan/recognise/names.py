"""Known names in running text: the longest match over the register's own names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from congvan.language import vocabulary
from congvan.language.register import Register
from congvan.language.spelling import exact_key

_TOKEN = re.compile(r"\w+|[^\w\s]")
_END = ""
"""The key in the tree under which a name is complete; no token is empty."""

_SILENT = frozenset({*map(exact_key, vocabulary.words("connectors", "silent")), ",", "-", "&"})

Tree = dict[str, "Tree"]


@lru_cache(maxsize=50_000)
def word_key(word: str) -> str:
    """The key by which spellings of one word are equal."""
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

    def name(self, flat: str, at: int, before: tuple[str, ...] = ()) -> int | None:
        """The end of the longest standing name that begins at a place; None where none does.

        `before` are words read as if they stood in front: "Hội" of "các Hội: Nhà báo".
        """
        national = _longest(self.standing, flat, at, before)
        local = _longest(self.local, flat, at, before) if self.local else None
        return national if local is None else max(national or 0, local)

    def begins(self, word: str) -> bool:
        """Whether any name begins with a word."""
        key = word_key(word)
        return any(key in tree for tree in (self.standing, self.leaning, self.local))

    def stem(self, flat: str, at: int) -> int | None:
        """The end of the longest leaning name that begins at a place."""
        return _longest(self.leaning, flat, at)

    def place(self, flat: str, at: int) -> int | None:
        """The end of the province's name that begins at a place."""
        return _longest(self.places, flat, at)


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
        for key in map(word_key, _TOKEN.findall(name)):
            if key not in _SILENT:
                node = node.setdefault(key, {})
        if node is not tree:
            node[_END] = {}
    return tree


def _longest(tree: Tree, flat: str, at: int, before: tuple[str, ...] = ()) -> int | None:
    node: Tree | None = tree
    for word in before:
        node = node.get(word_key(word)) if node else None
    end = None
    for count, token in enumerate(_TOKEN.finditer(flat, at) if node else ()):
        key = word_key(token[0])
        silent = key in _SILENT
        if count and silent:
            continue
        node = node.get(key) if node else None
        if not node:
            break
        if not silent and _END in node:
            end = token.end()
    return end
