"""A text made ready for reading: without markup, in one spelling, with the way back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from congvan.language import vocabulary
from congvan.language.markup import Plain, plain
from congvan.model.signs import unify
from congvan.model.span import Span

_TONES: dict[str, str] = dict(vocabulary.table("connectors")["tones"])
_TONES |= {old.title(): new.title() for old, new in _TONES.items()}
_TONES |= {old.upper(): new.upper() for old, new in _TONES.items()}
# Only an open syllable has two places for its tone, and the u of "quý" belongs to the q.
_FIRSTS, _SECONDS = ("".join(sorted({pair[i] for pair in _TONES})) for i in (0, 1))
_PLACED = re.compile(rf"[{_FIRSTS}][{_SECONDS}](?!\w)")
# What scans make of signs in codes and dates, each put right in as many signs: "12//STC",
# "35/QĐ- -TTg", "ngày l5/4"; "sô 12/QĐ"; "số 1 377/QĐ", "ngày 1 9/6", "20/1 1/2024". The patterns
# begin with letters or signs, not with a choice: so they are looked for far faster.
_DAY, _MONTH = (vocabulary.sorted_words("connectors", "date")[k][0] for k in ("day", "month"))
_NUMBER = vocabulary.words("connectors", "number")[0]
_VOWELS = "".join(word[1:] for word in vocabulary.words("connectors", "number_misread"))
_SIGN = re.compile(rf"//(?=\w)|- -(?=[^\W\d])|[lI|](?<={_DAY} .)(?=\d?\s?[/.])")
_MEANT = {"//": " /", "- -": "-  "}
_VOWEL = re.compile(
    rf"[{_VOWELS}{_VOWELS.upper()}]"
    rf"(?<=[{_NUMBER[0]}{_NUMBER[0].upper()}].)(?<!\w..)(?=[\s:]{{0,3}}\d{{1,6}}\s?[/-])"
)
_PARTED = (
    re.compile(rf"{_NUMBER[1:]} \d{{1,2}} \d{{1,4}}(?=\s?/)"),
    re.compile(rf"{_DAY} \d \d(?=\s?[/.]| {_MONTH})"),
    re.compile(r"/1 [0-2](?=/\d{4})"),
)
_FIRST_GAP = re.compile(r"(?<=\D)(?=\d)")

CAPITAL = "[" + "".join(c for c in map(chr, range(0x41, 0x1F00)) if c.isupper()) + "]"
"""A pattern for one capital letter; Vietnamese ones are scattered over several blocks."""
SMALL = "[" + "".join(c for c in map(chr, range(0x41, 0x1F00)) if c.islower()) + "]"


def flatten(text: str) -> str:
    """`text`, place for place, with look-alikes unified and tone marks in one position."""
    flat = _SIGN.sub(_meant, unify(text))
    flat = _VOWEL.sub(_NUMBER[1:], flat)
    for parted in _PARTED:
        flat = parted.sub(_closed, flat)
    return _PLACED.sub(_placed, flat)


def _meant(match: re.Match[str]) -> str:
    return _MEANT.get(match[0], "1")


def _closed(match: re.Match[str]) -> str:
    """Figures without the gap between them, the gap before them."""
    words, figures = _FIRST_GAP.split(match[0], maxsplit=1)
    return f"{words} {figures.replace(' ', '')}"


def _placed(match: re.Match[str]) -> str:
    after_q = match.string[max(0, match.start() - 1) : match.start()] in {"q", "Q"}
    return match[0] if after_q else _TONES.get(match[0], match[0])


@dataclass(frozen=True, slots=True)
class Reading:
    """One text in the forms that recognition needs; places are those of `text` and `flat`."""

    stored: str
    """What spans measure."""
    plain: Plain
    text: str
    """As a reader sees it, markup removed."""
    flat: str
    """The same with one spelling for look-alikes and tones: what patterns are matched on."""
    mended: tuple[tuple[int, str], ...] = ()
    """The signs of `flat` that a scan misread, each with its place, in order."""

    def joined(self, starts: Iterable[int]) -> Reading:
        """The same text with line breaks within paragraphs read as gaps: a break parts them."""
        flat = list(self.flat.replace("\n", " "))
        for start in starts:
            if start:
                flat[start - 1] = "\n"
        return replace(self, flat="".join(flat))

    def words(self, start: int, end: int) -> str:
        """The words between two places as printed, line breaks and gaps closed up."""
        return " ".join(self.text[start:end].split())

    def named(self, start: int, end: int) -> str:
        """The words of a name between two places: as printed, but for what a scan misread."""
        first = bisect_left(self.mended, (start,))
        put = dict(self.mended[first : bisect_left(self.mended, (end,))])
        if not put:
            return self.words(start, end)
        signs = (put.get(at, self.text[at]) for at in range(start, end))
        return " ".join("".join(signs).split())

    def span(self, start: int, end: int) -> Span:
        """Where they stand in the stored text."""
        return self.plain.span(start, end)


def read(stored: str) -> Reading:
    """The reading of a body or subject as stored."""
    seen = plain(stored)
    return Reading(stored, seen, seen.text, flatten(seen.text))
