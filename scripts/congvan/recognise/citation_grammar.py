"""Patterns of the words that name a document, built from the vocabulary."""

from __future__ import annotations

import re

from congvan.language import types, vocabulary
from congvan.recognise.dates import DATE
from congvan.recognise.reading import CAPITAL, SMALL, flatten

_FLAGS = re.IGNORECASE | re.VERBOSE
_WORD = {
    name: vocabulary.either("connectors", name)
    for name in ("number", "of", "by", "about", "and", "these", "this")
}
_VAGUE = vocabulary.either("citations", "vague")
_VAGUE_WORDS = {word.lower() for word in vocabulary.words("citations", "vague")}
TYPE = vocabulary.alternation(
    flatten(name) for name in types.names() if name.lower() not in _VAGUE_WORDS
)
_ABOVE = vocabulary.either("citations", "above")
_ABOVE_AT_STOP = vocabulary.either("citations", "above_at_stop")
_LAW = vocabulary.either("citations", "law_heads")
_AMENDING = vocabulary.loosely(vocabulary.sorted_words("citations", "near")["amends"])

_POST, _KIND = vocabulary.either("parties", "posts"), vocabulary.either("parties", "kinds")
_ISSUED_BEFORE = vocabulary.either("citations", "issued_before")

LAW_BEFORE_CODE = re.compile(
    rf"""
    (?P<law> {_LAW} \s+ (?: {_AMENDING} \s+ )?
        (?: [^.;:(),\n] | ,\s (?-i: (?={SMALL}) ) ){{2,120}}?
        (?: ,\s (?!{_LAW}) [^.;:(),\n]{{2,40}}? )? )
    \s+ {_WORD["number"]} \s* $
    """,
    _FLAGS,
)
"""What stands before the code of a law: "Luật Đất đai số "."""
NUMBERED_HERE = re.compile(rf"{_WORD['number']}\s+\d", re.IGNORECASE)
"""A number inside what is taken for the name of a law: another document begins before it."""
LAW_WORD = re.compile(_LAW, re.IGNORECASE)
BEFORE_CODE = re.compile(
    rf"""
    (?: (?: (?P<type> {TYPE} ) | {_VAGUE} ) \s* (?: :? \s* | {_WORD["number"]} [\s:.…_]* )
      | (?P<bare> {_WORD["number"]} ) [\s:.…_]*
    ) $
    """,
    _FLAGS,
)
"""What stands right before a code: "Kế hoạch số ", "văn bản số ", "số "."""
CAPITAL_WORD = re.compile(rf"(?<!\w){CAPITAL}\w*")
FIRST_WORDS = frozenset(
    flatten(name).split()[0].lower()
    for name in (*types.names(), *_VAGUE_WORDS, *vocabulary.words("citations", "law_heads"))
)
"""The words with which types, laws and "văn bản" begin."""

LIST_HEAD = re.compile(
    rf"""
    {_WORD["these"]} \s+ (?P<type> {TYPE} )
    (?: \s+ {_WORD["of"]} \s+ (?P<owner> [^:;.\n]{{2,80}}? ) )? \s* :? \s*
    (?: {_WORD["number"]} )? \s* :? \s* $
    """,
    _FLAGS,
)
"""What opens a list of codes: "các Quyết định của UBND tỉnh: Số "."""

ANY_TYPE = re.compile(TYPE, re.IGNORECASE)
THESE = re.compile(_WORD["these"], re.IGNORECASE)
ISSUED_BEFORE = re.compile(rf"{_ISSUED_BEFORE} \s+ $", _FLAGS)

LIST_GAP = re.compile(
    rf"\s* (?: , | ; | ,? \s* {_WORD['and']} ) \s* (?: {_WORD['these']} \s+ )?", _FLAGS
)
"""Between two documents of one list."""

ITS_DATE = re.compile(
    rf"[\s,]* (?: {vocabulary.either('citations', 'issued')} \s+ )? (?P<date> {DATE} )", _FLAGS
)
ITS_ISSUER = re.compile(rf"\s* ,? \s* (?: {_WORD['of']} | {_WORD['by']} ) \s+ (?=\w)", _FLAGS)
ITS_ABOVE = re.compile(rf"\s* ,? \s* (?: {_ABOVE} )", _FLAGS)
ITS_TITLE = re.compile(rf"\s* ,? \s* {_WORD['about']} \s+", _FLAGS)
FOOTNOTE = re.compile(r"(?<=[^\W\d_])\d{1,2}(?!\w)")

TITLE_END = re.compile(
    rf"""[;.:](?=\s|$) | \s\( | \n
      | ,\s+ (?= {TYPE} \s+ {_WORD["number"]} ) | ,?\s+ (?= {_ABOVE} )
      | ,\s+ (?= (?-i: {_POST} | {_KIND} ) )""",
    _FLAGS,
)
ISSUER_END = re.compile(
    rf"\s+ (?= {vocabulary.either('citations', 'issuer_ends')} | {_ABOVE} )"
    r" | [,.;:()\"“”] | \n | $",
    _FLAGS,
)

ANAPHOR = re.compile(
    rf"""
    (?={CAPITAL}) (?i: (?: (?P<type> {TYPE} ) | {_VAGUE} ) \s+
        (?: (?P<this> {_WORD["this"]} )
          | {_ABOVE}
          | {_ABOVE_AT_STOP} (?= \s* [,.;:)] ) ) )
    """,
    re.VERBOSE,
)
"""Words that mean a document named before, or the text itself: "Kế hoạch nêu trên"."""

DATED = re.compile(rf"(?={CAPITAL}) (?i: (?P<type> {TYPE} ) \s+ (?P<date> {DATE} ) )", re.VERBOSE)
"""A document without a code: "Tờ trình ngày 10/12/2025"."""

DATE_BEFORE = re.compile(
    rf"(?P<date> {DATE} ) \s* , [^.;:\n]{{0,90}} {_ISSUED_BEFORE} \s+ $",
    _FLAGS,
)
"""A date at the head: "Ngày 13/6/2024, Chủ tịch UBND tỉnh ban hành Công văn số …"."""

SAID_BY = re.compile(
    rf"""
    \s+ (?: (?P<said> {vocabulary.either("citations", "said_in")} )
          | {_ISSUED_BEFORE} )
    \s+ (?: {_WORD["these"]} \s+ )? $
    """,
    _FLAGS,
)
"""Between an issuer and its document: "Sở Nội vụ tại Tờ trình số …"."""

OF = re.compile(rf"{_WORD['of']} \s+ $", _FLAGS)
ENCLOSED = re.compile(rf"\s* \( \s* {vocabulary.either('citations', 'enclosed')}", _FLAGS)
QUOTED = re.compile(r"“[^”]{0,4000}”")
AND = re.compile(rf"\s+ {_WORD['and']} \s+", _FLAGS)
_EXAMPLE_WORDS = {words.split()[-1] for words in vocabulary.words("citations", "examples")}
EXAMPLE = re.compile(
    rf"{vocabulary.either('citations', 'examples')} (?: \s+ \d{{1,2}} )? \s* :"
    r" (?: \s* \n [^\n]* | [^\n]* (?: \n \s* [^\n]{0,60} (?= \n ) )? )",
    _FLAGS,
)
"""A paragraph of examples, and the short line, or after "Ví dụ:" alone the lines, that it opens."""


def may_hold_example(flat: str) -> bool:
    """Whether a text can hold examples at all."""
    return any(word in flat for word in _EXAMPLE_WORDS)
