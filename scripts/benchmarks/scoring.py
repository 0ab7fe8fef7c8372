"""How well records of documents agree with what a careful reader wrote of them.

A record has the keys that `congvan parse` prints. A label may list other acceptable values under
`alt`; a label whose `assignments` are null says nothing of tasks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, TypeVar

from congvan.language.spelling import exact_key

Record = Mapping[str, Any]
_T = TypeVar("_T")

FIELDS = (
    *("type", "number", "symbol", "code", "issuer", "place", "date"),
    *("signer.authority", "signer.title", "signer.name", "subject"),
)
LISTS = ("recipients", "distribution")
# Scans misread a letter here and there: two items with so much in common are one.
_ALIKE = 0.85
_SAME_SUBJECT = 0.95
_SAME_ISSUER = 0.7
# A task is found where its text begins like the label's quote, or holds most of its words.
_OPENING_WORDS = 6
_MOST_WORDS = 0.8
_REACH_OF_QUOTE = 60


@dataclass
class Tally:
    """Right answers among those given and those expected."""

    right: int = 0
    given: int = 0
    expected: int = 0

    def add(self, right: int, given: int, expected: int) -> None:
        """Count one document's answers."""
        self.right += right
        self.given += given
        self.expected += expected

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing was asked or answered."""
        asked = self.given + self.expected
        return 2 * self.right / asked if asked else 1.0

    @property
    def share(self) -> float:
        """The share right of those expected; 1 where none was."""
        return self.right / self.expected if self.expected else 1.0


@dataclass
class Score:
    """The figures over a set of documents."""

    documents: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Tally:
        return self.tallies.setdefault(name, Tally())

    def figures(self) -> dict[str, float]:
        """Each figure by its name: shares of fields, F1 of lists, citations and tasks."""
        fields = {name: self[name].share for name in FIELDS}
        found = {f"{name} F1": self[name].f1 for name in (*LISTS, "citations", "tasks", "lead")}
        shares = ("citation date", "citation issuer", "due", "repeat", "via", "relations")
        given = self["due invented"]
        return (
            {"fields mean": sum(fields.values()) / len(fields)}
            | fields
            | found
            | {name: self[name].share for name in shares}
            | {"due invented": given.right / given.expected if given.expected else 0.0}
        )


def score(pairs: Iterable[tuple[Record, Record]]) -> Score:
    """The figures of (record, label) pairs."""
    total = Score()
    for record, label in pairs:
        total.documents += 1
        for name in FIELDS:
            total[name].add(int(_field_right(name, record, label)), 1, 1)
        for name in LISTS:
            given, expected = _keys(record.get(name)), _keys(label.get(name))
            same = len(list(_matched(given, expected, _alike)))
            total[name].add(same, len(given), len(expected))
        _citations(total, record, label)
        if label.get("assignments") is not None:
            _tasks(total, record, label)
    return total


def _citations(total: Score, record: Record, label: Record) -> None:
    given, expected = record.get("citations") or [], label.get("citations") or []
    found = list(_matched(given, expected, _same_document))
    total["citations"].add(len(found), len(given), len(expected))
    for one, other in found:
        total["citation date"].add(int(_key(one.get("date")) == _key(other.get("date"))), 1, 1)
        issuer = other.get("issuer")
        right = _overlap(one.get("issuer"), issuer) >= _SAME_ISSUER if issuer else not one["issuer"]
        total["citation issuer"].add(int(right), 1, 1)
        if "relations" in other:
            total["relations"].add(int(one.get("relations") == other["relations"]), 1, 1)


def _tasks(total: Score, record: Record, label: Record) -> None:
    given, expected = record.get("assignments") or [], label["assignments"]
    found = list(_matched(given, expected, _same_task))
    total["tasks"].add(len(found), len(given), len(expected))
    for one, other in found:
        due = _key(other.get("due"))
        if due:
            total["due"].add(int(_key(one.get("due")) == due), 1, 1)
        else:
            total["due invented"].add(int(bool(one.get("due"))), 1, 1)
        leads, named = set(_keys(one.get("lead"))), set(_keys(other.get("lead")))
        total["lead"].add(len(leads & named), len(leads), len(named))
        for name in ("repeat", "via"):
            if other.get(name):
                total[name].add(int(_key(one.get(name)) == _key(other[name])), 1, 1)


def _field_right(name: str, record: Record, label: Record) -> bool:
    value = _at(record, name)
    accepted = [_at(label, name), *((label.get("alt") or {}).get(name) or [])]
    if name == "subject":
        return any(_overlap(value, other) >= _SAME_SUBJECT for other in accepted)
    return any(_bare(value) == _bare(other) for other in accepted)


def _at(record: Record, path: str) -> object:
    value: Any = record
    for name in path.split("."):
        value = (value or {}).get(name)
    return value


def _same_document(one: Record, other: Record) -> bool:
    if other.get("code"):
        return _bare(one.get("code")) == _bare(other["code"])
    titles = (str(r.get("title") or r.get("type") or "") for r in (one, other))
    return not one.get("code") and _overlap(*titles) > 1 / 2


def _same_task(one: Record, other: Record) -> bool:
    text, quote = _words(one.get("quote")), _words(other.get("quote"))
    shared = sum((Counter(text[:_REACH_OF_QUOTE]) & Counter(quote)).values())
    opens = text[:_OPENING_WORDS] == quote[:_OPENING_WORDS]
    return bool(quote) and (opens or shared >= _MOST_WORDS * len(quote))


def _matched(
    given: Iterable[_T], expected: Iterable[_T], same: Callable[[_T, _T], bool]
) -> Iterator[tuple[_T, _T]]:
    """Pairs of the same, each used once, in the order expected."""
    left = list(given)
    for other in expected:
        one = next((item for item in left if same(item, other)), None)
        if one is not None:
            left.remove(one)
            yield one, other


def _alike(one: str, other: str) -> bool:
    plain = (one.replace(" ", ""), other.replace(" ", ""))
    return one == other or SequenceMatcher(None, *plain, autojunk=False).ratio() >= _ALIKE


def _overlap(one: object, other: object) -> float:
    first, second = Counter(_words(one)), Counter(_words(other))
    asked = first.total() + second.total()
    return 2 * (first & second).total() / asked if asked else 1.0


def _key(value: object) -> str:
    """A value as it is compared: one spelling, one case, no closing signs."""
    text = exact_key(str(value)) if value is not None else ""
    return re.sub(r"\s*([/&,;:.()-])\s*", r"\1", text.replace("*", "")).strip(' .;:,/-"“”')


def _bare(value: object) -> str:
    """The same without gaps, and numbers without leading zeros."""
    return re.sub(r"^0+(?=\d)", "", _key(value).replace(" ", ""))


def _keys(values: Sequence[object] | None) -> list[str]:
    return [_key(value) for value in values or ()]


def _words(value: object) -> list[str]:
    return re.findall(r"[\w\u0300-\u036f]+", _key(value))
