"""Leads: who a sentence gives its task to, who helps, and through whom it is sent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from congvan.language import vocabulary
from congvan.recognise.citation_grammar import TYPE
from congvan.recognise.deadlines import dated_term
from congvan.recognise.hidden_leads import HiddenLeads
from congvan.recognise.paragraphs import Paragraph
from congvan.recognise.parties import PartyName, PartyReader

_DUTY = re.compile(rf"\s*,?\s*{vocabulary.either('tasks', 'duties')}", re.IGNORECASE)
_ORDER = re.compile(rf"{vocabulary.either('tasks', 'orders')}\s+", re.IGNORECASE)
_COOPERATION = re.compile(rf"{vocabulary.either('tasks', 'cooperation')}\s+", re.IGNORECASE)
_THROUGH = re.compile(rf"{vocabulary.either('connectors', 'through')}\s+", re.IGNORECASE)
_COLON = re.compile(r"\s*:\s*")
_CLOSING = re.compile(
    rf"{vocabulary.either('tasks', 'closing_words')}\s*"
    rf"(?:(?:\w+\s+){{1,2}}{vocabulary.either('connectors', 'this')}\s*)?"
    r"(?:\.\s*/?\s*\.?|\.\.|;)?\s*$",
    re.IGNORECASE,
)
_CLOSING_OPENS = re.compile(vocabulary.either("tasks", "closing_opens"), re.IGNORECASE)
_ITSELF = re.compile(
    rf"{vocabulary.either('tasks', 'closing_words')}\s+{TYPE}\s+"
    rf"{vocabulary.either('connectors', 'this')}",
    re.IGNORECASE,
)
_EXECUTES = re.compile(vocabulary.either("tasks", "executes"), re.IGNORECASE)
_IN_FORCE = re.compile(
    rf"{TYPE}\s+(?:{vocabulary.either('connectors', 'this')}\s+)?"
    rf"{vocabulary.either('tasks', 'in_force')}",
    re.IGNORECASE,
)
_DONE = re.compile(vocabulary.either("tasks", "done"), re.IGNORECASE)
_REPORTS = re.compile(vocabulary.either("tasks", "reports"), re.IGNORECASE)
# "Giám đốc các Sở: Nội vụ, …": the names come after the colon.
_OPEN_LIST = re.compile(
    rf"{vocabulary.either('connectors', 'these')}\s+"
    rf"{vocabulary.either('parties', 'distributed')}$",
    re.IGNORECASE,
)
# A scan may leave a sign behind the colon that opens a list.
_OPENS = re.compile(r":\W{0,2}\w?\W?$")
_COURTESY = re.compile(vocabulary.either("tasks", "courtesies"), re.IGNORECASE)
_NAMES_AND_COLON = re.compile(
    rf"(?P<names>(?={vocabulary.either('parties', 'kinds')})[^.;:()\n]{{2,110}}?)\s*:\s*"
)
_NEXT_NAME = re.compile(rf"\s*,\s*(?={vocabulary.either('parties', 'kinds')})")
_DUTY_WORD = re.compile(vocabulary.either("tasks", "duties"))
_PERSON = re.compile(vocabulary.either("tasks", "persons"))
_ABOUT = re.compile(vocabulary.either("connectors", "about"), re.IGNORECASE)
_CLAUSE = re.compile(r"[,.;:)](?=\s)")
_PETITION = re.compile(rf"\s+{vocabulary.either('tasks', 'petitions')}", re.IGNORECASE)
# The last words of a paragraph that say what it is for.
_ENDING = 120
# Behind more preamble than this the task's own words begin with the order.
_PREAMBLE = 250
_LONGEST_GIVER = 80
# An order is looked for this far into a paragraph: "Trên cơ sở …, giao Sở Tài chính …".
_REACH = 900


@dataclass(frozen=True, slots=True)
class Lead:
    """Who is told, and where the words of their task begin."""

    names: tuple[str, ...]
    task: int
    chapeau: bool = False
    """Whether the tasks themselves stand in what follows."""


@dataclass(frozen=True, slots=True)
class LeadReader:
    """Reads who a paragraph of one text speaks to."""

    parties: PartyReader

    def lead(self, paragraph: Paragraph, inherits: bool, marked: bool) -> Lead | None:
        """The paragraph's own lead; None where it names none.

        Under a lead from above only a heading or an order at its very start sets another.
        """
        listed = self.parties.list_at(paragraph.text)
        found = self._heading(paragraph, marked, listed)
        found = found or self._ordered(paragraph, paragraph.text)
        found = found or self._acting(paragraph, listed)
        if found or inherits:
            return found
        return self._ordered_within(paragraph) or self._bound(paragraph)

    def _bound(self, paragraph: Paragraph) -> Lead | None:
        bound = HiddenLeads(self.parties).within(paragraph)
        return Lead((bound.party.name,), bound.task) if bound else None

    def _heading(
        self, paragraph: Paragraph, marked: bool, listed: tuple[PartyName, ...]
    ) -> Lead | None:
        """A name before its task, "4. Sở Nội vụ: Chủ trì …", or alone, "2. Sở Nội vụ"."""
        flat = self.parties.reading.flat
        end = listed[-1].end if listed else paragraph.text
        colon = _COLON.match(flat, end, paragraph.end)
        unknown = self._unknown_heading(paragraph) if paragraph.mark and not colon else None
        if unknown or not listed:
            return unknown
        if listed[0].name.isupper() or (colon and _OPEN_LIST.search(listed[-1].name)):
            return None
        alone = not flat[end : paragraph.end].strip(" .:")
        if alone and (marked or colon):
            return Lead(_names(listed), paragraph.text, chapeau=True)
        if colon is None or _PERSON.match(flat, colon.end()):
            return None
        return Lead(_names(listed), colon.end())

    def _unknown_heading(self, paragraph: Paragraph) -> Lead | None:
        """A heading of an item whose names hold commas or are misread: as they are printed."""
        flat = self.parties.reading.flat
        head = _NAMES_AND_COLON.match(flat, paragraph.text, paragraph.end)
        if head is None or _DUTY_WORD.search(head["names"]):
            return None
        names = tuple(" ".join(name.split()) for name in _NEXT_NAME.split(head["names"]))
        return Lead(names, head.end(), chapeau=head.end() == paragraph.end)

    def _ordered(self, paragraph: Paragraph, at: int) -> Lead | None:
        """An order from a place on: "Giao Sở Nội vụ …"."""
        flat = self.parties.reading.flat
        order = _ORDER.match(flat, at, paragraph.end)
        listed = self.parties.list_at(order.end()) if order else ()
        if not listed or listed[-1].end > paragraph.end:
            return None
        if not paragraph.mark and _PETITION.match(flat, listed[-1].end, paragraph.end):
            return None
        return self._told(paragraph, listed)

    def _acting(self, paragraph: Paragraph, listed: tuple[PartyName, ...]) -> Lead | None:
        """A name and at once what it does: "Sở Nội vụ chủ trì …"."""
        flat = self.parties.reading.flat
        duty = _DUTY.match(flat, listed[-1].end, paragraph.end) if listed else None
        if duty is None or listed[0].name.isupper():
            return None
        told = self._told(paragraph, listed)
        # "UBND tỉnh báo cáo … như sau:" opens a report, and tells nobody.
        return None if told.chapeau and not paragraph.mark and _REPORTS.search(duty[0]) else told

    def _ordered_within(self, paragraph: Paragraph) -> Lead | None:
        """An order later in the paragraph: "UBND tỉnh giao Sở …", "Trên cơ sở …, giao Sở …"."""
        flat = self.parties.reading.flat
        until = min(paragraph.end, paragraph.text + _REACH)
        for order in _ORDER.finditer(flat, paragraph.text, until):
            found = self._ordered(paragraph, order.start())
            if found is None or self._is_told_of(paragraph, order.start()):
                continue
            if found.chapeau or order.start() - paragraph.text <= _PREAMBLE:
                return found
            return replace(found, task=self._order_start(paragraph, order.start()))
        return None

    def _is_told_of(self, paragraph: Paragraph, order: int) -> bool:
        """Whether the order is what another document is about: "về việc … và giao Sở …"."""
        clause = _CLAUSE.split(self.parties.reading.flat[paragraph.text : order])[-1]
        return _ABOUT.search(clause) is not None or _DONE.search(clause) is not None

    def _order_start(self, paragraph: Paragraph, order: int) -> int:
        """Where the order begins, with the name of who gives it."""
        flat = self.parties.reading.flat
        comma = max(flat.rfind(sign, paragraph.text, order) for sign in (",", ";", ")"))
        gap = order - comma
        return comma + 2 if paragraph.text <= comma and gap <= _LONGEST_GIVER else order

    def _told(self, paragraph: Paragraph, listed: tuple[PartyName, ...]) -> Lead:
        """The task of an order is the whole paragraph; one that ends with a colon only opens."""
        flat = self.parties.reading.flat
        opens = _OPENS.search(flat, listed[-1].end, paragraph.end) is not None
        return Lead(_names(listed), paragraph.text, chapeau=opens)

    def helping(self, start: int, end: int) -> tuple[str, ...]:
        """Who cooperates, in the order they are named between two places."""
        found: list[str] = []
        flat, free = self.parties.reading.flat, start
        for match in _COOPERATION.finditer(flat, start, end):
            if match.start() >= free:
                listed = [p for p in self.parties.list_at(match.end()) if p.end <= end]
                found.extend(_names(listed))
                free = listed[-1].end if listed else match.end()
        return tuple(dict.fromkeys(found))

    def via(self, start: int, end: int) -> str | None:
        """The agency through which the task is sent in: "(thông qua Sở …)"."""
        for match in _THROUGH.finditer(self.parties.reading.flat, start, end):
            party = self.parties.one_at(match.end())
            if party and party.end <= end and self.parties.reading.flat[party.start].isupper():
                return party.name
        return None

    def closes(self, paragraph: Paragraph, *, named: bool) -> bool:
        """Whether a paragraph or article only closes the text and sets it to work.

        How it ends counts where it names who is to do so; one under a heading has its own task.
        """
        if paragraph.mark and paragraph.level != "article":
            return False
        words = self.parties.reading.flat[paragraph.text : paragraph.end]
        ends = named and (_CLOSING.search(words[-60:]) or _ITSELF.search(words))
        courtesy = named and not paragraph.mark and _COURTESY.search(words[-_ENDING:])
        if (
            courtesy
            and dated_term(self.parties.reading.flat, paragraph.text, paragraph.end) is None
        ):
            return True
        sets_to_work = paragraph.level == "article" and _EXECUTES.search(words[-_ENDING:])
        return bool(_CLOSING_OPENS.match(words) or _IN_FORCE.match(words) or ends or sets_to_work)


def _names(listed: Iterable[PartyName]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.name for party in listed))
