"""Old encodings: texts written with TCVN3 (ABC) or VNI fonts, as Unicode, by table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

from congvan.language import vocabulary

Encoding = Literal["TCVN3", "VNI"]

_TCVN3 = str.maketrans(dict(vocabulary.table("encodings")["tcvn3"]))
_VNI: dict[str, str] = dict(vocabulary.table("encodings")["vni"])
_VNI |= {
    first: letter.upper()
    for signs, letter in list(_VNI.items())
    # A capital may carry the sign of a small letter: "Uû" at the beginning of a sentence.
    for first in (signs.upper(), signs[0].upper() + signs[1:])
}
_VNI_SIGNS = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_FONTS: Mapping[str, Encoding] = {".vn": "TCVN3", "vni-": "VNI", "vni ": "VNI"}


def converted(text: str, encoding: Encoding) -> str:
    """`text` of that encoding, shown as Western letters, in Unicode.

    >>> converted("Uû ban nh©n d©n", "TCVN3"), converted("Uûy ban nhaân daân", "VNI")
    ('Uỷ ban nhân dân', 'Ủy ban nhân dân')
    """
    if encoding == "TCVN3":
        return text.translate(_TCVN3)
    return _VNI_SIGNS.sub(lambda match: _VNI[match[0]], unicodedata.normalize("NFC", text))


def of_font(name: str) -> Encoding | None:
    """The encoding that a font's name tells: ".VnTime", "VNI-Times"."""
    folded = name.casefold()
    return next((code for start, code in _FONTS.items() if folded.startswith(start)), None)


def shows_capitals(name: str) -> bool:
    """Whether a font of TCVN3 shows small letters as capitals: ".VnTimeH"."""
    return of_font(name) == "TCVN3" and name.endswith("H")
