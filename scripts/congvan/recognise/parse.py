"""A whole document as one record: the keys of the gold labels, for `congvan parse`."""

from __future__ import annotations

import re
from typing import Any

from congvan.language import types
from congvan.language.register import Register
from congvan.language.spelling import nfc
from congvan.model.assignment import Assignment
from congvan.model.dispatch import Signer
from congvan.model.recognised import Letter
from congvan.model.symbol_pattern import tidy
from congvan.recognise.distinct import Cited, distinct
from congvan.recognise.letter import read_letter
from congvan.recognise.reading import SMALL
from congvan.recognise.seen import cited, see

# A line that ends in mid-sentence, blank lines, a page number or a scan's specks, and a small
# letter that is no mark of an item.
_PAGE_BREAK = re.compile(
    rf"\n(?:[ \t]*(?:\d{{1,3}}|[^\w\s]{{1,2}})?[ \t]*\n)+[ \t]*(?={SMALL}(?!\s?[.)]\s))"
)
_IN_SENTENCE = re.compile(r"[\w,][ \t]{0,40}$")

# What every code holds: a number, and a sign between it and the letters.
_CODE = re.compile(r"\d\s?[-/]\s?(?:\d{4}|[^\W\d_])")

Record = dict[str, Any]


def parse_text(text: str, register: Register) -> Record:
    """What is recognised in a whole document as received, plain or in Markdown."""
    stored = nfc(text)
    letter = read_letter(stored, register)
    seen = see(
        letter.subject,
        _rejoined(letter.body.of(stored)),
        date=letter.date,
        register=register,
        own_type=letter.type,
        issuer=letter.issuer,
        names=(name for line in letter.to for name in register.split(line) if ":" not in name),
    )
    tail = stored[letter.body.end :]
    behind = cited(tail, register) if _CODE.search(tail) else ()
    return _head(letter) | {
        "citations": [_cited(one) for one in distinct(seen.citations, behind)],
        "assignments": [_assignment(task) for task in seen.assignments],
    }


def _rejoined(body: str) -> str:
    """A body whose sentences a page break, with its number, no longer cuts in two."""
    return _PAGE_BREAK.sub(_closed, body)


def _closed(gap: re.Match[str]) -> str:
    before = gap.string[max(0, gap.start() - 50) : gap.start()]
    return "\n" if _IN_SENTENCE.search(before) else gap[0]


def _head(letter: Letter) -> Record:
    return {
        "type": types.TYPES[letter.type].name if letter.type else None,
        "number": letter.number,
        "symbol": letter.symbol,
        "code": letter.code,
        "issuer": letter.issuer,
        "place": letter.place,
        "date": str(letter.date) if letter.date else None,
        "subject": letter.subject,
        "urgency": letter.urgency,
        "recipients": list(letter.to),
        "distribution": list(letter.copies),
        "signer": _signer(letter.signer),
    }


def _signer(signer: Signer | None) -> Record | None:
    if signer is None:
        return None
    return {
        "authority": " / ".join(signer.authority) or None,
        "title": signer.title,
        "name": signer.name,
    }


def _assignment(task: Assignment) -> Record:
    term = task.deadline
    return {
        "lead": list(task.lead),
        "with": list(task.with_),
        "due": str(term.due) if term and term.due else None,
        "quote": task.text,
        "text": task.text,
        "anchor": task.anchor,
        "when": term.when if term else None,
        "phrase": term.phrase if term else None,
        "repeat": term.repeat if term else None,
        "via": task.via,
    }


def _cited(one: Cited) -> Record:
    return {
        "type": types.TYPES[one.type].name if one.type else None,
        "code": tidy(str(one.symbol)) if one.symbol and one.symbol.number else None,
        "symbol": one.symbol.without_number if one.symbol else None,
        "date": str(one.date) if one.date else None,
        "issuer": one.issuer,
        "title": one.title,
        "relations": list(one.verbs),
        "pinpoints": list(one.pinpoints),
    }
