"""Groups of addressees, posts and set phrases: what is addressed without being a body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day
from functools import cache
from typing import Any

from congvan.language.register_data import document
from congvan.language.register_names import key, near
from congvan.model.agency import OwnGroup

_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class GroupRule:
    """A group with the cores of its names and who its members are."""

    id: str
    name: str
    since: Day | None = None
    until: Day | None = None
    families: tuple[str, ...] = ()
    """Families of kinds whose living bodies are members."""
    kinds: tuple[str, ...] = ()
    """Kinds that are members beside the families."""
    agencies: tuple[str, ...] = ()
    """Members by id, for groups of the archive's own register."""
    province: str | None = None
    """The province of an own group; None for a group that every province has."""


class Groups:
    """The groups by the keys of their names."""

    def __init__(self, own: Iterable[OwnGroup]) -> None:
        data = document("groups")
        self._articles = _keys(data["articles"])
        self._tails = _keys(data["tails"])
        self._cores: dict[str, list[GroupRule]] = {}
        self._remarks = _keys(data["remarks"])
        self._plurals: dict[str, list[GroupRule]] = {}
        self._lists: list[tuple[re.Pattern[str], GroupRule]] = []
        self._openings = [(_opening(entry), _rule(entry)) for entry in data["openings"]]
        for group in own:
            self._name(_own_rule(group), (group.name, *group.names))
        for entry in data["groups"]:
            self._add(entry)

    def _name(self, rule: GroupRule, names: Iterable[str]) -> None:
        for name in names:
            self._cores.setdefault(self._unarticled(key(name)), []).append(rule)

    def _add(self, entry: Mapping[str, Any]) -> None:
        rule = _rule(entry)
        self._name(rule, (entry["name"], *entry.get("names", ())))
        for name in entry.get("plural", ()):
            self._plurals.setdefault(key(name), []).append(rule)
        if "list" in entry:
            self._lists.append((_list(entry["list"], self._articles), rule))

    def find(self, name: str, day: Day | None) -> GroupRule | None:
        """The group that a printed line names about `day`; None where it names none."""
        words = key(name)
        bare = self._unarticled(words)
        plural = bare != words
        rules = (rule for core in self._stripped(bare) for rule in self._of(core, plural))
        return next((rule for rule in rules if near(day, rule.since, rule.until)), None)

    def unremarked(self, name: str) -> str:
        """The name without a closing bracket that only says why it is sent: "(để b/c)"."""
        bracket = _BRACKET.search(name)
        if bracket is None or not key(bracket[1]).startswith(self._remarks):
            return name
        return name[: bracket.start()]

    def opening(self, name: str) -> GroupRule | None:
        """A post or set phrase that the line begins with: "CT, PCT UBND tỉnh", "Lưu: VT"."""
        words = key(name)
        return next((rule for pattern, rule in self._openings if pattern.match(words)), None)

    def without_post(self, name: str) -> str | None:
        """The key of what follows a post's title: "UBND tỉnh" of "Chủ tịch UBND tỉnh"."""
        words = key(name)
        for pattern, _ in self._openings:
            if match := pattern.match(words):
                return words[match.end() :].strip() or None
        return None

    def _of(self, core: str, plural: bool) -> Iterator[GroupRule]:
        yield from self._cores.get(core, ())
        if plural:
            yield from self._plurals.get(core, ())
        yield from (rule for pattern, rule in self._lists if pattern.fullmatch(core))

    def _stripped(self, rest: str) -> Iterator[str]:
        """The line, then without one closing phrase after the other."""
        while True:
            yield rest
            tail = next((t for t in self._tails if rest.endswith(f" {t}")), None)
            if tail is None:
                return
            rest = rest[: -len(tail) - 1]

    def _unarticled(self, words: str) -> str:
        article = next((a for a in self._articles if words.startswith(f"{a} ")), None)
        return words if article is None else self._unarticled(words[len(article) + 1 :])


@cache
def heads() -> tuple[frozenset[str], frozenset[str]]:
    """(plural articles, words that bodies' names begin with), as keys."""
    data = document("groups")
    return frozenset(_keys(data["articles"])), frozenset(_keys(data["heads"]))


def _rule(entry: Mapping[str, Any]) -> GroupRule:
    members = entry.get("members", {})
    return GroupRule(
        id=entry["id"],
        name=entry["name"],
        since=entry.get("since"),
        until=entry.get("until"),
        families=tuple(members.get("classes", ())),
        kinds=tuple(members.get("kinds", ())),
    )


def _own_rule(group: OwnGroup) -> GroupRule:
    return GroupRule(
        id=group.id,
        name=group.name,
        since=group.since,
        until=group.until,
        agencies=group.members,
        province=group.province,
    )


def _list(entry: Mapping[str, Any], articles: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a head with an article and any of its parts, or with two of them at least."""
    head, part, article = (
        _either(_keys(entry["heads"])),
        _either(_keys(entry["parts"])),
        _either(articles),
    )
    return re.compile(rf"{head}(?: {article} {part}| {part} {part})(?: {part}| {article})*")


def _opening(entry: Mapping[str, Any]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(_keys(entry['words']))}(?: |$))+")


def _either(keys: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(k) for k in keys) + ")"


def _keys(names: Iterable[str]) -> tuple[str, ...]:
    """Keys, the longest first, so that a longer phrase is taken before its beginning."""
    return tuple(sorted({key(name) for name in names}, key=lambda k: (-len(k), k)))
