"""Issuers: whose a cited document is, from the words after it or before it."""

from __future__ import annotations

from dataclasses import dataclass

from congvan.recognise import citation_grammar as grammar
from congvan.recognise.parties import PartyName, PartyReader

# A name that the register does not know is not looked for further than this.
_LONGEST = 140
_REACH = 60


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

    def before(self, start: int) -> str | None:
        """The issuer that a document follows: "Bộ Tài chính có Công văn số …".

        With "tại" it must itself follow "của": "đề nghị của Sở Nội vụ tại Tờ trình số …".
        """
        flat = self.parties.reading.flat
        floor = max(0, start - _REACH)
        match = grammar.SAID_BY.search(flat[floor:start])
        party = self._ending_at(floor + match.start()) if match else None
        if match is None or party is None:
            return None
        needs_of = bool(match["said"])
        after_of = grammar.OF.search(flat[max(0, party.start - 10) : party.start])
        return party.name if after_of or not needs_of else None

    def _ending_at(self, end: int) -> PartyName | None:
        floor = max(self.parties.reading.flat.rfind("\n", 0, end) + 1, end - _LONGEST)
        return next((p for p in self.parties.all(floor, end) if p.end == end), None)
