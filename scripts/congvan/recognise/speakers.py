"""Speakers: who issues a text, and so gives themselves no task by what they tell in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day
from functools import lru_cache

from congvan.language import vocabulary
from congvan.language.spelling import exact_key

_GIVERS = frozenset(map(exact_key, vocabulary.words("tasks", "givers")))
_SUPERIORS = frozenset(map(exact_key, vocabulary.words("tasks", "superiors")))
_ABOVE = _SUPERIORS | _GIVERS
_ACCOUNTING = frozenset(vocabulary.words("tasks", "accounting_types"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """The one whose paper a text is."""

    issuer: str | None = None
    """The full name; None where it is not known."""
    type: str | None = None
    """The type id of the paper."""
    day: Day | None = None
    """The first day on which it can have been issued: no term ends before it."""

    @property
    def accounts(self) -> bool:
        """Whether the paper accounts to a superior: what it says that others shall do, it asks the
        superior to order, or tells that it was ordered."""
        return self.type in _ACCOUNTING

    def is_one_of(self, names: Iterable[str], *, items: bool = False) -> bool:
        """Whether one of the names is the speaker's own, or a body above those who are told.

        In `items` a plan may tell its own maker too.
        """
        own = "" if items else _key(self.issuer or "")
        return any(key in _ABOVE or _opens(own, key) for key in map(_key, names))

    def asks_above(self, names: Iterable[str]) -> bool:
        """Whether all the names are bodies above: what one is asked for is no task."""
        return all(_key(name) in _SUPERIORS for name in names)


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return exact_key(name)


def _opens(whole: str, part: str) -> bool:
    """Whether "Sở Nội vụ" is the beginning of "Sở Nội vụ tỉnh …"."""
    return whole == part or whole.startswith(f"{part} ")


NOBODY = Speaker()
"""The speaker of a text of which nothing is known."""
