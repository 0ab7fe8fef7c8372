"""Parties: agencies, posts and groups named in running text, alone and in lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from congvan.language import vocabulary
from congvan.recognise.names import Gazetteer
from congvan.recognise.reading import CAPITAL, SMALL, Reading

_AND = vocabulary.either("connectors", "and")
_THESE = vocabulary.either("connectors", "these")
_PLURAL = vocabulary.either("parties", "plural")
_LEVEL = vocabulary.either("parties", "levels")

_NOUNS = rf"{_PLURAL}(?:(?:\s*[,/]\s*|\s+{_AND}\s+|\s*-\s*)(?:{_THESE}\s+)?{_PLURAL})*"
# After a name a second "các" opens another group: "UBND các huyện, các sở".
_CLOSE_NOUNS = rf"{_PLURAL}(?:(?:\s*[,/]\s*|\s+{_AND}\s+|\s*-\s*){_PLURAL})*"
_QUALIFIED = rf"(?:\s+{vocabulary.either('parties', 'qualifiers')}){{0,3}}"
_GROUP = re.compile(rf"{_THESE}\s+{_NOUNS}{_QUALIFIED}", re.IGNORECASE)
_BARE_GROUP = re.compile(
    rf"(?={vocabulary.either('parties', 'bare_plural')}\s*,\s*{_PLURAL}){_NOUNS}{_QUALIFIED}",
    re.IGNORECASE,
)
_ONE_NOUN = re.compile(rf"{_PLURAL}{_QUALIFIED}", re.IGNORECASE)
_MEMBERS = re.compile(
    rf"\s+(?:(?:(?i:{_THESE}\s+{_CLOSE_NOUNS})|{_PLURAL}\s*,\s*{_CLOSE_NOUNS})(?i:{_QUALIFIED})"
    rf"|{vocabulary.either('parties', 'tiers')})"
)
# A scan may leave a comma behind a post: "Thủ trưởng, các sở".
_POST = re.compile(rf"{vocabulary.either('parties', 'posts')}(?:,?\s+{_THESE})?\s+(?=\w)")
_FUNCTIONAL = re.compile(vocabulary.either("parties", "functional"), re.IGNORECASE)
_KIND = re.compile(vocabulary.either("parties", "kinds"))
_DISTRIBUTED = re.compile(
    rf"{_THESE}\s+(?P<kind>{vocabulary.either('parties', 'distributed')})"
    rf"(?:\s*:\s*|\s+(?-i:(?={CAPITAL})))",
    re.IGNORECASE,
)
_STOP = re.compile(
    "|".join(
        (
            vocabulary.either("tasks", "duties"),
            vocabulary.either("tasks", "orders"),
            vocabulary.either("parties", "never_in_names"),
        )
    ),
    re.IGNORECASE,
)
_FIRST_WORDS = frozenset(
    words.split()[0].lower()
    for words in (
        *vocabulary.words("connectors", "these"),
        *(
            word
            for key in ("posts", "kinds", "bare_plural", "functional")
            for word in vocabulary.words("parties", key)
        ),
    )
)
_SMALL = (
    *vocabulary.words("connectors", "these"),
    *vocabulary.words("parties", "bare_plural"),
    *vocabulary.words("parties", "functional"),
    *(post for post in vocabulary.words("parties", "posts") if post.islower()),
)
_OPENING = re.compile(
    rf"(?<!\w)(?:{CAPITAL}\w*|{vocabulary.alternation({w.split()[0] for w in _SMALL})})"
)
"""Where a party can begin at all: at a capital letter, or at a word that opens a group or post."""
_SEPARATOR = re.compile(rf"\s*(?:[,;&]\s*(?:{_AND}\s+)?|{_AND}\s+)(?=\w)", re.IGNORECASE)
_AND_CAPITAL = re.compile(rf"{_AND}\s+(?={CAPITAL})")
_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"\s+")
_SUFFIX = re.compile(rf"\s+(?:{_LEVEL})(?!\s*,\s*{_PLURAL})")
_TO_LEVEL = re.compile(rf"(?P<words>(?:\s*[^\W\d_]+){{1,7}}?)(?=\s+{_LEVEL})")
_STOP_BUT_AND = re.compile(
    "|".join(
        vocabulary.either(file, key)
        for file, key in (("tasks", "duties"), ("tasks", "orders"), ("parties", "stops_names"))
    ),
    re.IGNORECASE,
)
_TO_CAPITAL = re.compile(rf"(?:\s+{SMALL}+){{1,2}}\s+(?={CAPITAL})")
_NEXT_CAPITAL = re.compile(rf",\s+(?={CAPITAL})")
_COMMA_KINDS = frozenset(vocabulary.words("parties", "comma_kinds"))
_LAST_LEVEL = re.compile(rf"\s+{_LEVEL}$")
# An unknown name of more words than this has swallowed the sentence after it.
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class PartyName:
    """A name in a text: its place and the full name that the words stand for."""

    start: int
    end: int
    name: str
    named: bool = True
    """Whether it is a body or post by name; otherwise a group."""


@dataclass(frozen=True, slots=True)
class PartyReader:
    """Reads the parties of one text."""

    reading: Reading
    known: Gazetteer

    def list_at(self, at: int) -> tuple[PartyName, ...]:
        """The parties listed from a place on: "Sở A, Sở B và các cơ quan liên quan"."""
        found: list[PartyName] = []
        while True:
            here = self.some_at(at)
            if not here:
                return tuple(found)
            found.extend(here)
            gap = _SEPARATOR.match(self.reading.flat, here[-1].end)
            if gap is None:
                return tuple(found)
            at = gap.end()

    def some_at(self, at: int, *, posts: bool = True) -> tuple[PartyName, ...]:
        """The party that begins at a place, or the several of "các Sở: A, B"; () for none."""
        spread = _DISTRIBUTED.match(self.reading.flat, at)
        if spread:
            several = self._distributed(spread)
            if several:
                return several
        one = self.one_at(at, posts=posts)
        return (one,) if one else ()

    def one_at(self, at: int, *, posts: bool = True) -> PartyName | None:
        """The one agency, post or group that begins at a place."""
        end = (self._post_end(at) if posts else None) or self._name_end(at)
        if end:
            return PartyName(at, end, self.reading.named(at, end))
        end = self._group_end(at)
        return PartyName(at, end, self.reading.named(at, end), named=False) if end else None

    def all(
        self, start: int = 0, end: int | None = None, *, posts: bool = True
    ) -> Iterator[PartyName]:
        """Every party that begins between two places, in order; posts or their bodies.

        None overlaps another.
        """
        until = len(self.reading.flat) if end is None else end
        free = start
        for opening in _OPENING.finditer(self.reading.flat, start, until):
            if opening.start() < free or not self._may_begin(opening[0]):
                continue
            for party in self.some_at(opening.start(), posts=posts):
                yield party
                free = party.end

    def _may_begin(self, word: str) -> bool:
        return word.lower() in _FIRST_WORDS or self.known.begins(word)

    def _post_end(self, at: int) -> int | None:
        post = _POST.match(self.reading.flat, at)
        if post is None:
            return None
        noun = _ONE_NOUN.match(self.reading.flat, post.end())
        after = self._name_end(post.end()) or self._group_end(post.end())
        return after or (noun.end() if noun else None)

    def _group_end(self, at: int) -> int | None:
        flat = self.reading.flat
        match = _GROUP.match(flat, at) or _BARE_GROUP.match(flat, at) or _FUNCTIONAL.match(flat, at)
        return match.end() if match else None

    def _name_end(self, at: int) -> int | None:
        if not self.reading.flat[at : at + 1].isupper():
            return None
        flat = self.reading.flat
        standing, stem = self.known.names(flat, at)
        if stem and stem >= (standing or 0):
            leant = self._leant(stem)
            if leant:
                return leant
        if standing:
            return self._leant(standing) or standing
        return self._unknown_end(at)

    def _leant(self, end: int) -> int | None:
        """A name with the members, level or place after it: "UBND các huyện", "Báo Hưng Yên"."""
        members = _MEMBERS.match(self.reading.flat, end)
        if members:
            return members.end()
        further = self._with_place(end)
        return further if further > end else None

    def _unknown_end(self, at: int) -> int | None:
        """A kind of body that goes on with capitals: "Hội Nghề cá", "Công ty Điện lực"."""
        kind = _KIND.match(self.reading.flat, at)
        gap = _SPACE.match(self.reading.flat, kind.end()) if kind else None
        end = self._capitals_end(gap.end()) if gap else None
        if kind and gap:
            end = self._further_end(kind[0], gap.end(), end)
        if kind and end is None:
            end = self._level_end(kind.end())
        members = _MEMBERS.match(self.reading.flat, end) if end else None
        if members:
            return members.end()
        return self._with_place(end) if end else None

    def _further_end(self, kind: str, at: int, end: int | None) -> int | None:
        """The end of a name with small words before its level, "Hội Bảo vệ thiên nhiên và môi
        trường tỉnh", or with a comma, "Công ty TNHH Đầu tư, Xây dựng và Dịch vụ"."""
        flat = self.reading.flat
        level = _TO_LEVEL.match(flat, end or at)
        if level and not (_STOP_BUT_AND.search(level["words"]) or _KIND.search(level["words"])):
            return level.end("words")
        comma = _NEXT_CAPITAL.match(flat, end) if end and kind in _COMMA_KINDS else None
        if comma is None or self._group_end(comma.end()) or self._name_end(comma.end()):
            return end
        further = self._capitals_end(comma.end())
        if further is None or _AND_CAPITAL.search(flat, comma.end(), further) is None:
            return end
        place = _TO_CAPITAL.match(flat, further)
        if place and _STOP_BUT_AND.search(place[0]) is None:
            return self._capitals_end(place.end()) or further
        return further

    def _level_end(self, at: int) -> int | None:
        suffix = _SUFFIX.match(self.reading.flat, at)
        return suffix.end() if suffix else None

    def _with_place(self, end: int) -> int:
        """The name with its "tỉnh", "tỉnh Đắk Lắk" or province after it."""
        flat = self.reading.flat
        level = _SUFFIX.match(flat, end)
        end = level.end() if level else end
        gap = _SPACE.match(flat, end)
        if gap is None or not flat[gap.end() : gap.end() + 1].isupper():
            return end
        place = self.known.place(flat, gap.end())
        if place is None and level:
            place = self._capitals_end(gap.end(), small=False)
        return place or end

    def _capitals_end(self, at: int, *, small: bool = True) -> int | None:
        """The end of a run of capitalised words, each with one small word after it at most."""
        flat, end, after_capital, count = self.reading.flat, None, False, 0
        while (word := _WORD.match(flat, at)) and count < _LONGEST:
            capital = word[0][0].isupper()
            stopped = _STOP.match(flat, at)
            if stopped and not capital:
                joined = _AND_CAPITAL.match(flat, at) if small else None
                if joined is None or end is None or _KIND.match(flat, joined.end()):
                    break
            elif not capital and not (small and after_capital):
                break
            else:
                end = word.end()
            after_capital, count = capital, count + 1
            gap = _SPACE.match(flat, word.end())
            if gap is None:
                break
            at = gap.end()
        return end

    def _distributed(self, spread: re.Match[str]) -> tuple[PartyName, ...]:
        """Each name of a list under one kind: "các Hội: Nhà báo, Văn học Nghệ thuật tỉnh"."""
        kind = re.split(r"\s*,", spread["kind"])[0]
        kind = kind[0].upper() + kind[1:]
        found: list[PartyName] = []
        at = spread.end()
        while party := self._member_at(at, kind):
            found.append(party)
            gap = _SEPARATOR.match(self.reading.flat, party.end)
            own = found[1:] and not party.name.startswith(kind)
            if gap is None or own or self._group_end(gap.end()):
                break
            at = gap.end()
        return tuple(_levelled(found, kind))

    def _member_at(self, at: int, kind: str) -> PartyName | None:
        flat = self.reading.flat
        end, _ = self.known.names(flat, at, tuple(kind.split()))
        if end is None and _KIND.match(flat, at):
            return self.one_at(at)
        end = end or (self._capitals_end(at) if flat[at : at + 1].isupper() else None)
        if end is None:
            return None
        end = self._with_place(end)
        return PartyName(at, end, f"{kind} {self.reading.named(at, end)}")


def _levelled(found: list[PartyName], kind: str) -> list[PartyName]:
    """The level word after the last of a list is that of all: "Hội Nhà báo tỉnh"."""
    shared = len(found) > 1 and found[-1].name.startswith(kind)
    level = _LAST_LEVEL.search(found[-1].name) if shared else None
    if level is None or any(_LAST_LEVEL.search(party.name) for party in found[:-1]):
        return found
    return [*(replace(p, name=p.name + level[0]) for p in found[:-1]), found[-1]]
