"""Signs that look alike in copied, scanned and typed text, and the one each stands for."""

from __future__ import annotations

import re
import unicodedata

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad"
"""Hyphens, dashes and minus signs; U+2011 is what Word writes for a hyphen that does not break,
U+00AD what it leaves where one was optional."""
SLASHES = "\uff0f\u2044\u2215"
SPACES = (
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
"""Signs without width."""

# Cyrillic capitals that a keyboard left in the wrong layout puts into codes: "BTС", "NĐ-СР".
_CYRILLIC = str.maketrans("АВСЕНІКМОРТХ", "ABCEHIKMOPTX")

ALIKE: dict[int, str] = {
    **dict.fromkeys(map(ord, DASHES), "-"),
    **dict.fromkeys(map(ord, SLASHES), "/"),
    **dict.fromkeys(map(ord, SPACES + INVISIBLE), " "),
    **dict.fromkeys(map(ord, "\u00d0\u0189"), "Đ"),
    **dict.fromkeys(map(ord, "\u00f0\u0256"), "đ"),
    **{sign: chr(letter) for sign, letter in _CYRILLIC.items()},
}
"""One sign for one sign, so that places in a text stay the same. Đ (U+0110) is never made D."""


_ALIKE = re.compile("[" + "".join(re.escape(chr(code)) for code in ALIKE) + "]")


def unify(text: str) -> str:
    """`text` with each look-alike replaced by what it stands for, of the same length."""
    return _ALIKE.sub(lambda match: ALIKE[ord(match[0])], text)


def unaccented(text: str) -> str:
    """`text` in NFD without its marks, đ as d: for addresses alone, never for identity."""
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return bare.replace("đ", "d").replace("Đ", "D")
