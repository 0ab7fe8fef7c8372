"""The ruler for printed text: its words, numbers and item marks in order, markup left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from congvan.language.markup import TAG
from congvan.language.spelling import exact_key
from congvan.model.span import Span

# What is no text: tags, entities, and the backslash before an escaped sign.
_TOKEN = re.compile(rf"{TAG}|&(?:\w+|#\d+);|(?P<word>(?:[^\W_][\u0300-\u036f]*)+)")
_WORD = _TOKEN.groupindex["word"] - 1
"""Where `findall` gives the word, which is empty for what is no text."""
# A dash or plus that opens an item; one inside a line joins words.
_MARK = re.compile(r"[ \t>*_\\]*(?P<mark>[-–—+•])\\?(?=[ \t])")
_EMPHASIS = re.compile(rf"{TAG}|[*_\\]")
# A wrapped line goes on where the one before it stopped; an item begins after a stop.
_STOPS = tuple(';:.,!?)…/"”|')
_DASHES = str.maketrans("–—•", "---")


@dataclass(frozen=True)
class Printed:
    """A text measured by its tokens."""

    text: str

    @cached_property
    def _places(self) -> tuple[int, ...]:
        return tuple(_starts(self.text))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words, numbers and item marks in order."""
        return tuple(_words(self.text))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The tokens as spelling tells them apart: Ủy and UỶ are one."""
        return tuple(map(_key, self.words))

    def span(self, token: int) -> Span:
        """Where a token stands in the text."""
        start = self._places[token]
        return Span(start, start + len(self.words[token]))

    def find(self, phrase: str) -> Span | None:
        """Where a phrase is first printed, as a range of tokens, whatever its case and gaps."""
        sought = Printed(phrase).keys
        at = next(positions(self.keys, sought), None)
        return None if at is None else Span(at, at + len(sought))

    def lines(self, tokens: Span) -> tuple[str, ...]:
        """A range of tokens as printed, line by line, markup removed and gaps closed up."""
        start, end = self.span(tokens.start).start, self.span(tokens.end - 1).end
        bare = _EMPHASIS.sub("", self.text[start:end])
        return tuple(" ".join(line.split()) for line in bare.split("\n") if line.strip())


@lru_cache(maxsize=2)
def measured(text: str) -> Printed:
    """A text measured once for all who ask about it in turn."""
    return Printed(text)


def positions(words: Sequence[str], phrase: Sequence[str]) -> Iterator[int]:
    """Where a sequence stands in another; nowhere where it is empty."""
    length = len(phrase)
    starts = (i for i, word in enumerate(words) if length and word == phrase[0])
    return (i for i in starts if words[i : i + length] == phrase)


# Written Vietnamese has some seven thousand syllables; with capitals and numbers they fit.
@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    return exact_key(word)


def _lines(text: str) -> Iterator[tuple[int, str, re.Match[str] | None]]:
    """Each line with where it starts and the mark of an item that it opens."""
    offset, open_ = 0, True
    for line in text.split("\n"):
        mark = _MARK.match(line) if open_ else None
        yield offset, line, mark
        open_ = mark is not None or _stopped(line)
        offset += len(line) + 1


def _words(text: str) -> Iterator[str]:
    """Each token. A dash is stored as a hyphen, which is as long."""
    for _, line, mark in _lines(text):
        if mark:
            yield mark["mark"].translate(_DASHES)
        yield from (found[_WORD] for found in _TOKEN.findall(line) if found[_WORD])


def _starts(text: str) -> Iterator[int]:
    """Where each token starts."""
    for offset, line, mark in _lines(text):
        if mark:
            yield offset + mark.start("mark")
        yield from (offset + m.start() for m in _TOKEN.finditer(line) if m["word"])


def _stopped(line: str) -> bool:
    """Whether a line is blank or ends with a stop, markup aside."""
    bare = _EMPHASIS.sub("", line).rstrip()
    return not bare or bare.endswith(_STOPS)
