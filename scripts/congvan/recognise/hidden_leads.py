"""Leads that no order and no heading names: they stand inside a sentence that binds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from congvan.language import vocabulary
from congvan.recognise.deadlines import dated_term
from congvan.recognise.paragraphs import Paragraph
from congvan.recognise.parties import PartyName, PartyReader
from congvan.recognise.speakers import Speaker

_BOUND = re.compile(rf"\s*,?\s*{vocabulary.either('tasks', 'strong_duties')}", re.IGNORECASE)
_DUTY_NAMED = re.compile(vocabulary.either("tasks", "strong_duties"), re.IGNORECASE)
_DOES = re.compile(
    rf"\s*(?:{vocabulary.either('tasks', 'duties')}|{vocabulary.either('tasks', 'finishing')})",
    re.IGNORECASE,
)
_PERMITS = re.compile(vocabulary.either("tasks", "permissions"), re.IGNORECASE)
_SENTENCE = re.compile(r"(?:[.;]|^)\s*$")
_CLAUSE = re.compile(r";\s*$")
_WITH = re.compile(rf"{vocabulary.either('tasks', 'cooperation')}\s+$", re.IGNORECASE)
_QUOTE = re.compile(r"[“\"]")
# A party is looked for this far into a paragraph; a longer one is an account, not a task.
_REACH = 1500
# Behind more than this the task of an item begins with who is bound.
_PREAMBLE = 250


@dataclass(frozen=True, slots=True)
class Bound:
    """A party with the place where its task begins."""

    party: PartyName
    task: int


@dataclass(frozen=True, slots=True)
class HiddenLeads:
    """Finds who is bound inside the paragraphs of one text."""

    parties: PartyReader
    speaker: Speaker

    def within(self, paragraph: Paragraph) -> Bound | None:
        """Who a paragraph without order or heading binds; None where it binds nobody.

        "… Hội A có trách nhiệm chuẩn bị …", "Thống nhất gia hạn … Hội A … chậm nhất đến ngày …",
        "Kết thúc tháng, các đơn vị báo cáo … trước ngày …".
        """
        flat = self.parties.reading.flat
        if _QUOTE.search(flat, paragraph.text, paragraph.end):
            return None
        binds = _DUTY_NAMED.search(flat, paragraph.text, paragraph.end)
        sentence = next(self._opening(paragraph, _SENTENCE, _BOUND), None) if binds else None
        if sentence:
            whole = paragraph.mark and sentence.start - paragraph.text <= _PREAMBLE
            return Bound(sentence, paragraph.text if whole else sentence.start)
        until = min(paragraph.end, paragraph.text + _REACH)
        term = dated_term(flat, paragraph.text, until, self.speaker.day)
        return self._due(paragraph, term) if term else None

    def further(self, paragraph: Paragraph, start: int) -> Iterator[Bound]:
        """Who else a plain paragraph tells, each after a semicolon: "…; Thủ trưởng …"."""
        if not paragraph.mark and ";" in self.parties.reading.flat[start : paragraph.end]:
            for party in self._opening(paragraph, _CLAUSE, _DOES, start):
                yield Bound(party, party.start)

    def _opening(
        self,
        paragraph: Paragraph,
        before: re.Pattern[str],
        duty: re.Pattern[str],
        start: int | None = None,
    ) -> Iterator[PartyName]:
        """The parties with a capital that open a clause and have a duty right after them."""
        flat, floor = self.parties.reading.flat, paragraph.text
        until = min(paragraph.end, floor + _REACH)
        for party in self.parties.all(floor if start is None else start, until):
            if self.speaker.is_one_of((party.name,)):
                continue
            opens = flat[party.start].isupper() and before.search(flat[floor : party.start][-8:])
            if opens and duty.match(flat, party.end, paragraph.end):
                yield party

    def _helps(self, party: PartyName) -> bool:
        """Whether a party is named as one to cooperate with."""
        return (
            _WITH.search(self.parties.reading.flat[max(0, party.start - 40) : party.start])
            is not None
        )

    def _due(self, paragraph: Paragraph, term: int) -> Bound | None:
        """Who has a dated term: those permitted something, or those who do it right after."""
        flat = self.parties.reading.flat
        named = [
            party
            for party in self.parties.all(paragraph.text, term)
            if not self.speaker.is_one_of((party.name,)) and not self._helps(party)
        ]
        if _PERMITS.match(flat, paragraph.text):
            bodies = (party for party in named if party.named and flat[party.start].isupper())
        else:
            bodies = (p for p in named if _DOES.match(flat, p.end, term) and p.end < term)
        party = next(bodies, None)
        return Bound(party, paragraph.text) if party else None
