"""Leads that act: a name and at once what it does, at the head of a sentence or after a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from congvan.language import vocabulary
from congvan.recognise.citation_grammar import TYPE
from congvan.recognise.closings import ends_in_closing
from congvan.recognise.heading_leads import Lead, names_of
from congvan.recognise.paragraphs import Paragraph
from congvan.recognise.parties import PartyName, PartyReader
from congvan.recognise.speakers import Speaker

DUTY = re.compile(rf"\s*,?\s*{vocabulary.either('tasks', 'duties')}", re.IGNORECASE)
_BEFORE_DUTY = re.compile(
    rf"[^.;:,()\n]{{1,60}}?(?=\s+{vocabulary.either('tasks', 'strong_duties')})"
)
_NO_NAME = re.compile(vocabulary.either("parties", "never_in_names"))
_REPORTS = re.compile(vocabulary.either("tasks", "reports"), re.IGNORECASE)
# A scan may leave a sign behind the colon that opens a list.
_OPENS = re.compile(r":\W{0,2}\w?\W?$")
_PREAMBLE = re.compile(vocabulary.either("tasks", "preambles"), re.IGNORECASE)
# In a plain paragraph these alone: others tell why the paper was written.
_PLAIN_PREAMBLE = re.compile(
    rf"{vocabulary.either('tasks', 'plain_preambles')}"
    rf"|{_PREAMBLE.pattern}\s+{TYPE}\s+{vocabulary.either('connectors', 'this')}",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s+")
# "… tổ chức thực hiện" after the names, with items under it, opens them as a colon does.
_ONLY_SETS = 60
# A preamble is no longer than this.
_REACH = 400


@dataclass(frozen=True, slots=True)
class ActingLeads:
    """Reads who acts in the paragraphs of one text."""

    parties: PartyReader
    speaker: Speaker

    def read(self, paragraph: Paragraph, listed: tuple[PartyName, ...]) -> Lead | None:
        """Who acts at once: "Sở Nội vụ chủ trì …"; `listed` are the names it begins with."""
        listed = self._whole(paragraph, listed)
        duty = self._duty(paragraph, listed)
        if duty is None or listed[0].name.isupper() or self._speaks(paragraph, listed):
            return None
        told = self.told(paragraph, listed)
        # "Sở Nội vụ báo cáo … như sau:" opens a report, and tells nobody.
        return None if told.chapeau and not paragraph.mark and _REPORTS.search(duty[0]) else told

    def after_preamble(self, paragraph: Paragraph) -> Lead | None:
        """Who acts after a clause: "Trên cơ sở đề nghị của Sở A, Sở B tổng hợp …"."""
        opening = _PREAMBLE if paragraph.mark else _PLAIN_PREAMBLE
        flat = self.parties.reading.flat
        if not opening.match(flat, paragraph.text, paragraph.end):
            return None
        doubtful = None
        for comma in _COMMA.finditer(flat, paragraph.text, self._until(paragraph)):
            listed = self._whole(paragraph, self.parties.list_at(comma.end()))
            if self._duty(paragraph, listed) is None or self._speaks(paragraph, listed):
                continue
            told = self.told(paragraph, listed)
            if told.chapeau and not paragraph.mark:
                return None
            if comma.start() not in self._ends(paragraph, comma.start()):
                return told
            doubtful = told
        return doubtful

    def told(self, paragraph: Paragraph, listed: tuple[PartyName, ...]) -> Lead:
        """The task of an order is the whole paragraph; one that ends with a colon only opens."""
        flat = self.parties.reading.flat
        opens = _OPENS.search(flat, listed[-1].end, paragraph.end) is not None
        rest = flat[listed[-1].end : paragraph.end].rstrip(" 0123456789")
        sets = bool(paragraph.mark) and len(rest) < _ONLY_SETS and ends_in_closing(rest)
        return Lead(names_of(listed), paragraph.text, chapeau=opens, closing=sets)

    def _duty(self, paragraph: Paragraph, listed: tuple[PartyName, ...]) -> re.Match[str] | None:
        flat = self.parties.reading.flat
        return DUTY.match(flat, listed[-1].end, paragraph.end) if listed else None

    def _whole(self, paragraph: Paragraph, listed: tuple[PartyName, ...]) -> tuple[PartyName, ...]:
        """The names, the last with the small words before its duty: "Vụ Tổ chức cán bộ chủ trì"."""
        if not listed or self._duty(paragraph, listed):
            return listed
        last, reading = listed[-1], self.parties.reading
        more = _BEFORE_DUTY.match(reading.flat, last.end, paragraph.end)
        if more is None or _NO_NAME.search(more[0]):
            return listed
        name = reading.named(last.start, more.end())
        return (*listed[:-1], replace(last, end=more.end(), name=name))

    def _speaks(self, paragraph: Paragraph, listed: tuple[PartyName, ...]) -> bool:
        """Whether those who act are the speakers of the paper; an item may tell them too."""
        return self.speaker.is_one_of(names_of(listed), items=bool(paragraph.mark))

    def _until(self, paragraph: Paragraph) -> int:
        return min(paragraph.end, paragraph.text + _REACH)

    def _ends(self, paragraph: Paragraph, until: int) -> Iterator[int]:
        """Where the names of the preamble end: a list after one may be the rest of it."""
        return (party.end for party in self.parties.all(paragraph.text, until))
