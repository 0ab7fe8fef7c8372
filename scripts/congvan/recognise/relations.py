"""Relations announced in words: "thực hiện", "căn cứ", "thay thế" before a document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from congvan.language import vocabulary
from congvan.model.citation import Text
from congvan.recognise import citation_grammar as grammar
from congvan.recognise.relation_words import (
    ENDING,
    NEAR,
    NUMBERED,
    OPENING,
    OWN,
    TYPE,
    kind_of,
    verb_of_list,
)

_ANYWHERE = frozenset(vocabulary.words("citations", "anywhere"))
_NOT_OBJECT = re.compile(rf"{vocabulary.either('citations', 'not_object')}\s+$", re.IGNORECASE)
_WITHIN = re.compile(rf"{vocabulary.either('citations', 'pinpoint_links')}\s+$", re.IGNORECASE)
_PARTLY = re.compile(vocabulary.either("citations", "partly"), re.IGNORECASE)
_EXPIRES = re.compile(vocabulary.either("citations", "expires"), re.IGNORECASE)
_MARK = re.compile(r"^\s*(?:\d{1,2}|[a-zđ]\))")
_CLAUSE = re.compile(r"[.;:\n](?=\s|$)|\n")
_LISTED = re.compile(rf"(?:[,;]|{vocabulary.either('connectors', 'and')})\s*$", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_REACH = 400
# More words than these between verb and document, and the verb has another object.
_MOST_WORDS = 15


@dataclass
class RelationReader:
    """Says for each document of a text, in order, what the words before it announce."""

    flat: str
    text: Text
    _last_end: int = 0
    _last_verb: str | None = None
    _last_clause: int = -1

    def verb(self, start: int, end: int, title_end: int) -> str | None:
        """The kind of relation, or None for a plain mention.

        In: where the mention begins and ends, and where the title after it ends. Documents listed
        after one another share the verb that opens the paragraph; a verb inside the title of the
        document before it ("của Tỉnh ủy thực hiện Nghị quyết …") is not the letter's own.
        """
        clause = self._clause(start)
        verb = self._own(clause, start)
        if verb is None and self._is_listed(clause, start):
            verb = self._last_verb
        if verb is None and grammar.ENCLOSED.match(self.flat, title_end):
            verb = "attaches"
        if verb is None:
            verb = verb_of_list(self.flat, start) or self._expiring(clause, start, title_end)
        self._last_end, self._last_verb, self._last_clause = end, verb, clause
        return verb

    def _clause(self, start: int) -> int:
        floor = max(0, start - _REACH)
        ends = [m.end() for m in _CLAUSE.finditer(self.flat, floor, start)]
        return ends[-1] if ends else floor

    def _own(self, clause: int, start: int) -> str | None:
        if self._last_end > clause:
            return None
        before = self.flat[clause:start]
        near = NEAR.search(before)
        if near and self._says(near, before):
            return kind_of(near)
        opening = OPENING.match(before)
        if opening is None or not self._opens(clause):
            return None
        between = _WORD.findall(before, opening.end())
        if kind_of(opening) in ENDING and _is_other(before[opening.end() :]):
            return None
        if len(between) > _MOST_WORDS:
            return None
        whole = _PARTLY.search(before, opening.end()) is None
        return kind_of(opening) if whole else of_part(kind_of(opening))

    def _expiring(self, clause: int, start: int, end: int) -> str | None:
        """Whether the text ends it: "… hết hiệu lực kể từ ngày Thông tư này có hiệu lực"."""
        before = self.flat[clause:start]
        said_of_itself = OWN.search(before)
        if not said_of_itself and _WORD.search(_MARK.sub("", before)):
            return None
        stop = _CLAUSE.search(self.flat, end, end + _REACH)
        rest = self.flat[end : stop.start() if stop else end + _REACH]
        said = _EXPIRES.search(rest)
        if said is None or NUMBERED.search(rest[: said.start()]):
            return None
        return "abolishes" if said_of_itself or OWN.search(rest) else None

    def _says(self, near: re.Match[str], before: str) -> bool:
        """Whether the letter itself does what the verb says, and does not tell another to."""
        first = before[: near.start()]
        if kind_of(near) in _ANYWHERE or not first.strip(' "“(-'):
            return True
        own = OWN.search(first) is not None
        return not TYPE.search(first) and (own or self.text == "subject")

    def _opens(self, clause: int) -> bool:
        """Whether the clause begins a paragraph, a sentence or the subject line."""
        return clause == 0 or self.flat[clause - 1 : clause] in {"\n", "."}

    def _is_listed(self, clause: int, start: int) -> bool:
        if self._last_verb in (None, "attaches"):
            return False
        if self._last_clause == clause:
            return _LISTED.search(self.flat[self._last_end : start]) is not None
        # "Căn cứ Luật A ngày …; Luật B ngày …": the document opens the next part of one paragraph.
        opens = self.flat[clause - 1 : clause] == ";" and not self.flat[clause:start].strip()
        return opens and "\n" not in self.flat[self._last_end : start]


def of_part(verb: str | None) -> str | None:
    """What is done to a document when the verb is done to a part of it: "bãi bỏ Điều 3 của …"."""
    return "amends" if verb in ("replaces", "abolishes") else verb


def _is_other(between: str) -> bool:
    """Whether a document after these words is not what the verb before them is done to."""
    return bool(_NOT_OBJECT.search(between)) and not _WITHIN.search(between)
