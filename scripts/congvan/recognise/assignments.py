"""Assignments: each item that tells someone to do something, with its own or inherited lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from congvan.model.assignment import Assignment, Deadline
from congvan.recognise.closings import closes
from congvan.recognise.deadlines import deadline, term_of_item
from congvan.recognise.heading_leads import Lead
from congvan.recognise.hidden_leads import HiddenLeads
from congvan.recognise.inline_items import inline_items
from congvan.recognise.leads import LeadReader
from congvan.recognise.outline import Entry
from congvan.recognise.parties import PartyReader
from congvan.recognise.speakers import NOBODY, Speaker
from congvan.recognise.told import Above, Told


@dataclass(frozen=True, slots=True)
class AssignmentReader:
    """Reads the tasks of one body."""

    parties: PartyReader
    entries: Sequence[Entry]
    speaker: Speaker = NOBODY

    def read(self) -> tuple[Assignment, ...]:
        """One task for each numbered or lettered item, dash or paragraph that has a lead.

        The lead is the item's own, or the one of the heading or opening sentence above it. A
        paper that accounts to a superior gives no tasks.
        """
        return () if self.speaker.accounts else tuple(self._tasks())

    def _tasks(self) -> Iterator[Assignment]:
        leads = LeadReader(self.parties, self.speaker)
        flat = self.parties.reading.flat
        above = Above(self.entries, flat)
        for entry in self.entries:
            if above.is_thing(entry) or above.is_quoted(entry):
                continue
            inherited = above.of(entry)
            held = inherited is not None and not above.only_opened(entry)
            lead = leads.lead(entry.paragraph, inherited is not None, held)
            told = self._told(leads, lead, entry) if lead else inherited
            start = lead.task if lead else entry.paragraph.text
            if told is None or closes(flat, entry.paragraph, start, named=lead is not None):
                continue
            opens = lead is not None and above.opens(entry, lead)
            if opens or (lead and above.parts(entry)):
                above.put(entry, told)
            if opens or (lead is None and not above.claims(entry)):
                continue
            yield from self._parts(leads, entry, lead, told)

    def _parts(
        self, leads: LeadReader, entry: Entry, lead: Lead | None, told: Told
    ) -> Iterator[Assignment]:
        """The one task of an entry, or each of those that it lists inside itself."""
        paragraph, flat = entry.paragraph, self.parties.reading.flat
        start = lead.task if lead else paragraph.text
        listed = inline_items(flat, start, paragraph.end)
        if listed:
            yield from (self._assignment(leads, entry, told, s, e) for s, e in listed)
            return
        hidden = HiddenLeads(self.parties, self.speaker)
        further = list(hidden.further(paragraph, start)) if lead else []
        bounds = [start, *(bound.task for bound in further), paragraph.end]
        all_told = [told, *(Told((bound.party.name,), ()) for bound in further)]
        for one, (begin, end) in zip(all_told, pairwise(bounds), strict=True):
            yield self._assignment(leads, entry, one, begin, end)

    def _told(self, leads: LeadReader, lead: Lead, entry: Entry) -> Told:
        return Told(lead.names, leads.helping(lead.task, entry.paragraph.end))

    def _assignment(
        self, leads: LeadReader, entry: Entry, told: Told, start: int, end: int
    ) -> Assignment:
        reading, item = self.parties.reading, entry.item
        helping = leads.helping(start, end) or told.with_
        # A paragraph under a heading that names the lead stands in the heading's item.
        under = not item.mark and item.parent is not None and told.inherited
        return Assignment(
            span=reading.span(start, end),
            text=reading.words(start, end),
            anchor=str(item.parent) if under else item.anchor,
            lead=told.lead,
            with_=tuple(name for name in helping if name not in told.lead),
            deadline=self._deadline(start, end),
            via=leads.via(start, end),
        )

    def _deadline(self, start: int, end: int) -> Deadline | None:
        """The task's own term, or that of the item it refers to."""
        flat = self.parties.reading.flat
        found = deadline(flat, start, end, self.speaker.day)
        reference = None if found else term_of_item(flat, start, end)
        if reference is None:
            return found
        phrase, number = reference
        named = (e.paragraph for e in self.entries if e.item.anchor == f"m{number}")
        other = next((deadline(flat, p.text, p.end, self.speaker.day) for p in named), None)
        return Deadline(phrase, other.when, other.due) if other else Deadline(phrase, "")
