"""Issuers: whose a cited document is, from the words after it or before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from congvan.language import vocabulary
from congvan.model.symbol import Symbol
from congvan.recognise import citation_grammar as grammar
from congvan.recognise.body_letters import bears
from congvan.recognise.parties import PartyName, PartyReader
from congvan.recognise.reading import CAPITAL, SMALL

# A name that the register does not know is not looked for further than this.
_LONGEST = 140
_REACH = 60
# More small words than these, and what runs on after a name is no name.
_MOST_WORDS = 8

_AND = vocabulary.either("connectors", "and")
_ABOUT = vocabulary.either("connectors", "about")
_LEVEL = vocabulary.either("parties", "levels")
_LONG_KIND = re.compile(vocabulary.either("citations", "long_kinds"))
_ENDS = vocabulary.alternation(
    word
    for word in vocabulary.words("citations", "issuer_ends")
    if word not in vocabulary.words("connectors", "and")
)
_LONG_END = re.compile(
    rf"\s+(?P<about>{_ABOUT})|\s+(?={_ENDS})|[.;:()\"“”\n]|,(?!\s+(?-i:{SMALL}))|$",
    re.IGNORECASE,
)
_STOPS = re.compile(vocabulary.either("citations", "issuer_ends"), re.IGNORECASE)
_FEW_SMALL = re.compile(rf"(?:\s+{SMALL}+){{1,4}}")
_KIND = re.compile(rf"{vocabulary.either('parties', 'kinds')}\s+")
_ENUMERATED = re.compile(rf",|\s{_AND}\s", re.IGNORECASE)
_AT_LEVEL = re.compile(rf"\s{_LEVEL}(?:\s+{CAPITAL}\w*){{0,4}}$")
_ACTED = re.compile(
    rf"""
    \s+ (?: \( [^()]{{0,60}} \) \s+ )? (?: {vocabulary.either("citations", "acts")} \s+ )?
    {vocabulary.either("citations", "acted_in")} \s+ $
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A glance that saves the search.
_LAST_WORDS = tuple({words.split()[-1] for words in vocabulary.words("citations", "acted_in")})


@dataclass(frozen=True)
class IssuerReader:
    """Reads the issuers of the documents of one text."""

    parties: PartyReader

    def after(self, end: int) -> tuple[str | None, int]:
        """The issuer that follows a document, "của BTV Tỉnh ủy", and where it ends."""
        flat = self.parties.reading.flat
        opened = grammar.ITS_ISSUER.match(flat, end)
        if opened is None:
            return None, end
        known = self.parties.one_at(opened.end())
        until = self._with_partner(known) if known else self._unknown_end(opened.end())
        until = self._long_end(opened.end(), until) or self._inner_end(opened.end(), until)
        if until is None:
            return None, end
        return self.parties.reading.words(opened.end(), until), until

    def _with_partner(self, party: PartyName) -> int:
        """Joint documents have two: "Bộ Y tế và Bộ Tài nguyên và Môi trường"."""
        flat = self.parties.reading.flat
        gap = grammar.AND.match(flat, party.end)
        partner = self.parties.one_at(gap.end()) if gap else None
        return partner.end if partner and flat[partner.start].isupper() else party.end

    def _unknown_end(self, start: int) -> int | None:
        flat = self.parties.reading.flat
        if not flat[start : start + 1].isupper():
            return None
        stop = grammar.ISSUER_END.search(flat, start, start + _LONGEST)
        return stop.start() if stop and stop.start() > start else None

    def _long_end(self, start: int, known: int | None) -> int | None:
        """The end of a name that goes on in small letters: "Hội Từ thiện Chung tay vì cộng đồng".

        One that enumerates, "Ban Chỉ đạo phòng, chống thiên tai", must end with its level or at the
        document's subject.
        """
        flat = self.parties.reading.flat
        if known is None or not _LONG_KIND.match(flat, start):
            return None
        if self.parties.known.names(flat, start)[0] == known or _AT_LEVEL.search(flat[start:known]):
            return None
        stop = _LONG_END.search(flat, known, known + _LONGEST)
        further = flat[known : stop.start()] if stop else ""
        if not stop or not further.strip() or grammar.ANY_TYPE.search(further):
            return None
        if _ENUMERATED.search(further):
            whole = stop["about"] or _AT_LEVEL.search(flat[start : stop.start()])
            return stop.start() if whole else None
        return stop.start() if len(further.split()) <= _MOST_WORDS else None

    def _inner_end(self, start: int, until: int | None) -> int | None:
        """The end of a part's name that holds a body's: "Thanh tra Bộ Lao động - Thương binh …"."""
        kind = _KIND.match(self.parties.reading.flat, start)
        inner = self.parties.one_at(kind.end()) if kind and until else None
        return inner.end if inner and until and inner.start < until < inner.end else until

    def before(self, start: int, symbol: Symbol | None = None) -> str | None:
        """The issuer that a document follows: "Bộ Tài chính có Công văn số …".

        With "tại" it must itself follow "của" ("đề nghị của Sở Nội vụ tại Tờ trình số …"), or the
        code must bear its letters: "Sở Tư pháp thẩm định tại Báo cáo số 9/BC-STP".
        """
        flat = self.parties.reading.flat
        floor = max(0, start - _REACH)
        match = grammar.SAID_BY.search(flat[floor:start])
        party = self._ending_at(floor + match.start()) if match else None
        if match and party:
            after_of = grammar.OF.search(flat[max(0, party.start - 10) : party.start])
            if after_of or not match["said"] or bears(symbol, party.name):
                return party.name
        return self._acting(floor, start, symbol) if symbol else None

    def _acting(self, floor: int, start: int, symbol: Symbol) -> str | None:
        window = self.parties.reading.flat[floor:start]
        if not window.rstrip().lower().endswith(_LAST_WORDS):
            return None
        match = _ACTED.search(window)
        party = self._ending_at(floor + match.start()) if match else None
        return party.name if party and bears(symbol, party.name) else None

    def _ending_at(self, end: int) -> PartyName | None:
        floor = max(self.parties.reading.flat.rfind("\n", 0, end) + 1, end - _LONGEST)
        last = None
        for party in self.parties.all(floor, end):
            if party.end == end:
                return party
            last = party
        return self._running_on(last, end) if last else None

    def _running_on(self, party: PartyName, end: int) -> PartyName | None:
        """A name that goes on in a few small letters: "Hội Cựu thanh niên xung phong tỉnh có …"."""
        flat = self.parties.reading.flat
        further = _FEW_SMALL.fullmatch(flat, party.end, end)
        if not further or _STOPS.search(further[0]) or not _LONG_KIND.match(flat, party.start):
            return None
        if _AT_LEVEL.search(flat[party.start : party.end]):
            return None
        return PartyName(party.start, end, self.parties.reading.words(party.start, end))
