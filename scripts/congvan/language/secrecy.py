"""Secrecy: stamps that forbid publishing, found where stamps are put and not in prose.

A stamp stands in the heading of a document, in capitals or on a line of its own, its letters often
spaced ("M Ậ T"). Prose that speaks of secrets ("bảo vệ bí mật nhà nước") is no stamp.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from importlib import resources

import yaml

from congvan.language.folding import fold
from congvan.language.spelling import exact_key
from congvan.model.span import Span

HEADING_LINES = 40
"""Lines in which a heading ends even where its cells stand one to a line."""

_MARKUP = re.compile(r"</?[a-zA-Z][^<>\n]*>|[*_|\\#>\[\]{}()“”\"]")
_GAP = re.compile(r"[ \t]{2,}|[:;,./–—-]")


def stamps(text: str) -> Iterator[tuple[Span, str]]:
    """Every stamp in a heading, or in the first lines of a text that may begin with one."""
    offset = 0
    for line in text.split("\n"):
        stamp = stamp_of(line)
        if stamp is not None:
            yield Span(offset, offset + len(line)), stamp
        offset += len(line) + 1


def heading(text: str, body: str = "") -> str:
    """The part of a text as received in which stamps are put: what stands before its body."""
    lines = text.split("\n")[:HEADING_LINES]
    opening = _words(body)[:_OPENING]
    if opening:
        for number, line in enumerate(lines):
            if _words(line)[:_OPENING] == opening:
                return "\n".join(lines[:number])
    return "\n".join(lines)


def stamp_of(line: str) -> str | None:
    """The stamp that a line of a heading bears, as written there; None where it bears none."""
    plain = _MARKUP.sub(" ", unicodedata.normalize("NFC", line))
    whole = plain.strip(" \t.,;:-–—")
    if _is_stamp(_after_label(whole)):
        return whole
    for common in _HEADINGS:
        plain = plain.replace(common, "  ")
    runs = (run for part in _GAP.split(plain) for run in _capital_runs(part))
    return next((run for run in runs if _is_stamp(run)), None)


def _capital_runs(part: str) -> Iterator[str]:
    """The longest runs of words in capitals."""
    run: list[str] = []
    for word in [*part.split(), ""]:
        if word and word.isupper():
            run.append(word)
        elif run:
            yield " ".join(run)
            run = []


def _after_label(line: str) -> str:
    label, colon, rest = line.partition(":")
    return rest.strip() if colon and exact_key(label) in _LABELS else line


def _is_stamp(words: str) -> bool:
    """Whether words are a stamp, in one piece or spaced out, its marks right or none at all."""
    closed = words.replace(" ", "")
    if len(closed) not in _LENGTHS:
        return False
    if exact_key(closed) in _STAMPS:
        return True
    return closed.isascii() and closed.isupper() and fold(closed) in _BARE


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", _MARKUP.sub(" ", text[:400]))


# Words of the body's opening that settle where the heading ends.
_OPENING = 5
_DATA = yaml.load(
    resources.files("congvan.language").joinpath("data/secrecy.yml").read_text("utf-8"),
    Loader=yaml.CSafeLoader,
)
_CLOSED = [stamp.replace(" ", "") for stamp in _DATA["stamps"]]
_STAMPS = frozenset(map(exact_key, _CLOSED))
_BARE = frozenset(map(fold, _CLOSED))
_LENGTHS = frozenset(map(len, _CLOSED))
_LABELS = frozenset(exact_key(label) for label in _DATA["labels"])
_HEADINGS: tuple[str, ...] = tuple(_DATA["headings"])
