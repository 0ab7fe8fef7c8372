"""Leads: who a sentence gives its task to, who helps, and through whom it is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from congvan.language import vocabulary
from congvan.recognise.acting_leads import ActingLeads
from congvan.recognise.closings import ends_in_closing
from congvan.recognise.heading_leads import HeadingLeads, Lead, names_of
from congvan.recognise.hidden_leads import HiddenLeads
from congvan.recognise.paragraphs import Paragraph
from congvan.recognise.parties import PartyReader
from congvan.recognise.reading import CAPITAL
from congvan.recognise.speakers import Speaker

_ORDER = re.compile(rf"{vocabulary.either('tasks', 'orders')}(?:\s*:\s*|\s+)", re.IGNORECASE)
_COOPERATION = re.compile(rf"{vocabulary.either('tasks', 'cooperation')}\s+", re.IGNORECASE)
_THROUGH = re.compile(rf"{vocabulary.either('connectors', 'through')}\s+", re.IGNORECASE)
_DONE = re.compile(vocabulary.either("tasks", "done"), re.IGNORECASE)
_PASSIVE = re.compile(rf"(?:{vocabulary.either('connectors', 'by')}|\()\s*$", re.IGNORECASE)
_SENTENCE = re.compile(rf"\.\s+(?={CAPITAL})")
_CLAUSE_ENDS = (",", ";", ".")
_ABOUT = re.compile(vocabulary.either("connectors", "about"), re.IGNORECASE)
_CLAUSE = re.compile(r"[,.;:)](?=\s)")
_PETITION = re.compile(rf"\s+{vocabulary.either('tasks', 'petitions')}", re.IGNORECASE)
# Behind more preamble than this the task's own words begin with the order.
_PREAMBLE = 250
_LONGEST_GIVER = 80
# An order is looked for this far into a paragraph: "Trên cơ sở …, giao Sở Tài chính …".
_REACH = 900


@dataclass(frozen=True, slots=True)
class LeadReader:
    """Reads who a paragraph of one text speaks to."""

    parties: PartyReader
    speaker: Speaker

    def lead(self, paragraph: Paragraph, inherits: bool, held: bool) -> Lead | None:
        """The paragraph's own lead; None where it names none.

        One that inherits a lead sets another by a heading or an order at its very start; where
        the opening sentence alone tells it (not `held`), by an order at the head of a clause too.
        """
        listed = self.parties.list_at(paragraph.text)
        found = HeadingLeads(self.parties).read(paragraph, listed)
        found = found or self._ordered(paragraph, paragraph.text)
        acting = ActingLeads(self.parties, self.speaker)
        found = found or acting.read(paragraph, listed)
        if found is None and not held:
            found = self._ordered_within(paragraph, clause=inherits)
        if found is None and not inherits:
            found = acting.after_preamble(paragraph) or self._bound(paragraph)
        return self._after_closing(paragraph, found) if found else None

    def _bound(self, paragraph: Paragraph) -> Lead | None:
        bound = HiddenLeads(self.parties, self.speaker).within(paragraph)
        return Lead((bound.party.name,), bound.task) if bound else None

    def _after_closing(self, paragraph: Paragraph, found: Lead) -> Lead:
        """The order of a later sentence, where the first only sets the text to work:
        "Yêu cầu các sở thực hiện Chỉ thị này. Giao Sở Nội vụ theo dõi …"."""
        flat = self.parties.reading.flat
        end = None if paragraph.mark else _SENTENCE.search(flat, found.task, paragraph.end)
        if end is None or not ends_in_closing(flat[found.task : end.start()]):
            return found
        later = self._ordered(paragraph, end.end())
        return replace(later, task=end.end()) if later else found

    def _ordered(self, paragraph: Paragraph, at: int) -> Lead | None:
        """An order from a place on: "Giao Sở Nội vụ …"."""
        flat = self.parties.reading.flat
        order = _ORDER.match(flat, at, paragraph.end)
        listed = self.parties.list_at(order.end()) if order else ()
        if not listed or listed[-1].end > paragraph.end:
            return None
        if self.speaker.asks_above(party.name for party in listed):
            return None
        if not paragraph.mark and _PETITION.match(flat, listed[-1].end, paragraph.end):
            return None
        return ActingLeads(self.parties, self.speaker).told(paragraph, listed)

    def _ordered_within(self, paragraph: Paragraph, *, clause: bool) -> Lead | None:
        """An order later in the paragraph: "UBND tỉnh giao Sở …", "Trên cơ sở …, giao Sở …"."""
        flat = self.parties.reading.flat
        until = min(paragraph.end, paragraph.text + _REACH)
        for order in _ORDER.finditer(flat, paragraph.text, until):
            found = self._ordered(paragraph, order.start())
            if found is None or self._is_told_of(paragraph, order.start()):
                continue
            if clause and flat[: order.start()].rstrip()[-1:] not in _CLAUSE_ENDS:
                continue
            if found.chapeau or order.start() - paragraph.text <= _PREAMBLE:
                return found
            return replace(found, task=self._order_start(paragraph, order.start()))
        return None

    def _is_told_of(self, paragraph: Paragraph, order: int) -> bool:
        """Whether the order is another's: "về việc … giao Sở …", "được giao cho Sở …"."""
        before = self.parties.reading.flat[paragraph.text : order]
        clause = _CLAUSE.split(before)[-1]
        told_of = _ABOUT.search(clause) or _DONE.search(clause) or _PASSIVE.search(before)
        return told_of is not None

    def _order_start(self, paragraph: Paragraph, order: int) -> int:
        """Where the order begins, with the name of who gives it."""
        flat = self.parties.reading.flat
        comma = max(flat.rfind(sign, paragraph.text, order) for sign in (",", ";", ")"))
        gap = order - comma
        return comma + 2 if paragraph.text <= comma and gap <= _LONGEST_GIVER else order

    def helping(self, start: int, end: int) -> tuple[str, ...]:
        """Who cooperates, in the order they are named between two places."""
        found: list[str] = []
        flat, free = self.parties.reading.flat, start
        for match in _COOPERATION.finditer(flat, start, end):
            if match.start() >= free:
                listed = [p for p in self.parties.list_at(match.end()) if p.end <= end]
                found.extend(names_of(listed))
                free = listed[-1].end if listed else match.end()
        return tuple(dict.fromkeys(found))

    def via(self, start: int, end: int) -> str | None:
        """The agency through which the task is sent in: "(thông qua Sở …)"."""
        for match in _THROUGH.finditer(self.parties.reading.flat, start, end):
            party = self.parties.one_at(match.end())
            if party and party.end <= end and self.parties.reading.flat[party.start].isupper():
                return party.name
        return None
