"""Relations announced in words: "thực hiện", "căn cứ", "thay thế" before a document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from congvan.language import vocabulary
from congvan.model.citation import Text
from congvan.recognise import citation_grammar as grammar

_ABOUT = vocabulary.either("connectors", "about")
_OPENING = re.compile(
    rf"\s*(?:{_ABOUT}\s+)?(?:"
    + "|".join(
        rf"(?P<{kind.replace('-', '_')}>{vocabulary.alternation(words)})"
        for kind, words in vocabulary.sorted_words("citations", "opening").items()
    )
    + ")",
    re.IGNORECASE,
)
_NEAR = re.compile(
    "(?:"
    + "|".join(
        rf"(?P<{kind.replace('-', '_')}>{vocabulary.alternation(words)})"
        for kind, words in vocabulary.sorted_words("citations", "near").items()
    )
    + r")\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_THIS = vocabulary.either("connectors", "this")
_TYPE = re.compile(rf"{grammar.TYPE}(?!\s+{_THIS})", re.IGNORECASE)
_OWN = re.compile(rf"{grammar.TYPE}\s+{_THIS}", re.IGNORECASE)
_ANYWHERE = frozenset(vocabulary.words("citations", "anywhere"))
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
        near = _NEAR.search(before)
        if near and self._says(near, before):
            return _kind(near)
        opening = _OPENING.match(before)
        if opening is None or not self._opens(clause):
            return None
        between = _WORD.findall(before, opening.end())
        return _kind(opening) if len(between) <= _MOST_WORDS else None

    def _says(self, near: re.Match[str], before: str) -> bool:
        """Whether the letter itself does what the verb says, and does not tell another to."""
        first = before[: near.start()]
        if _kind(near) in _ANYWHERE or not first.strip(' "“(-'):
            return True
        own = _OWN.search(first) is not None
        return not _TYPE.search(first) and (own or self.text == "subject")

    def _opens(self, clause: int) -> bool:
        """Whether the clause begins a paragraph, a sentence or the subject line."""
        return clause == 0 or self.flat[clause - 1 : clause] in {"\n", "."}

    def _is_listed(self, clause: int, start: int) -> bool:
        same = self._last_clause == clause and self._last_verb not in (None, "attaches")
        return same and _LISTED.search(self.flat[self._last_end : start]) is not None


def _kind(match: re.Match[str]) -> str:
    return str(match.lastgroup).replace("_", "-")
