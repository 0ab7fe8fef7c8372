"""Words that a scan misread: set phrases and known names whose marks alone are wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from congvan.language import vocabulary
from congvan.language.register import Register
from congvan.recognise.names import word_key
from congvan.recognise.reading import Reading, flatten

_WORD = re.compile(r"[^\W\d_]+")
_GAP, _NAME_GAP = r"[^\S\n]+", r"(?:[^\S\n]|[,&-]){1,4}"


class _Unmarked(dict[int, str]):
    """Each sign in small and without its marks, worked out when first met; đ stays đ."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFD", chr(code).lower())[:1]
        self[code] = plain
        return plain


_UNMARKED = _Unmarked()
_SILENT = frozenset(w.translate(_UNMARKED) for w in vocabulary.words("connectors", "silent"))
# "UBND tính" can be a verb after a name: a level is never what a misreading meant.
_LEVELS = frozenset(map(word_key, vocabulary.words("parties", "levels")))

Tree = dict[str, "Tree"]
_END = ""
"""The key under which a phrase is complete; no word is blank."""


@dataclass(frozen=True, slots=True, eq=False)
class _Phrases:
    """Phrases by their words without marks."""

    pattern: re.Pattern[str]
    spelled: Mapping[str, tuple[str, ...]]
    """The right words of each; () where two phrases differ in marks alone."""
    are_names: bool


def mended(reading: Reading, register: Register) -> Reading:
    """The same text, its `flat` with the right marks on what a scan misread.

    "yêu câu", "thành phó", "Sở Giáo dục và Đảo tạo": only where the words without their marks are
    one set phrase (`misread` of tasks.yml) or one name of the register, and no other. What is
    printed stays as it is, and so do the places.
    """
    flat = reading.flat
    bare = flat.translate(_UNMARKED)
    put = {
        match.start() + offset: sign
        for phrases in (_set_phrases(), _names(register))
        for match in phrases.pattern.finditer(bare)
        for offset, sign in _meant(flat[slice(*match.span())], phrases)
    }
    if not put:
        return reading
    signs = list(flat)
    for place, sign in put.items():
        signs[place] = sign
    return replace(reading, flat="".join(signs), mended=tuple(sorted(put.items())))


@lru_cache(maxsize=20_000)
def _meant(printed: str, phrases: _Phrases) -> tuple[tuple[int, str], ...]:
    """The signs to put into one phrase, by their places in it; () where it is as it should be."""
    bare = printed.translate(_UNMARKED)
    words = [w for w in _WORD.finditer(printed) if bare[slice(*w.span())] not in _SILENT]
    right = phrases.spelled[_key(bare[slice(*word.span())] for word in words)]
    pairs = list(zip(words, right, strict=False))
    if phrases.are_names and not all(_alike(word[0], meant) for word, meant in pairs):
        return ()
    return tuple(
        (place, sign.upper() if printed[place].isupper() else sign.lower())
        for word, meant in pairs
        if word_key(word[0]) != word_key(meant) and word_key(meant) not in _LEVELS
        for place, sign in zip(range(*word.span()), meant, strict=True)
    )


def _alike(printed: str, meant: str) -> bool:
    """Whether a word of a name has its capital, "Thanh tra" and not "Thanh Trà", or is all so."""
    return printed.isupper() or printed[0].isupper() == meant[0].isupper()


@cache
def _set_phrases() -> _Phrases:
    return _compiled(vocabulary.words("tasks", "misread"), _GAP, are_names=False)


@cache
def _names(register: Register) -> _Phrases:
    between = rf"{_NAME_GAP}(?:(?:{'|'.join(_SILENT)}){_NAME_GAP})?"
    return _compiled((*register.names(), *register.stems()), between, are_names=True)


def _compiled(phrases: Iterable[str], gap: str, *, are_names: bool) -> _Phrases:
    """The phrases as one pattern; those of a single word are left out, since the marks alone tell
    it from others: "giao" and "giáo"."""
    tree: Tree = {}
    spelled: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        found = _WORD.findall(flatten(phrase))
        words = tuple(word for word in found if word.translate(_UNMARKED) not in _SILENT)
        if len(words) == 1:
            continue
        bare = [word.translate(_UNMARKED) for word in words]
        other = spelled.setdefault(_key(bare), words)
        if tuple(map(word_key, other)) != tuple(map(word_key, words)):
            spelled[_key(bare)] = ()
        node = tree
        for word in bare:
            node = node.setdefault(word, {})
        node[_END] = {}
    return _Phrases(re.compile(rf"(?<!\w){_pattern(tree, gap)}"), spelled, are_names)


def _key(words: Iterable[str]) -> str:
    return " ".join(words)


def _pattern(tree: Tree, gap: str) -> str:
    """A pattern for the longest of the phrases of a tree."""
    onward = [re.escape(word) + _onward(below, gap) for word, below in sorted(tree.items()) if word]
    return f"(?:{'|'.join(onward)})"


def _onward(tree: Tree, gap: str) -> str:
    further = {word: below for word, below in tree.items() if word}
    if not further:
        return r"(?!\w)"
    more = rf"(?!\w){gap}{_pattern(further, gap)}"
    return rf"(?:{more}|(?!\w))" if _END in tree else more
