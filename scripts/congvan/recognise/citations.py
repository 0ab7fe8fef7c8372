"""Citations: every mention of a document in one text. What it points at is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from congvan.language import calendar, types
from congvan.model.citation import Citation, Form, Pinpoint, Text
from congvan.model.partial_date import PartialDate
from congvan.model.symbol import Symbol
from congvan.recognise import citation_grammar as grammar
from congvan.recognise.before_code import Before, before_code
from congvan.recognise.cited_codes import cited_codes
from congvan.recognise.found import Found, Taken, apart
from congvan.recognise.issuers import IssuerReader
from congvan.recognise.laws import LawReader, amended_apart
from congvan.recognise.pinpoints import pinpoints_before
from congvan.recognise.reading import Reading
from congvan.recognise.relations import RelationReader, of_part

# How far before a code the words that belong to it can begin.
_REACH = 200
# The longest of the words between an issuer and its document.
_REACH_OF_VERB = 20


@dataclass(frozen=True)
class CitationReader:
    """Reads the citations of one text."""

    reading: Reading
    text: Text
    issuers: IssuerReader
    own_type: str | None = None
    """The type of the text itself: in a plan "Kế hoạch này" is the plan."""

    def read(self) -> tuple[Citation, ...]:
        """Every mention, in order of the text, none overlapping another."""
        found = self._shared(apart(sorted(self._all(), key=lambda f: (f.start, -f.end))))
        verbs = RelationReader(self.reading.flat, self.text)
        citations: list[Citation] = []
        floor = 0
        for one in found:
            pins = pinpoints_before(self.reading.flat, one.start, floor)
            start = pins.start if pins else one.start
            verb = None
            if one.form != "self":
                verb = verbs.verb(start, one.end, max(one.end, one.title_end))
                verb = of_part(verb) if pins else verb
            citations.append(self._citation(one, start, pins.pinpoints if pins else (), verb))
            floor = one.end
        return tuple(citations)

    def _citation(
        self, one: Found, start: int, pins: tuple[Pinpoint, ...], verb: str | None
    ) -> Citation:
        span = self.reading.span(start, one.end)
        quote = span.of(self.reading.stored)
        return Citation(
            self.text,
            span,
            quote,
            one.form,
            one.type,
            one.symbol,
            one.date,
            one.issuer,
            one.title,
            pins,
            verb,
        )

    def _all(self) -> Iterator[Found]:
        """Every reading of the words; where two overlap, the one with a code is the better."""
        coded = amended_apart(list(self._coded()), self.reading)
        laws = LawReader(self.reading, self._openings, tuple(coded))
        taken = Taken(len(self.reading.flat), coded)
        yield from coded
        for found in (laws.read(), self._dated(), self._anaphors()):
            yield from taken.free(found)

    def _coded(self) -> Iterator[Found]:
        flat = self.reading.flat
        head: Found | None = None
        last: Found | None = None
        for symbol, place in cited_codes(flat):
            window = flat[max(0, place.start - _REACH) : place.start]
            opened = self._list_head(window, place.start)
            before = before_code(window, symbol)
            head = opened or (head if head and "\n" not in flat[head.start : place.start] else None)
            one = self._named(symbol, place.start, place.end, before, opened or head, last)
            if one is not None:
                yield one
                last = one

    def _list_head(self, window: str, at: int) -> Found | None:
        """The type and issuer that "các Công văn của Bộ A: số" gives to the codes after it."""
        match = grammar.LIST_HEAD.search(window) if grammar.THESE.search(window) else None
        if match is None:
            return None
        owner = match["owner"]
        issuer = (
            " ".join(owner.split())
            if owner
            else self.issuers.before(at - len(window) + match.start())
        )
        kind = types.by_name(match["type"])
        return Found(at - 1, at, "short", kind.id if kind else None, issuer=issuer)

    def _named(
        self,
        symbol: Symbol,
        start: int,
        end: int,
        before: Before | None,
        head: Found | None,
        last: Found | None,
    ) -> Found | None:
        """The document with that code; None where nothing says that the code is a document's."""
        listed = last is not None and grammar.LIST_GAP.fullmatch(
            self.reading.flat, last.end, start - before.length if before else start
        )
        type_, title, under = None, None, False
        if before and before.type:
            kind = types.by_name(before.type)
            type_ = kind.id if kind else None
        elif before and before.law:
            title = before.law
            kind = types.by_name(title.split()[0])
            type_ = kind.id if kind else "luat"
        elif head and (before is None or before.bare):
            type_, under = _fitting(head.type, symbol), True
        elif listed and last and (before is None or before.bare):
            type_, under = _fitting(last.type, symbol), True
        elif before is None and symbol.style == "letter":
            return None
        if before:
            start -= before.length
        inherited = head.issuer if head and not (before and before.type) else None
        return self._completed(
            Found(start, end, "short", type_, symbol, title=title, issuer=inherited, listed=under)
        )

    def _completed(self, one: Found) -> Found:
        """The document with the date, issuer and title that stand around it."""
        flat, end = self.reading.flat, one.end
        footnote = grammar.FOOTNOTE.match(flat, end)
        end = footnote.end() if footnote else end
        date, end = (one.date, end) if one.date else self._date_after(end)
        above = grammar.ITS_ABOVE.match(flat, end)
        issuer, end = self.issuers.after(end)
        above = above or grammar.ITS_ABOVE.match(flat, end)
        end = max(end, above.end() if above else 0)
        if date is None:
            date = self._date_before(one.start)
        issuer = issuer or one.issuer or self.issuers.before(one.start, one.symbol)
        title, title_end = self._title(end)
        form: Form = "full" if date or issuer else one.form
        return replace(
            one,
            end=end,
            form=form if one.symbol or one.form != "law" else "law",
            date=date,
            issuer=issuer,
            title=one.title or title,
            title_end=title_end,
        )

    def _date_after(self, end: int) -> tuple[PartialDate | None, int]:
        match = grammar.ITS_DATE.match(self.reading.flat, end)
        date = calendar.read(match["date"]) if match else None
        return (date, match.end()) if match and date else (None, end)

    def _date_before(self, start: int) -> PartialDate | None:
        window = self.reading.flat[max(0, start - _REACH) : start]
        issued = grammar.ISSUED_BEFORE.search(window, max(0, len(window) - _REACH_OF_VERB))
        match = grammar.DATE_BEFORE.search(window) if issued else None
        return calendar.read(match["date"]) if match else None

    def _title(self, end: int) -> tuple[str | None, int]:
        match = grammar.ITS_TITLE.match(self.reading.flat, end)
        if match is None:
            return None, end
        stop = grammar.TITLE_END.search(self.reading.flat, match.end(), match.end() + 600)
        until = stop.start() if stop else min(len(self.reading.flat), match.end() + 600)
        return self.reading.words(match.end(), until) or None, until

    @cached_property
    def _openings(self) -> tuple[int, ...]:
        """Where a type or a law may be named: a capital opens one of their first words."""
        words = grammar.CAPITAL_WORD.finditer(self.reading.flat)
        return tuple(m.start() for m in words if m[0].lower() in grammar.FIRST_WORDS)

    def _dated(self) -> Iterator[Found]:
        for match in self._at_openings(grammar.DATED):
            kind, date = types.by_name(match["type"]), calendar.read(match["date"])
            if kind and date and (date.month or date.quarter):
                yield self._completed(Found(match.start(), match.end(), "full", kind.id, date=date))

    def _at_openings(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        found = (pattern.match(self.reading.flat, at) for at in self._openings)
        return (match for match in found if match)

    def _anaphors(self) -> Iterator[Found]:
        quoted = [m.span() for m in grammar.QUOTED.finditer(self.reading.flat)]
        for match in self._at_openings(grammar.ANAPHOR):
            if any(start < match.start() < end for start, end in quoted):
                continue
            kind = types.by_name(match["type"]) if match["type"] else None
            own = bool(match["this"]) and (kind is None or self.own_type in (None, kind.id))
            yield Found(
                match.start(), match.end(), "self" if own else "anaphor", kind.id if kind else None
            )

    def _shared(self, found: list[Found]) -> list[Found]:
        """In a list the date and issuer after its last document are those of all that lack them.

        A list stands under one type word ("các Quyết định số …, số … ngày … của …"). A document
        with a type word of its own shares the issuer alone, and only within one number series.
        """
        for i in range(len(found) - 2, -1, -1):
            one, after = found[i], found[i + 1]
            gap = grammar.LIST_GAP.fullmatch(self.reading.flat, one.end, after.start)
            if one.symbol is None or after.symbol is None or not gap:
                continue
            series = one.symbol.without_number == after.symbol.without_number
            if not (after.listed or series):
                continue
            date = one.date or (after.date if one.issuer is None and after.listed else None)
            issuer = one.issuer or after.issuer
            form: Form = "full" if date or issuer else one.form
            found[i] = replace(one, date=date, issuer=issuer, form=form)
        return self._of_one_body(found)

    def _of_one_body(self, found: list[Found]) -> list[Found]:
        """The issuer said before the first of a list is also that of those with its letters.

        "Sở A tại Tờ trình số 1/TTr-SA ngày … và Báo cáo số 2/BC-SA ngày …".
        """
        for i, after in enumerate(found[1:], 1):
            one = found[i - 1]
            gap = grammar.LIST_GAP.fullmatch(self.reading.flat, one.end, after.start)
            if not gap or after.issuer or not one.issuer or not one.symbol or not after.symbol:
                continue
            said_after = one.issuer in self.reading.words(one.start, one.end)
            if not said_after and one.symbol.bodies == after.symbol.bodies:
                found[i] = replace(after, issuer=one.issuer, form="full")
        return found


def _fitting(type_: str | None, symbol: Symbol) -> str | None:
    """The type word of a list, where the code's letters can be of that type."""
    possible = {kind.id for kind in types.by_symbol(symbol)}
    return type_ if not symbol.letters or not possible or type_ in possible else None
