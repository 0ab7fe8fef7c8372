"""Closings: paragraphs that only end a text and set it to work."""

from __future__ import annotations

import re

from congvan.language import vocabulary
from congvan.recognise.citation_grammar import TYPE
from congvan.recognise.deadlines import dated_term
from congvan.recognise.paragraphs import Paragraph

_CLOSING = re.compile(
    rf"{vocabulary.either('tasks', 'closing_words')}\s*"
    rf"(?:(?:\w+\s+){{1,2}}{vocabulary.either('connectors', 'this')}\s*)?"
    r"(?:\.\s*/?\s*\.?|\.\.|;)?\s*$",
    re.IGNORECASE,
)
_CLOSING_OPENS = re.compile(vocabulary.either("tasks", "closing_opens"), re.IGNORECASE)
_FEEDBACK = re.compile(vocabulary.either("tasks", "feedback"), re.IGNORECASE)
_ITSELF = re.compile(
    rf"{vocabulary.either('tasks', 'closing_words')}\s+(?:\w+\s+){{0,2}}?{TYPE}\s+"
    rf"{vocabulary.either('connectors', 'this')}",
    re.IGNORECASE,
)
_EXECUTES = re.compile(vocabulary.either("tasks", "executes"), re.IGNORECASE)
_IN_FORCE = re.compile(
    rf"{TYPE}\s+(?:{vocabulary.either('connectors', 'this')}\s+)?"
    rf"{vocabulary.either('tasks', 'in_force')}",
    re.IGNORECASE,
)
_COURTESY = re.compile(vocabulary.either("tasks", "courtesies"), re.IGNORECASE)
# The last words of a paragraph that say what it is for.
_ENDING = 120
_LAST_WORDS = 60


def closes(flat: str, paragraph: Paragraph, start: int, *, named: bool) -> bool:
    """Whether a paragraph or article, from `start` on, only closes the text and sets it to work.

    How it ends counts where it names who is to do so; one under a heading has its own task.
    """
    words = flat[start : paragraph.end]
    if paragraph.mark and paragraph.level != "article":
        return bool(_CLOSING_OPENS.match(words) and _FEEDBACK.search(words))
    if named and not paragraph.mark and _is_courtesy(flat, paragraph, words):
        return True
    ends = named and (ends_in_closing(words) or _ITSELF.search(words))
    sets_to_work = paragraph.level == "article" and _EXECUTES.search(words[-_ENDING:])
    return bool(_CLOSING_OPENS.match(words) or _IN_FORCE.match(words) or ends or sets_to_work)


def ends_in_closing(words: str) -> bool:
    """Whether a sentence ends with "… triển khai thực hiện Chỉ thị này."."""
    last = words[-_LAST_WORDS:]
    return bool(_CLOSING.search(last) or _ITSELF.search(last))


def _is_courtesy(flat: str, paragraph: Paragraph, words: str) -> bool:
    """Whether a plain paragraph without a term only asks for attention."""
    asks = _COURTESY.search(words[-_ENDING:]) is not None
    return asks and dated_term(flat, paragraph.text, paragraph.end) is None
