"""Patterns of the names of laws, which are cited without a code."""

from __future__ import annotations

import re

from congvan.language import vocabulary
from congvan.recognise import citation_grammar as grammar
from congvan.recognise.dates import DATE
from congvan.recognise.reading import CAPITAL, flatten

_LAW = vocabulary.either("citations", "law_heads")
_AMENDING = vocabulary.loosely(vocabulary.sorted_words("citations", "near")["amends"])
_AND = vocabulary.either("connectors", "and")
_KNOWN = vocabulary.alternation(map(flatten, vocabulary.words("citations", "law_names")))

LAW = re.compile(_LAW, re.IGNORECASE)
DATED = re.compile(
    rf"""
    (?={CAPITAL}) (?i: {_LAW} ) \s+
    (?P<name> (?: {CAPITAL} | {_AMENDING} ) [^.;:()\n]{{2,160}}? ) ,? \s+ (?i: (?P<date> {DATE} ) )
    """,
    re.VERBOSE,
)
"""A law with its day or year: "Luật Thanh tra ngày 14/11/2022", "Luật Quy hoạch năm 2017"."""
NAMED = re.compile(rf"(?={CAPITAL}){_KNOWN}", re.IGNORECASE)
"""A law that is known by its name."""
AMENDING = re.compile(
    rf"(?={CAPITAL}) {_LAW} \s+ {_AMENDING} \s+ (?P<inner> {_KNOWN}"
    rf" (?: (?: \s* , \s* | \s+ {_AND} \s+ ) {_KNOWN} )* )",
    re.IGNORECASE | re.VERBOSE,
)
"""A law that amends others, by their names: "Luật sửa đổi, bổ sung một số điều của Luật …"."""
AMENDING_HEAD = re.compile(rf"{_LAW}\s+{_AMENDING}\s+(?={_LAW})", re.IGNORECASE)
IS_AMENDING = re.compile(_AMENDING, re.IGNORECASE)

NO_NAME = re.compile(
    rf"""
      {grammar.TYPE} \s+ {vocabulary.either("connectors", "number")}
    | {vocabulary.either("citations", "never_in_law_names")}
    | {vocabulary.either("citations", "never_last_in_law_names")} \s* $
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What shows that words up to a date are more than a law's name."""
SEVERAL = re.compile(rf"(?:,|{_AND})\s+{_LAW}", re.IGNORECASE)
PART_OF_LAW = re.compile(
    rf"{vocabulary.loosely(vocabulary.words('citations', 'part_of_law'))}\s+$", re.IGNORECASE
)
"""Before a law that another document is about: "một số điều của Luật …"."""
