"""The grammar of codes: one pattern for a code that stands alone, one for codes in running text."""

from __future__ import annotations

import re
import unicodedata

from congvan.model.number import NUMBER
from congvan.model.signs import INVISIBLE, unify
from congvan.model.symbol_letters import OLDER, PARTY, STATE

_CAPITAL = "A-ZĐĂÂÊÔƠƯ"
_SMALL = "a-zđăâêôơư"
_LETTER = _CAPITAL + _SMALL
_YEAR = r"(?:19|20)[0-9]{2}"

# A part of a code that stands alone; real ones hold a space ("TT HĐND", "LĐBB BTh") or a bracket
# ("BCĐ(138)").
_SPACED = rf"(?:[ ](?:[{_CAPITAL}][hr]?){{2,}}[0-9]*)*"
_TAIL = rf"(?:[{_LETTER}0-9&,.]*[{_LETTER}0-9])?{_SPACED}(?:\([^()]*\))?"

CODE = re.compile(
    rf"""
    (?: (?P<number> {NUMBER} ) | [ .…_]* )        # 05 · 66.22 · 123a, or blank: "....../QĐ-UBND"
    (?P<join> [-/] )?                             # "/" of the State, "-" of the Party
    (?: (?P<year> {_YEAR} ) / )?                  # 2021/ makes it a legal document
    (?P<groups>
        [{_LETTER}] {_TAIL}                       # type or body: "KH", "UBND"
        (?: [-/] [{_LETTER}0-9] {_TAIL} )*        # bodies and unit: "-UBND", "/TU", "/nb"
    )
    """,
    re.VERBOSE,
)
"""A whole code, once `tidy` has been over it."""

# Clerks write "Ctr", "CTR" and "Cv" too; wholly small letters are no code in running text.
_SPELLINGS = {
    spelling
    for letters in (*STATE, *PARTY)
    for spelling in (letters, letters.upper(), letters.capitalize())
}
_TYPES = "|".join(sorted(_SPELLINGS.union(OLDER), key=lambda letters: (-len(letters), letters)))
# Small letters stand inside a body's letters or close them ("SNgV", "TTg"); "Chi" is a word.
_WORD = (
    rf"[{_CAPITAL}](?:[{_CAPITAL}0-9]|[{_SMALL}]{{1,2}}(?=[{_CAPITAL}]))"
    rf"(?:[{_CAPITAL}0-9]|[{_SMALL}]{{1,2}}(?=[{_CAPITAL}0-9]|(?!\w)))*"
)
# A comma joins letters in lists such as "VH,TT&DL" and "SVH,TT,DL"; a single one, as a full stop,
# only where the code goes on, or its date follows: "SVH,TTDL-NV", "4/HCT.BT ngày".
_GROUP = (
    rf"{_WORD}(?:&{_WORD}|,{_WORD}[&,]{_WORD}|,{_WORD}(?=-|\s+ngày)"
    rf"|\.{_WORD}(?=-[{_CAPITAL}]|\s+ngày))*"
)
# A code ends with its word, or where the next word was glued on: "NĐ-CPngày".
_END = r"(?!\w)|(?=ngày)"
# A footnote's mark may be glued to a law's term: "QH1528" is QH15 and note 28.
_MARK = r"(?=\d{1,2}(?!\w))"
_GAP = r"\s{0,3}"

RUNNING = re.compile(
    rf"""
    (?: (?<! [\w/] ) (?<! \d[-:.,] )              # not inside a word, a date, "QCVN 40:2011/…"
        (?P<number> {NUMBER} )
      | (?: (?<= [Ss]ố ) | (?<= SỐ ) ) [\s:.…_]* (?= [-/] )     # a blank number follows "số"
    )
    \s*
    (?P<code>
        / \s* {_YEAR} \s* / \s* (?:UBTV)? QH [ ]? -? [0-9]{{1,2}} (?:{_END}|{_MARK})  # /2024/QH15
      | - \s* (?:{_TYPES}|{_WORD}) \s* / {_GAP} {_GROUP} (?: -{_GAP} {_GROUP} )*   # -KH/TU
            (?: / [{_SMALL}]{{2,3}} | \. [{_SMALL}] (?=\s) )? (?:{_END})           # …/nb, ….m
      | / \s* (?: {_YEAR} \s* / \s* )?
            (?: (?:{_TYPES}) \s? [-/] {_GAP} {_GROUP}                              # /2020/NĐ-CP
              | {_GROUP} (?: -{_GAP} | \s-|/ ) {_GROUP} )                          # /UBND-KGVX
            (?: (?: -{_GAP} | \s-|/ ) {_GROUP} )* (?:{_END})
    )
    """,
    re.VERBOSE,
)
"""Codes in running text on which `unify` has been; gaps and line breaks at the separators."""

LONE = re.compile(
    rf"(?:[Ss]ố|SỐ)\s*:?\s*(?P<code>{NUMBER}\s?/\s?{_WORD}(?:\.{_WORD}(?=\s+ngày))?)"
    rf"(?!\w|\s?[-/&,]\w|-{_GAP}{_WORD})"
)
"""A body without a unit, "số 123/PC04": only "số" before it tells it from "3/GB"."""

_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([-/&,(])\s*")
_LOW_LINE = re.compile(rf"(?<=[{_LETTER}])_(?=[{_LETTER}])")
_DROPPED = dict.fromkeys(map(ord, INVISIBLE))


def tidy(text: str) -> str:
    """A code for reading: NFC, look-alikes unified, gaps at its separators closed."""
    plain = unify(unicodedata.normalize("NFC", text).translate(_DROPPED))
    return _AROUND.sub(r"\1", _SPACE.sub(" ", _LOW_LINE.sub("-", plain))).strip()
