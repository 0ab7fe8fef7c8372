"""What the groups of a code mean: its kind, its type, its bodies, its unit and its term."""

from __future__ import annotations

import re
from typing import Literal

from congvan.model.symbol_letters import JOINT, party_letters, state_letters

Style = Literal["law", "party", "qppl", "named", "letter"]
"""law: 33/2024/QH15; party: 28-KH/TU; qppl: 30/2020/NĐ-CP; named: 08/KH-UBND;
letter: a công văn, which has no type letters, 1234/UBND-KGVX (Decree 30/2020, annex I, II.3)."""

_TERM = re.compile(r"(QH|UBTVQH|HĐND)K?([0-9]{1,2})")


def usual_join(after: str) -> str:
    """What joins a number to the rest: "-" before a Party type, which "/" follows; else "/"."""
    first, separator, _ = after.partition("/")
    return "-" if separator and first not in JOINT and party_letters(first) else "/"


def is_body(letters: str) -> bool:
    """Whether letters can open a công văn's code: at least two, the first a capital."""
    return len(letters) > 1 and letters[0].isupper()


def classify(
    join: str | None, year: str | None, groups: tuple[str, ...]
) -> tuple[Style, str | None]:
    """Which kind of code the groups make, and its type letters in the official spelling."""
    first, second = groups[0], groups[1] if len(groups) > 1 else ""
    if year and first.upper().startswith(("QH", "UBTVQH")):
        return "law", None
    party = party_letters(first)
    if party and not year and join != "/" and second.startswith("/"):
        return "party", party
    state = state_letters(first)
    if state:
        return ("qppl" if year else "named"), state
    return "letter", None


def bodies_of(
    style: Style, letters: str | None, groups: list[str]
) -> tuple[tuple[str, ...], str | None, int | None]:
    """Bodies, unit and term of a code's groups."""
    if style == "law":
        match = _TERM.fullmatch("".join(groups).upper())
        return ((match[1],), None, int(match[2])) if match else ((), None, None)
    if letters is not None:
        groups = groups[1:]
    if letters == "VBHN" and len(groups) > 1 and state_letters(groups[0]):
        groups = groups[1:]  # the type of the text that was consolidated: VBHN-NĐ-BTP
    if letters in JOINT:
        return tuple(groups), None, None
    if not groups:
        return (), None, None
    match = _TERM.fullmatch(groups[0].upper())
    body, term = (match[1], int(match[2])) if match else (groups[0], None)
    return (body,), "-".join(groups[1:]) or None, term
