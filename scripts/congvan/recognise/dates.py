"""Dates in running text: where they stand; what they mean is the calendar's business."""

from __future__ import annotations

from congvan.language import vocabulary

_WORDS = {
    name: vocabulary.alternation(w)
    for name, w in vocabulary.sorted_words("connectors", "date").items()
}
_DAY, _MONTH, _YEAR, _QUARTER = (_WORDS[k] for k in ("day", "month", "year", "quarter"))
_SEP = r"\s?[/.-]\s?"

DATE = rf"""
    (?: {_DAY} \s* )? \d{{1,2}} {_SEP} \d{{1,2}} {_SEP} (?:19|20)\d\d (?!\d)       # 19/5/2021
  | {_DAY} \s+ \d{{1,2}} \s+ {_MONTH} \s* \d{{1,2}} ,? \s+ {_YEAR} \s+ \d{{4}} (?!\d)
  | {_MONTH} \s+ \d{{1,2}} (?: \s? [/.-] \s? | ,? \s+ {_YEAR} \s+ ) \d{{4}} (?!\d)  # tháng 5/2021
  | {_DAY} [\s.…_]{{1,20}} (?: / \s? | {_MONTH} \s+ ) \d{{1,2}}               # ngày … /02/2025
        (?: \s? / \s? | ,? \s+ {_YEAR} \s+ ) (?:19|20)\d\d (?!\d)
  | {_DAY} [\s.…_]{{1,20}} {_MONTH} [\s.…_]{{1,20}} {_YEAR} \s* (?:19|20)\d\d (?!\d)
  | {_QUARTER} \s+ (?: I{{1,3}} | IV | [1-4] )                                    # quý II/2021
        (?: \s? / \s? | ,? \s+ (?:{_YEAR} \s+)? ) \d{{4}} (?!\d)
  | {_YEAR} \s+ \d{{4}} (?!\d)
"""
"""A pattern, for VERBOSE and IGNORECASE, of one date with its words."""
