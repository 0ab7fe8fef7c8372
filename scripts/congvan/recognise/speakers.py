"""Speakers: who issues a text, and so gives themselves no task by what they tell in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day

from congvan.language import vocabulary
from congvan.language.spelling import exact_key

_SUPERIORS = frozenset(map(exact_key, vocabulary.words("tasks", "givers")))
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

    def is_one_of(self, names: Iterable[str]) -> bool:
        """Whether one of the names is the speaker's own, or a body above those who are told."""
        own = exact_key(self.issuer or "")
        return any(key in _SUPERIORS or _opens(own, key) for key in map(exact_key, names))


def _opens(whole: str, part: str) -> bool:
    """Whether "Sở Nội vụ" is the beginning of "Sở Nội vụ tỉnh …"."""
    return whole == part or whole.startswith(f"{part} ")


NOBODY = Speaker()
"""The speaker of a text of which nothing is known."""
