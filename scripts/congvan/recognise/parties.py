"""Parties: agencies, posts and groups named in running text, alone and in lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from congvan.recognise.names import Gazetteer
from congvan.recognise.party_grammar import (
    AFTER_POST,
    AND_CAPITAL,
    BARE_GROUP,
    COMMA_KINDS,
    DISTRIBUTED,
    FIRST_WORDS,
    FUNCTIONAL,
    GROUP,
    KIND,
    LAST_LEVEL,
    LONGEST,
    MEMBERS,
    NEXT_CAPITAL,
    ONE_NOUN,
    OPENING,
    POST,
    REMARK,
    SEPARATOR,
    SPACE,
    STOP,
    STOP_BUT_AND,
    SUFFIX,
    TO_CAPITAL,
    TO_LEVEL,
    WORD,
)
from congvan.recognise.reading import Reading


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
        """The parties listed from a place on: "Sở A, Sở B và các cơ quan liên quan".

        A remark in brackets after a name, "(cơ quan thường trực)", belongs to its place.
        """
        found: list[PartyName] = []
        while True:
            here = self.some_at(at)
            if not here:
                return tuple(found)
            remark = REMARK.match(self.reading.flat, here[-1].end)
            if remark:
                here = (*here[:-1], replace(here[-1], end=remark.end()))
            found.extend(here)
            gap = SEPARATOR.match(self.reading.flat, here[-1].end)
            if gap is None:
                return tuple(found)
            at = gap.end()

    def some_at(self, at: int, *, posts: bool = True) -> tuple[PartyName, ...]:
        """The party that begins at a place, or the several of "các Sở: A, B"; () for none."""
        spread = DISTRIBUTED.match(self.reading.flat, at)
        if spread:
            several = self._distributed(spread)
            if several:
                return several
        one = self.one_at(at, posts=posts)
        return (one,) if one else ()

    def one_at(self, at: int, *, posts: bool = True) -> PartyName | None:
        """The one agency, post or group that begins at a place."""
        post = self._post_end(at) if posts else None
        end = post or self._name_end(at)
        if end:
            name = self.reading.named(at, end)
            return PartyName(at, end, AFTER_POST.sub(r"\1", name, count=1) if post else name)
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
        for opening in OPENING.finditer(self.reading.flat, start, until):
            if opening.start() < free or not self._may_begin(opening[0]):
                continue
            for party in self.some_at(opening.start(), posts=posts):
                yield party
                free = party.end

    def _may_begin(self, word: str) -> bool:
        return word.lower() in FIRST_WORDS or self.known.begins(word)

    def _post_end(self, at: int) -> int | None:
        post = POST.match(self.reading.flat, at)
        if post is None:
            return None
        noun = ONE_NOUN.match(self.reading.flat, post.end())
        after = self._name_end(post.end()) or self._group_end(post.end())
        return after or (noun.end() if noun else None)

    def _group_end(self, at: int) -> int | None:
        flat = self.reading.flat
        match = GROUP.match(flat, at) or BARE_GROUP.match(flat, at) or FUNCTIONAL.match(flat, at)
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
        members = MEMBERS.match(self.reading.flat, end)
        if members:
            return members.end()
        further = self._with_place(end)
        return further if further > end else None

    def _unknown_end(self, at: int) -> int | None:
        """A kind of body that goes on with capitals: "Hội Nghề cá", "Công ty Điện lực"."""
        kind = KIND.match(self.reading.flat, at)
        gap = SPACE.match(self.reading.flat, kind.end()) if kind else None
        end = self._capitals_end(gap.end()) if gap else None
        if kind and gap:
            end = self._further_end(kind[0], end)
        if kind and end is None:
            end = self._level_end(kind.end())
        members = MEMBERS.match(self.reading.flat, end) if end else None
        if members:
            return members.end()
        return self._with_place(end) if end else None

    def _further_end(self, kind: str, end: int | None) -> int | None:
        """The end of a name with small words before its level, "Hội Bảo vệ thiên nhiên và môi
        trường tỉnh", or with a comma, "Công ty TNHH Đầu tư, Xây dựng và Dịch vụ"."""
        flat = self.reading.flat
        level = TO_LEVEL.match(flat, end) if end else None
        if level and not (STOP_BUT_AND.search(level["words"]) or KIND.search(level["words"])):
            return level.end("words")
        comma = NEXT_CAPITAL.match(flat, end) if end and kind in COMMA_KINDS else None
        if comma is None or self._group_end(comma.end()) or self._name_end(comma.end()):
            return end
        further = self._capitals_end(comma.end())
        if further is None or AND_CAPITAL.search(flat, comma.end(), further) is None:
            return end
        place = TO_CAPITAL.match(flat, further)
        if place and STOP_BUT_AND.search(place[0]) is None:
            return self._capitals_end(place.end()) or further
        return further

    def _level_end(self, at: int) -> int | None:
        suffix = SUFFIX.match(self.reading.flat, at)
        return suffix.end() if suffix else None

    def _with_place(self, end: int) -> int:
        """The name with its "tỉnh", "tỉnh Đắk Lắk" or province after it."""
        flat = self.reading.flat
        level = SUFFIX.match(flat, end)
        end = level.end() if level else end
        gap = SPACE.match(flat, end)
        if gap is None or not flat[gap.end() : gap.end() + 1].isupper():
            return end
        place = self.known.place(flat, gap.end())
        if place is None and level:
            place = self._capitals_end(gap.end(), small=False)
        return place or end

    def _capitals_end(self, at: int, *, small: bool = True) -> int | None:
        """The end of a run of capitalised words, each with one small word after it at most."""
        flat, end, after_capital, count = self.reading.flat, None, False, 0
        while (word := WORD.match(flat, at)) and count < LONGEST:
            capital = word[0][0].isupper()
            stopped = STOP.match(flat, at)
            if stopped and not capital:
                joined = AND_CAPITAL.match(flat, at) if small else None
                if joined is None or end is None or KIND.match(flat, joined.end()):
                    break
            elif not capital and not (small and after_capital):
                break
            else:
                end = word.end()
            after_capital, count = capital, count + 1
            gap = SPACE.match(flat, word.end())
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
            gap = SEPARATOR.match(self.reading.flat, party.end)
            own = found[1:] and not party.name.startswith(kind)
            if gap is None or own or self._group_end(gap.end()):
                break
            at = gap.end()
        return tuple(_levelled(found, kind))

    def _member_at(self, at: int, kind: str) -> PartyName | None:
        flat = self.reading.flat
        end, _ = self.known.names(flat, at, tuple(kind.split()))
        if end is None and KIND.match(flat, at):
            return self.one_at(at)
        end = end or (self._capitals_end(at) if flat[at : at + 1].isupper() else None)
        if end is None:
            return None
        end = self._with_place(end)
        return PartyName(at, end, f"{kind} {self.reading.named(at, end)}")


def _levelled(found: list[PartyName], kind: str) -> list[PartyName]:
    """The level word after the last of a list is that of all: "Hội Nhà báo tỉnh"."""
    shared = len(found) > 1 and found[-1].name.startswith(kind)
    level = LAST_LEVEL.search(found[-1].name) if shared else None
    if level is None or any(LAST_LEVEL.search(party.name) for party in found[:-1]):
        return found
    return [*(replace(p, name=p.name + level[0]) for p in found[:-1]), found[-1]]
