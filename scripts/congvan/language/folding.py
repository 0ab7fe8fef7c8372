"""Folding: the one form of text that search compares, the same here and in the browser.

`tests/cases/folding.yml` holds this module and the browser's own to the same answers; the patterns
below keep to what both Python's and JavaScript's regular expressions mean alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from congvan.model.signs import DASHES, INVISIBLE, SLASHES, SPACES
from congvan.model.symbol_letters import OLDER, PARTY, STATE

SIGNS: dict[str, str] = {
    **dict.fromkeys(DASHES.replace("\u00ad", ""), "-"),
    **dict.fromkeys(SLASHES, "/"),
    **dict.fromkeys(SPACES + "\t\n\v\f\r\u0085\u2028\u2029", " "),
    **dict.fromkeys(INVISIBLE + "\u00ad", ""),
    **dict.fromkeys("’‘ʼʹ`´′", "'"),
    **dict.fromkeys("đðɖĐÐƉ", "d"),
    **dict.fromkeys("ƀɃ", "b"),
    **dict.fromkeys("ƣƢ", "u"),
}
"""Signs whose folded form no Unicode rule gives. Ƣ is what wrong conversions leave of Ư."""


class _Signs(dict[int, str]):
    """Each sign's folded form, worked out when first met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code)).lower()
        folded = "".join(SIGNS.get(c, c) for c in decomposed if unicodedata.category(c) != "Mn")
        self[code] = SIGNS.get(chr(code), folded)
        return self[code]


_FOLDED = _Signs()
# Beyond these, a sign may fold to none or to several; nearly every text in NFC stays within.
_UNEVEN = re.compile("[^\\t-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]")


def fold(text: str) -> str:
    """`text` in lower case without marks, đ as d, look-alikes, dashes and gaps unified.

    The same for NFC and NFD; as long as the text in NFC, but for signs without width.
    """
    return text.translate(_FOLDED)


def fold_aligned(text: str) -> tuple[str, Sequence[int]]:
    """`text` folded, with the place in `text` of each folded sign and, last, `len(text)`.

    `text[offsets[a]:offsets[b]]` is the original of `folded[a:b]`, its marks included.
    """
    if _UNEVEN.search(text) is None:
        return fold(text), range(len(text) + 1)
    pieces = [_FOLDED[ord(sign)] for sign in text]
    offsets = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), (*offsets, len(text))


class Token(NamedTuple):
    """A term of a text and where its original stands, `text[start:end]`.

    A tuple, since an archive makes them by the hundred million.
    """

    text: str
    """A folded word, "thong", or a joined code, "28_kh_tu"."""
    start: int
    end: int


def _alternatives(letters: set[str]) -> str:
    return "|".join(sorted(letters, key=lambda item: (-len(item), item)))


_TYPES = {fold(letters) for letters in (*STATE, *PARTY, *OLDER)}
# Letters without a vowel are no Vietnamese word, so that they make a code even between spaces.
_UNSPOKEN = {letters for letters in _TYPES if not re.search("[aeiouy]", letters)} - {"l"}
_NUM = "[0-9]{1,6}(?:[.][0-9]{1,2})?[a-z]?"
_YEAR = "(?:19|20)[0-9][0-9]"
_PART = "[a-z0-9]+(?:&[a-z0-9]+)*"
_BODY = "[a-z][a-z0-9]*(?:&[a-z0-9]+)*"
_MORE = f"(?:[-/]{_PART})*"
_TYPE = f"(?:{_alternatives(_UNSPOKEN)})"
_OFFICE = "(?:ubnd|hdnd|vpubnd|vpcp)"
_UNIT = "[bcdfghklmnpqrstvx]{2,8}"

CODE_FORMS = (
    f"{_NUM} {{0,4}}/ ?{_YEAR} ?/ ?{_TYPE} {{0,2}}[-/] {{0,2}}{_BODY}{_MORE}",  # 30/2020/nd- cp
    f"{_NUM} {{0,4}}/ ?{_YEAR} ?/ ?{_BODY}{_MORE}",  # 33/2024/qh15
    f"{_NUM} {{0,4}}[-/] {{0,2}}{_TYPE} {{0,2}}[-/] {{0,2}}{_BODY}{_MORE}",  # 367 - qd/twdtn-vp
    f"{_NUM} {{0,8}}/{_BODY}[-/]{_PART}{_MORE}",  # 1234/ubnd-kgvx, 464   /stc-vp
    f"{_NUM}-{_BODY}/{_PART}{_MORE}",  # 28-kh/tu, 62-byt/tt
    f"[0-9]{{1,6}}{_TYPE}[-/]{_PART}{_MORE}",  # 28kh/tu
    f"[0-9]{{1,6}} {_TYPE} {_BODY}",  # 28 kh tu
    f"[0-9]{{1,6}} {_OFFICE} {_UNIT}",  # 1234 ubnd kgvx
    f"/{_BODY}-{_PART}{_MORE}",  # /sxd-qln, the number blank
    f"(?:{_TYPE}|{_OFFICE})[-/]{_BODY}{_MORE}",  # ubnd-kgvx, kh/tu
    f"{_YEAR}/{_TYPE}-{_BODY}{_MORE}",  # 2020/nd-cp
)
"""The forms of a code in folded text, longest first, each with an example."""
WORD = "[^\\W_]+(?:['&][^\\W_]+)*"
"""A word of folded text; "h'leo" and "tt&tt" are one each."""

