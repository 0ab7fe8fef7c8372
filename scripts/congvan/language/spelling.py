"""Spelling: one form of Vietnamese text for comparing, and the marks of old encodings."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from congvan.model.signs import INVISIBLE, unify

TONES = "\u0300\u0309\u0303\u0301\u0323"
"""The tone marks in the order of the alphabet: huyền, hỏi, ngã, sắc, nặng; ngang has none.
The breve of "ê̆" is no tone and stays with its letter."""

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
_SPACE = re.compile(r"\s+")
_DROPPED = dict.fromkeys(map(ord, INVISIBLE))
_FINAL_Y = re.compile(r"(?<![^\W\d_])(qu|[hklmst])y(?![^\W\d_])")

# What the two font encodings leave when read as Latin-1, and signs that only wrong conversions
# have: "Uû ban nh©n d©n", "céng hoµ x· héi" (TCVN3); "Uûy ban nhaân daân", "coäng hoøa" (VNI);
# "Văn thƣ" with U+01A3 for ư.
# From the start of a word only, so that a file of one endless word costs no more than its length.
_TCVN3 = re.compile(r"(?<![a-z])[a-z]*[©µ¸®§¬­·¹¨ª«][a-z]*")
_VNI = re.compile(r"[aeouAEOU][äïàáâåãùøûõöëéèêüúÄÏÀÁÂÅÃÙØÛÕÖËÉÈÊÜÚ](?=\W|$|[a-z])|ñ")
# Fewer than this could be quotations or signs ("§ 5", "®"); a page of either encoding has hundreds.
_ENOUGH = 3


def nfc(text: str) -> str:
    """`text` in NFC: what every text becomes at the door."""
    return unicodedata.normalize("NFC", text)


def exact_key(text: str) -> str:
    """A key equal for spellings of the same words: tones kept, their place in a syllable not.

    NFC, look-alikes and dashes unified, white space closed up, case folded; a tone mark goes to the
    end of its word, so that Ủy and Uỷ are one. Đ and D, i and y stay apart.
    """
    plain = unify(nfc(text).translate(_DROPPED)).casefold()
    decomposed = unicodedata.normalize("NFD", _SPACE.sub(" ", plain).strip())
    return _WORD.sub(lambda match: _tone_last(match[0]), decomposed)


def unify_iy(key: str) -> str:
    """An exact key with i for y where both are in use alone after h, k, l, m, s, t, qu: kỹ, quý.

    For common words, never for names of persons.
    """
    return _FINAL_Y.sub(r"\1i", key)


def legacy_encoding(text: str) -> Literal["TCVN3", "VNI"] | None:
    """The font encoding that `text` seems to be in, None for Unicode and where it is too short.

    A hint for a finding; nothing is converted by it.
    """
    if re.search(r"[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]", nfc(text).lower()):
        return None
    if len(_TCVN3.findall(text)) >= _ENOUGH:
        return "TCVN3"
    return "VNI" if len(_VNI.findall(text)) >= _ENOUGH else None


def _tone_last(word: str) -> str:
    tones = "".join(sign for sign in word if sign in TONES)
    bare = "".join(sign for sign in word if sign not in TONES)
    return unicodedata.normalize("NFC", bare) + tones
