"""Leads that head their tasks: a name before a colon, or alone above the items under it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from congvan.language import vocabulary
from congvan.recognise.paragraphs import Paragraph
from congvan.recognise.parties import PartyName, PartyReader
from congvan.recognise.reading import CAPITAL

_COLON = re.compile(r"\s*:\s*")
_DUTY_WORD = re.compile(vocabulary.either("tasks", "duties"))
_DUTY_FIRST = re.compile(vocabulary.either("tasks", "duties"), re.IGNORECASE)
# A duty misread before a colon: "UBND huyện chu trách nhiệm:".
_DUTY_NOUN = re.compile(rf"[^.;:()\n]{{1,20}}{vocabulary.either('tasks', 'duty_nouns')}\s*:\s*")
_OPENS_LIST = re.compile(rf"{vocabulary.either('tasks', 'list_openings')}$")
_PERSON = re.compile(vocabulary.either("tasks", "persons"))
_ACCOUNT = re.compile(vocabulary.either("tasks", "accounts"), re.IGNORECASE)
_ABOUT_WHOM = re.compile(
    rf"{vocabulary.either('tasks', 'heading_openings')}\s*:?\s+", re.IGNORECASE
)
# "Giám đốc các Sở: Nội vụ, …": the names come after the colon.
_OPEN_LIST = re.compile(
    rf"{vocabulary.either('connectors', 'these')}\s+"
    rf"{vocabulary.either('parties', 'distributed')}$",
    re.IGNORECASE,
)
_NAMES_AND_COLON = re.compile(
    rf"(?P<names>(?={vocabulary.either('parties', 'kinds')}\s+{CAPITAL})[^.;:()\n]{{2,110}}?)"
    r"\s*:\s*"
)
_REST_OF_NAME = re.compile(r"\s+[^.,;:()\n\d]{1,60}(?<![\s,])")
_NO_NAME = re.compile(vocabulary.either("parties", "stops_names"), re.IGNORECASE)
_NEXT_NAME = re.compile(rf"\s*,\s*(?={vocabulary.either('parties', 'kinds')})")


@dataclass(frozen=True, slots=True)
class Lead:
    """Who is told, and where the words of their task begin."""

    names: tuple[str, ...]
    task: int
    chapeau: bool = False
    """Whether the tasks themselves stand in what follows."""
    closing: bool = False
    """Whether the rest only says "… tổ chức thực hiện": with items under it, that opens them."""


@dataclass(frozen=True, slots=True)
class HeadingLeads:
    """Reads the headings of one text."""

    parties: PartyReader

    def read(self, paragraph: Paragraph, listed: tuple[PartyName, ...]) -> Lead | None:
        """A name before its task, "4. Sở Nội vụ: Chủ trì …", or alone, "2. Sở Nội vụ".

        `listed` are the names that the paragraph begins with. None where it is no heading.
        """
        flat, marked = self.parties.reading.flat, bool(paragraph.mark)
        end = listed[-1].end if listed else paragraph.text
        colon = _COLON.match(flat, end, paragraph.end)
        if not colon and marked:
            found = self._misread_duty(paragraph, listed) or self._unknown(paragraph)
            if found or not listed:
                return found or self._about(paragraph)
        if not listed or listed[0].name.isupper():
            return None
        alone = not flat[end : paragraph.end].strip(" .:")
        if colon and _OPEN_LIST.search(listed[-1].name):
            return None
        if alone and (marked or colon):
            return Lead(names_of(listed), paragraph.text, chapeau=True)
        if colon:
            return None if self._tells_of(colon.end()) else Lead(names_of(listed), colon.end())
        return self._with_rest(paragraph, listed) if marked else None

    def _misread_duty(self, paragraph: Paragraph, listed: tuple[PartyName, ...]) -> Lead | None:
        """Known names, and before the colon a duty that is spelled wrong."""
        end = listed[-1].end if listed else paragraph.end
        duty = _DUTY_NOUN.match(self.parties.reading.flat, end, paragraph.end)
        if duty is None:
            return None
        return Lead(names_of(listed), duty.end(), chapeau=duty.end() == paragraph.end)

    def _with_rest(self, paragraph: Paragraph, listed: tuple[PartyName, ...]) -> Lead | None:
        """A heading of names whose last goes on with words that nobody does."""
        reading = self.parties.reading
        rest = reading.flat[listed[-1].end : paragraph.end]
        if not _REST_OF_NAME.fullmatch(rest) or _DUTY_FIRST.search(rest) or _NO_NAME.search(rest):
            return None
        last = replace(listed[-1], name=reading.named(listed[-1].start, paragraph.end))
        return Lead(names_of((*listed[:-1], last)), paragraph.text, chapeau=True)

    def _about(self, paragraph: Paragraph) -> Lead | None:
        """A heading that says whose tasks stand under it: "1. Trách nhiệm của Bộ Công an"."""
        flat = self.parties.reading.flat
        opening = _ABOUT_WHOM.match(flat, paragraph.text, paragraph.end)
        listed = self.parties.list_at(opening.end()) if opening else ()
        if not listed or listed[-1].end > paragraph.end:
            return None
        if not flat[listed[-1].end : paragraph.end].strip(" .:"):
            return Lead(names_of(listed), paragraph.text, chapeau=True)
        colon = _COLON.match(flat, listed[-1].end, paragraph.end)
        if colon is None or self._tells_of(colon.end()):
            return None
        return Lead(names_of(listed), colon.end())

    def _unknown(self, paragraph: Paragraph) -> Lead | None:
        """A heading of an item whose names hold commas or are misread: as they are printed."""
        flat = self.parties.reading.flat
        head = _NAMES_AND_COLON.match(flat, paragraph.text, paragraph.end)
        if head is None or _DUTY_WORD.search(head["names"]) or _OPENS_LIST.search(head["names"]):
            return None
        if _DUTY_FIRST.match(head["names"]):
            return None
        chapeau = head.end() == paragraph.end
        if not chapeau and self._tells_of(head.end()):
            return None
        names = tuple(" ".join(name.split()) for name in _NEXT_NAME.split(head["names"]))
        return Lead(names, head.end(), chapeau)

    def _tells_of(self, at: int) -> bool:
        """Whether what stands after a colon is a person or an account, and no task."""
        flat = self.parties.reading.flat
        return bool(_PERSON.match(flat, at) or _ACCOUNT.match(flat, at))


def names_of(listed: Iterable[PartyName]) -> tuple[str, ...]:
    """The names of parties, each once."""
    return tuple(dict.fromkeys(party.name for party in listed))