# How every form begins; told at a glance, so that most words never meet the forms.
_MAY_BE_CODE = "(?=[0-9/]|[a-z]{1,6}[-/])"
_TOKEN = re.compile(
    "[a-z]+(?= )"  # most words, for speed
    f"|(?<![a-z0-9]){_MAY_BE_CODE}(?P<code>{'|'.join(CODE_FORMS)})(?![a-z0-9])"
    f"|{WORD}"
)
# Codes alone: all that lies between them is words. None begins within a word, "tt&28" nor "28a".
_CODE_IS = f"(?P<code>{'|'.join(CODE_FORMS)})(?![a-z0-9])"
_NO_WORD = "(?<![^\\W_])(?<![^\\W_]['&])"
_CODE = re.compile(f"(?:(?<![a-z0-9])(?=/)|{_NO_WORD}{_MAY_BE_CODE}){_CODE_IS}")
# Most lines hold no letter beside a sign: there a code can begin with a digit alone.
_LETTER_BY_SIGN = re.compile("/[a-z]|[a-z][-/]")
_CODE_OF_DIGITS = re.compile(f"(?=[0-9]){_NO_WORD}{_CODE_IS}")
_WORD = re.compile(WORD)
_JOINERS = ("'", "&")  # after a code what they join to it begins a term of its own
_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}
_PARTS = re.compile("[0-9]+[.][0-9]+[a-z]?|[a-z0-9&]+")
_GLUED = re.compile(f"([0-9]+)({_TYPE})$")
_ZEROS = re.compile("^0+(?=[0-9])")


def tokens(text: str) -> tuple[Token, ...]:
    """The terms of `text` in order: each word, and each code as one term joined by "_".

    Numbers lose leading zeros, and apostrophes and "&" inside a word go, so that 05 meets 5, and
    TT&TT meets TTTT.
    """
    folded, offsets = fold_aligned(text)
    found = []
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        term = match[0] if match[0].isalpha() else _term(match)
        found.append(Token(term, offsets[start], offsets[end]))
    return tuple(found)


def terms(text: str) -> list[str]:
    """The texts of `tokens`, several times as fast: an index is made of hundreds of millions."""
    folded = fold(text)
    found: list[str] = []
    at = 0
    for match in (_CODE if _LETTER_BY_SIGN.search(folded) else _CODE_OF_DIGITS).finditer(folded):
        if folded[match.end() : match.end() + 1] in _JOINERS:
            return [token.text for token in tokens(text)]
        found += _words(folded[at : match.start()])
        found.append(_term(match))
        at = match.end()
    return found + _words(folded[at:])


def code_terms(term: str) -> tuple[str, ...]:
    """What a joined code is found by: itself, its ends of two parts or more, each of its parts.

    "28_kh_tu" gives 28_kh_tu, kh_tu, 28, kh, tu; a plain word gives itself.
    """
    parts = term.split("_")
    if len(parts) == 1:
        return (term,)
    ends = ("_".join(parts[start:]) for start in range(len(parts) - 1))
    return tuple(dict.fromkeys((*ends, *parts)))


def _term(match: re.Match[str]) -> str:
    code = match["code"]
    if code is None:
        return _word(match[0])
    parts = _PARTS.findall(code)
    glued = _GLUED.match(parts[0])
    if glued:
        parts[:1] = glued.groups()
    return "_".join(_ZEROS.sub("", part.replace("&", "")) for part in parts)


def _words(folded: str) -> list[str]:
    """The words of a folded text without codes."""
    if not folded.isascii() or "'" in folded or "&" in folded:
        return [word if word.isalpha() else _word(word) for word in _WORD.findall(folded)]
    found = folded.translate(_BLANKS).split()
    return [_word(word) if word[0] == "0" else word for word in found] if "0" in folded else found


def _word(found: str) -> str:
    return _ZEROS.sub("", found.replace("'", "").replace("&", ""))
