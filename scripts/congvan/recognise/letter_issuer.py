"""The issuing body's full name: "UBND TỈNH A / SỞ NỘI VỤ" is Sở Nội vụ tỉnh A."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from congvan.language import vocabulary
from congvan.language.folding import fold
from congvan.language.register import Register
from congvan.model.agency import Agency
from congvan.recognise.letter_head import Head
from congvan.recognise.letter_unit import begins_with_kind, continued, own_lines, unit_name

_LEVELS = vocabulary.words("parties", "levels")
_LEVEL_KEYS = tuple(f"{fold(level)} " for level in _LEVELS)
_ORGANS = tuple(f"{fold(organ)} " for organ in vocabulary.words("parties", "organs"))
# A rule under the name, as a scan reads it: "TỈNH A — T——————".
_RULE = re.compile(r"\s+[—–_=~].*$|[—–_=~-]{2,}.*$")
_DASH = re.compile(r"\s[-–](?:\s|$)")
_TWO = 2
# No line of a heading is longer.
_LONGEST_LINE = 200
_JOINT = " - "


def issuer_name(head: Head, register: Register) -> str | None:
    """The full name of the body in the head; as printed where the register does not know it."""
    lines = [_RULE.sub("", line[:_LONGEST_LINE]).strip() for line in head.issuer]
    lines = continued([line for line in lines if line])
    if not lines:
        return None
    whole = _found(" ".join(lines), head, None, register)
    if whole:
        return whole.name
    return _joint(lines, head, register) or _named(lines, head, register)


def _named(lines: Sequence[str], head: Head, register: Register) -> str:
    """As the register calls it, else as the lines do; a superior that it knows is called so."""
    known = _known(lines, head, register)
    if known:
        return known
    at = own_lines(lines)
    above = _known(lines[:at], head, register) if at else None
    return unit_name([above, *lines[at:]] if above else lines)


def _known(lines: Sequence[str], head: Head, register: Register) -> str | None:
    for words, province in _readings(lines, head, register):
        known = _found(words, head, province, register)
        if known:
            return known.name
    return _by_code(lines, head, register) or _misread(lines, head, register)


def _joint(lines: Sequence[str], head: Head, register: Register) -> str | None:
    """Bodies that issue together, a dash between their names: each begins with its kind."""
    at = next((at for at, line in enumerate(lines) if _lists_bodies(line)), len(lines))
    parts: list[str] = []
    for piece in (piece.strip() for line in lines[at:] for piece in _DASH.split(line)):
        if begins_with_kind(piece) or (piece and not parts):
            parts.append(piece)
        elif piece:
            parts[-1] += f" {piece}"
    if len(parts) < _TWO or not all(map(begins_with_kind, parts)):
        return None
    return _JOINT.join(_named([*lines[:at], part], head, register) for part in parts)


def _lists_bodies(line: str) -> bool:
    """Whether a dash stands at the end of a line, or before another body's name."""
    first, *others = _DASH.split(line)
    return begins_with_kind(first) and any(begins_with_kind(o) or not o.strip() for o in others)


def _readings(
    lines: Sequence[str], head: Head, register: Register
) -> Iterator[tuple[str, str | None]]:
    """The names that the lines can be read as, the whole first, with the province they say."""
    for first in range(len(lines)):
        name = " ".join(lines[first:])
        yield name, _province(" ".join(lines[:first]), head, register)
    # "TỈNH ỦY A / BAN TỔ CHỨC" is Ban Tổ chức Tỉnh ủy A.
    if len(lines) > 1:
        yield f"{' '.join(lines[1:])} {lines[0]}", None
    # A scan may have misread the place's name; the line with the date says it again.
    if head.place:
        bodies = [line for at, line in enumerate(lines) if _is_own(lines[at + 1 :])]
        for line, level in product(bodies, _LEVELS):
            yield f"{line} {level} {head.place}", None


def _is_own(below: Sequence[str]) -> bool:
    """Whether a line names the issuer: those below it only say where it is, or which organ."""
    return all(f"{fold(line)} ".startswith((*_LEVEL_KEYS, *_ORGANS)) for line in below)


def _by_code(lines: Sequence[str], head: Head, register: Register) -> str | None:
    """The body whose letters the code bears, where its name begins as the last line does."""
    letters = head.symbol.bodies[0] if head.symbol and head.symbol.bodies else None
    known = _found(letters, head, None, register) if letters else None
    return known.name if known and fold(known.name).startswith(fold(lines[-1])) else None


def _misread(lines: Sequence[str], head: Head, register: Register) -> str | None:
    """The body whose name has the same letters without marks: "SƠ Y TE" is Sở Y tế."""
    place = _bare(head.place or "")
    endings = ("", *(f"{_bare(level)}{place}" for level in ("", *_LEVELS))) if place else ("",)
    names = _names(register)
    for first in range(len(lines)):
        letters = _bare(" ".join(lines[first:]))
        said = (names.get(letters.removesuffix(ending)) for ending in endings)
        name = next(filter(None, said), None)
        province = _province(" ".join(lines[:first]), head, register)
        known = _found(name, head, province, register) if name else None
        if name and known is None and head.place:
            named = (f"{name} {level} {head.place}".strip() for level in ("", *_LEVELS))
            known = next((a for n in named if (a := _found(n, head, None, register))), None)
        if known:
            return known.name
    return None


def _province(above: str, head: Head, register: Register) -> str | None:
    known = _found(above, head, None, register) if above else None
    return known.province if known else None


def _found(words: str, head: Head, province: str | None, register: Register) -> Agency | None:
    """The one body of that name; of several that bear it in turn, any says what it is called."""
    day = head.date.earliest if head.date else None
    found = register.find(words, day=day, province=province)
    return found[0] if len({agency.name for agency in found}) == 1 else None


@cache
def _names(register: Register) -> dict[str, str]:
    return {_bare(name): name for name in register.names() if len(name.split()) > 1}


def _bare(words: str) -> str:
    return "".join(filter(str.isalpha, fold(words)))
