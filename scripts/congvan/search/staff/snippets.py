"""Snippets: the line of a text that answers best, and whether a phrase stands in it at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congvan.search.staff.query_text import QueryText
from congvan.search.terms import JOINT, terms_of

_LONGEST = 240
_BEFORE = 60


def snippet(lines: Sequence[str], text: QueryText) -> str:
    """The first of the lines that hold most of what was asked, cut where it is long."""
    runs = [_words(run) for run in text.wanted]
    scored = [sum(_worth(terms_of(line).words, run) for run in runs) for line in lines]
    best = max(range(len(lines)), key=lambda i: (scored[i], -i), default=None)
    return _cut(lines[best], runs) if best is not None else ""


def holds(lines: Iterable[str], phrase: tuple[str, ...]) -> bool:
    """Whether the phrase stands in one of the lines."""
    sought = _words(phrase)
    return any(_stands(terms_of(line).words, sought) for line in lines)


def _words(run: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for term in run for word in term.split(JOINT))


def _stands(words: Sequence[str], sought: tuple[str, ...]) -> bool:
    size = len(sought)
    return any(tuple(words[at : at + size]) == sought for at in range(len(words) - size + 1))


def _worth(words: Sequence[str], run: tuple[str, ...]) -> int:
    """The whole run counts for far more than words of it that stand apart."""
    whole = len(run) ** 2 if _stands(words, run) else 0
    return whole + len(set(words) & set(run))


def _cut(line: str, runs: Sequence[tuple[str, ...]]) -> str:
    if len(line) <= _LONGEST:
        return line
    spoken = line.split(" ")
    sought = {word for run in runs for word in run}
    at = next((i for i, w in enumerate(spoken) if sought & set(terms_of(w).words)), 0)
    start = max(0, len(" ".join(spoken[:at])) - _BEFORE)
    start = line.find(" ", start) + 1 if start else 0
    stop = line.rfind(" ", start, start + _LONGEST) if len(line) > start + _LONGEST else len(line)
    return ("… " if start else "") + line[start:stop] + (" …" if stop < len(line) else "")
