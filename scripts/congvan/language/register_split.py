"""Coordinated names: "Các Hội: Nhà báo, Văn học Nghệ thuật tỉnh" is two bodies, "Sở Văn hóa, Thể
thao và Du lịch" is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from congvan.language.register_data import kinds
from congvan.language.register_groups import heads
from congvan.language.register_names import key

# What stands between the items of a list. The conjunction is the data's silent word.
_SEPARATORS = re.compile(
    r"\s*[,;]\s*(?:(?:{words})\s+)?|\s+(?:{words}|&)\s+".format(
        words="|".join(re.escape(word) for word in sorted(kinds().silent))
    ),
    re.IGNORECASE,
)
# Brackets, quotes and the like close a word as much as a space does.
_WORD = re.compile(r"\S+")
# Words of the longest article or head of the data: "tất cả các", "Tỉnh ủy".
_LONGEST = max(len(phrase.split()) for phrases in heads() for phrase in phrases)


class Lexicon(Protocol):
    """What splitting asks of the names that are known."""

    def known(self, name: str) -> bool:
        """Whether a name, with or without level word and province, is a body's."""

    def qualifier(self, name: str) -> str:
        """The level word and province that a name ends with, as printed; empty for none."""


@dataclass(frozen=True, slots=True)
class Plural:
    """A plural line: the head its items share, and the items as printed."""

    head: str
    items: str
    listed: bool
    """Whether a colon says that a list follows, of names known or not."""

    def whole(self, item: str, lexicon: Lexicon) -> str:
        """The full name of an item; one that begins with a head of its own may be whole."""
        joined = f"{self.head} {item}"
        return item if _headed(item) and not lexicon.known(joined) else joined


def split(line: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The full single names of a printed line, the line itself where it is one name."""
    plural = _plural(line)
    if plural is not None:
        items = _pieces(
            _parts(plural.items), lambda item: lexicon.known(plural.whole(item, lexicon))
        )
        names = [plural.whole(item, lexicon) for item in items]
        if plural.listed or all(map(lexicon.known, names)):
            return tuple(_distributed(names, lexicon))
        return (line,)
    if lexicon.known(line):
        return (line,)
    pieces = list(_pieces(_parts(line), lexicon.known, begins=_headed))
    return tuple(_completed(pieces, lexicon)) if all(map(_headed, pieces)) else (line,)


def _plural(line: str) -> Plural | None:
    """A head made plural by its article, or followed by a colon and a list."""
    before, colon, after = line.partition(":")
    articles, words = heads()
    opening = before if colon else line
    article = _beginning(opening, articles)
    rest = opening[len(article) :].strip() if article else opening.strip()
    head = _beginning(rest, words)
    if head is None or not (article or colon):
        return None
    if colon:
        return (
            Plural(_capital(rest), after.strip(), listed=True) if key(head) == key(rest) else None
        )
    items = rest[len(head) :].strip()
    return Plural(_capital(head), items, listed=False) if items else None


def _distributed(names: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """The names, each with the level word or province that only the last prints."""
    *others, last = names
    shared = lexicon.qualifier(last)
    if not shared or any(lexicon.qualifier(name) for name in others):
        yield from names
        return
    yield from (f"{name} {shared}" for name in others)
    yield last


def _completed(names: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """The names, with the last one's level word or province where they need it: "Báo tỉnh"."""
    shared = lexicon.qualifier(names[-1])
    for name in names:
        full = f"{name} {shared}"
        yield full if shared and not lexicon.known(name) and lexicon.known(full) else name


def _pieces(
    parts: Sequence[str],
    known: Callable[[str], bool],
    begins: Callable[[str], bool] = lambda _: False,
) -> Iterator[str]:
    """Parts joined again into the longest names there are, from the left.

    `parts` alternates items and separators. An item that nothing knows runs to the next comma, or
    to a conjunction after which a name is known or, by `begins`, begins.
    """
    start = 0
    while start < len(parts):
        ends = range(len(parts), start, -2)
        end = next((end for end in ends if known("".join(parts[start:end]))), None)
        if end is None:
            end = start + 1
            while end < len(parts) and _joins(parts[end]):
                if known(parts[end + 1]) or begins(parts[end + 1]):
                    break
                end += 2
        yield "".join(parts[start:end])
        start = end + 1


def _joins(separator: str) -> bool:
    """Whether a separator may stand inside a name that nothing knows: a bare conjunction."""
    return not any(sign in separator for sign in ",;")


def _parts(text: str) -> list[str]:
    """Items and the separators between them, in turn."""
    parts: list[str] = []
    start = 0
    for match in _SEPARATORS.finditer(text):
        parts += [text[start : match.start()], match[0]]
        start = match.end()
    return [*parts, text[start:]]


def _headed(text: str) -> bool:
    return _beginning(text, heads()[1]) is not None


def _beginning(text: str, phrases: Set[str]) -> str | None:
    """The words at the beginning of `text` that are one of the phrases, as printed, the longest."""
    ends = [word.end() for word, _ in zip(_WORD.finditer(text), range(_LONGEST), strict=False)]
    return next((text[:end] for end in reversed(ends) if key(text[:end]) in phrases), None)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
