"""Collation: the order of the Vietnamese alphabet, syllable by syllable as in a dictionary."""

from __future__ import annotations

import re
import unicodedata

from congvan.language.spelling import TONES, nfc

# The 29 letters, with f, j, w, z where the Latin alphabet has them, ƀ after b (Ê-đê names).
_ALPHABET = "aăâbƀcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACES = {letter: place for place, letter in enumerate(_ALPHABET, start=1)}
_SYLLABLE = re.compile(r"\d+|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")

Key = tuple[tuple[tuple[int, tuple[int, ...], int], ...], str]
"""For each syllable or number: its kind, its letters or value, its tone; then the text itself."""


def sort_key(text: str) -> Key:
    """The key by which `text` sorts: letters before tones within a syllable, numbers by value.

    Hà Nội comes before Hạ Long, Đắk Lắk after Dương, Quận 2 before Quận 10. Case and signs between
    syllables decide only between texts that are otherwise equal.
    """
    decomposed = unicodedata.normalize("NFD", nfc(text).lower())
    return tuple(_place(match[0]) for match in _SYLLABLE.finditer(decomposed)), text


def _place(syllable: str) -> tuple[int, tuple[int, ...], int]:
    if syllable.isdecimal():
        return 0, (int(syllable),), 0
    tone = next((TONES.index(sign) + 1 for sign in syllable if sign in TONES), 0)
    letters = nfc("".join(sign for sign in syllable if sign not in TONES))
    return 1, tuple(_PLACES.get(letter, ord(letter)) for letter in letters), tone
