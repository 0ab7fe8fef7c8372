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
_STANDING, _LEANING = "", " "
"""The keys in a tree under which a name of either kind is complete; no token is blank."""

_SILENT = frozenset({*map(exact_key, vocabulary.words("connectors", "silent")), ",", "-", "&"})

Tree = dict[str, "Tree"]


@lru_cache(maxsize=50_000)
def word_key(word: str) -> str:
    """The key by which spellings of one word are equal."""
    return exact_key(word)


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Names as trees of their words."""

    bodies: Tree
    """Names that stand by themselves, "Sở Nội vụ", "UBND tỉnh", and those that need a level, a
    place or members after them: "UBND", "Báo"."""
    places: Tree
    local: Tree
    """Names met in the document itself, its addressees."""

    def names(
        self, flat: str, at: int, before: tuple[str, ...] = ()
    ) -> tuple[int | None, int | None]:
        """The ends of the longest standing and the longest leaning name that begin at a place.

        None where none does. `before` are words read as if they stood in front: "Hội" of "các Hội:
        Nhà báo".
        """
        standing, leaning = _longest(self.bodies, flat, at, before)
        local = _longest(self.local, flat, at, before)[0] if self.local else None
        return (standing if local is None else max(standing or 0, local)), leaning

    def begins(self, word: str) -> bool:
        """Whether any name begins with a word."""
        key = word_key(word)
        return key in self.bodies or key in self.local

    def place(self, flat: str, at: int) -> int | None:
        """The end of the province's name that begins at a place."""
        return _longest(self.places, flat, at)[0]


def gazetteer(register: Register, local: Iterable[str] = ()) -> Gazetteer:
    """The names of the register, and those of `local` as well."""
    return Gazetteer(*_national(register), _plant({}, local, _STANDING))


@cache
def _national(register: Register) -> tuple[Tree, Tree]:
    bodies = _plant({}, register.names(), _STANDING)
    return _plant(bodies, register.stems(), _LEANING), _plant({}, register.places(), _STANDING)


def _plant(tree: Tree, names: Iterable[str], kind: str) -> Tree:
    for name in names:
        node = tree
        for key in map(word_key, _TOKEN.findall(name)):
            if key not in _SILENT:
                node = node.setdefault(key, {})
        if node is not tree:
            node[kind] = {}
    return tree


def _longest(
    tree: Tree, flat: str, at: int, before: tuple[str, ...] = ()
) -> tuple[int | None, int | None]:
    """The ends of the longest name of either kind."""
    node: Tree | None = tree
    for word in before:
        node = node.get(word_key(word)) if node else None
    standing, leaning = None, None
    for count, token in enumerate(_TOKEN.finditer(flat, at) if node else ()):
        key = word_key(token[0])
        silent = key in _SILENT
        if count and silent:
            continue
        node = node.get(key) if node else None
        if not node:
            break
        if _STANDING in node and not silent:
            standing = token.end()
        if _LEANING in node and not silent:
            leaning = token.end()
    return standing, leaning
