"""Assignments: each item that tells someone to do something, with its own or inherited lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from congvan.model.assignment import Assignment, Deadline
from congvan.recognise.acting_leads import DUTY
from congvan.recognise.closings import closes
from congvan.recognise.deadlines import deadline, term_of_item
from congvan.recognise.heading_leads import Lead
from congvan.recognise.hidden_leads import HiddenLeads
from congvan.recognise.inline_items import inline_items
from congvan.recognise.leads import LeadReader
from congvan.recognise.outline import Entry
from congvan.recognise.parties import PartyReader
from congvan.recognise.speakers import NOBODY, Speaker


@dataclass(frozen=True, slots=True)
class _Told:
    """Who was told, from the place where their task begins."""

    lead: tuple[str, ...]
    with_: tuple[str, ...]
    inherited: bool = False
    """Whether an item above tells them."""


class _Above:
    """Who has been told so far, by the item that told them."""

    def __init__(self, entries: Sequence[Entry], flat: str) -> None:
        self._parents = {entry.item.anchor: entry.item.parent for entry in entries}
        self.with_items = {entry.item.parent for entry in entries if entry.item.mark}
        """The items that have items of their own under them."""
        plain = [(e.item.parent, e.item.anchor) for e in entries if not e.item.mark]
        self._firsts = {above: anchor for above, anchor in reversed(plain) if above}
        """The first plain paragraph under each item that is cut or a heading."""
        self._headings = {e.item.anchor for e in entries if _heads(e, flat)} & set(self._firsts)
        self._told: dict[str, _Told] = {}
        self._opening: _Told | None = None

    def put(self, entry: Entry, told: _Told) -> None:
        """Tells those under the item; an opening paragraph tells all that follows."""
        if entry.item.mark:
            self._told[entry.item.anchor] = told
        else:
            self._opening = told

    def of(self, entry: Entry) -> _Told | None:
        """What the nearest item above with a lead says, or else the opening sentence.

        Of the plain paragraphs under a heading the first alone is told by it.
        """
        anchor = entry.item.parent
        if not entry.item.mark and not self._is_first(entry):
            return None
        while anchor is not None:
            if anchor in self._told:
                return self._told[anchor]
            anchor = self._parents.get(anchor)
        return self._opening if entry.item.mark else None

    def claims(self, entry: Entry) -> bool:
        """Whether an item without a lead of its own is a task: not where others stand under it,
        items or the paragraph that a heading heads."""
        return entry.item.anchor not in self.with_items | self._headings

    def _is_first(self, entry: Entry) -> bool:
        """Whether a plain paragraph is the first under a heading or under one who is told."""
        above = entry.item.parent or ""
        headed = above in self._headings or above in self._told
        return headed and self._firsts.get(above) == entry.item.anchor


def _heads(entry: Entry, flat: str) -> bool:
    """Whether an item can be a heading: one that begins with a duty is a task, cut by a page."""
    paragraph = entry.paragraph
    opens = flat[paragraph.text : paragraph.end].endswith(":")
    return opens or DUTY.match(flat, paragraph.text, paragraph.end) is None


@dataclass(frozen=True, slots=True)
class AssignmentReader:
    """Reads the tasks of one body."""

    parties: PartyReader
    entries: Sequence[Entry]
    speaker: Speaker = NOBODY

    def read(self) -> tuple[Assignment, ...]:
        """One task for each numbered or lettered item, dash or paragraph that has a lead.

        The lead is the item's own, or the one of the heading or opening sentence above it.
        """
        return tuple(self._tasks())

    def _tasks(self) -> Iterator[Assignment]:
        leads = LeadReader(self.parties, self.speaker)
        flat = self.parties.reading.flat
        above = _Above(self.entries, flat)
        for entry in self.entries:
            inherited = above.of(entry)
            lead = leads.lead(entry.paragraph, inherited is not None, bool(entry.item.mark))
            told = self._told(leads, lead, entry) if lead else inherited
            told = replace(told, inherited=lead is None) if told else None
            start = lead.task if lead else entry.paragraph.text
            if told is None or closes(flat, entry.paragraph, start, named=lead is not None):
                continue
            if lead and (lead.chapeau or entry.item.anchor in above.with_items):
                above.put(entry, told)
            if lead and lead.chapeau:
                continue
            if lead is None and not above.claims(entry):
                continue
            yield from self._parts(leads, entry, lead, told)

    def _parts(
        self, leads: LeadReader, entry: Entry, lead: Lead | None, told: _Told
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
        all_told = [told, *(_Told((bound.party.name,), ()) for bound in further)]
        for one, (begin, end) in zip(all_told, pairwise(bounds), strict=True):
            yield self._assignment(leads, entry, one, begin, end)

    def _told(self, leads: LeadReader, lead: Lead, entry: Entry) -> _Told:
        return _Told(lead.names, leads.helping(lead.task, entry.paragraph.end))

    def _assignment(
        self, leads: LeadReader, entry: Entry, told: _Told, start: int, end: int
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
        found = deadline(flat, start, end)
        reference = None if found else term_of_item(flat, start, end)
        if reference is None:
            return found
        phrase, number = reference
        named = (e.paragraph for e in self.entries if e.item.anchor == f"m{number}")
        other = next((deadline(flat, p.text, p.end) for p in named), None)
        return Deadline(phrase, other.when, other.due) if other else Deadline(phrase, "")
