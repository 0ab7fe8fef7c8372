"""Legibility: whether the text layer of a page is the Vietnamese that the page shows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from congvan.language import vocabulary
from congvan.language.folding import fold
from congvan.language.spelling import TONES, legacy_encoding

_MOST_UNREAD = 0.01
"""Share of characters without meaning above which a layer has lost letters."""
_LEAST_MARKED = 0.25
"""Share of Vietnamese words that bear a mark is about 0.7; in what an English recognition made of
them it is under 0.05."""
_LEAST_FORMED = 0.6
"""Share of words that have the form of a Vietnamese syllable."""
_MOST_HEADLESS = 0.025
"""Share of small words that begin with a vowel and are no word: fonts that drop capitals."""
_ENOUGH = 30
"""Words below which nothing is judged by shares."""
_FORM = vocabulary.sorted_words("intake", "syllable")
_ONSETS, _VOWELS, _CODAS = ("|".join(_FORM[part]) for part in ("onsets", "vowels", "codas"))
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:{_VOWELS}){{1,3}}(?:{_CODAS})?")
_LETTERS = re.compile(r"[^\W\d_]+")
_STARTS = tuple(_FORM["vowels"])
_TONES = dict.fromkeys(map(ord, TONES))
_WORDS = frozenset(vocabulary.words("intake", "vowel_initial"))


def is_legible(words: Sequence[str], unread: float) -> bool:
    """Whether words can be taken as the page's text; few words always can.

    `unread` is the share of characters of which the file does not say what they are.
    """
    plain = [word.casefold() for text in words for word in _LETTERS.findall(text) if len(word) > 1]
    if unread > _MOST_UNREAD:
        return False
    if len(plain) < _ENOUGH or legacy_encoding(" ".join(words)):
        return True
    marked = sum(word != fold(word) for word in plain) / len(plain)
    formed = sum(_SYLLABLE.fullmatch(_toneless(word)) is not None for word in plain) / len(plain)
    return marked >= _LEAST_MARKED and formed >= _LEAST_FORMED and not _headless(words)


def _headless(words: Sequence[str]) -> bool:
    """Whether first letters are missing: "iệp hội oanh nghiệp"."""
    small = [word for text in words for word in _LETTERS.findall(text) if word.islower()]
    lost = [w for w in small if len(w) > 1 and _toneless(w).startswith(_STARTS) and w not in _WORDS]
    return len(lost) > _MOST_HEADLESS * max(len(small), 1)


def _toneless(word: str) -> str:
    bare = unicodedata.normalize("NFD", word).translate(_TONES)
    return unicodedata.normalize("NFC", bare)
