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

_LEVELS = vocabulary.words("parties", "levels")
_LEVEL_WORDS = frozenset(word.lower() for word in _LEVELS)
# A rule under the name, as a scan reads it: "TỈNH A — T——————".
_RULE = re.compile(r"\s+[—–_=~].*$|[—–_=~-]{2,}.*$")
_JOINED = re.compile(r"\s[-–]$")
_JOINT = " - "


def issuer_name(head: Head, register: Register) -> str | None:
    """The full name of the body in the head; as printed where the register does not know it."""
    lines = [_RULE.sub("", line).strip() for line in head.issuer]
    lines = [line for line in lines if line]
    if not lines:
        return None
    joint = _joint(head.issuer, lines, head, register)
    return joint or _known(lines, head, register) or _cased(" ".join(lines[-2:]))


def _known(lines: Sequence[str], head: Head, register: Register) -> str | None:
    for words, province in _readings(lines, head, register):
        known = _found(words, head, province, register)
        if known:
            return known.name
    return _by_code(lines, head, register) or _misread(lines, head, register)


def _joint(
    printed: Sequence[str], lines: Sequence[str], head: Head, register: Register
) -> str | None:
    """Two bodies that issue together, a dash after the first."""
    cut = next((at for at, line in enumerate(printed[:-1], 1) if _JOINED.search(line)), None)
    if cut is None:
        return None
    first = [_JOINED.sub("", line).strip() for line in printed[:cut]]
    names = [_known(part, head, register) for part in (first, lines[cut:])]
    return _JOINT.join(name for name in names if name) if all(names) else None


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
        for line, level in product(lines, _LEVELS):
            yield f"{line} {level} {head.place}", None


def _by_code(lines: Sequence[str], head: Head, register: Register) -> str | None:
    """The body whose letters the code bears, where its name begins as the last line does."""
    letters = head.symbol.bodies[0] if head.symbol and head.symbol.bodies else None
    known = _found(letters, head, None, register) if letters else None
    return known.name if known and fold(known.name).startswith(fold(lines[-1])) else None


def _misread(lines: Sequence[str], head: Head, register: Register) -> str | None:
    """The body whose name has the same letters without marks: "SƠ Y TE" is Sở Y tế."""
    place = _bare(head.place or "")
    names = _names(register)
    for first in range(len(lines)):
        letters = _bare(" ".join(lines[first:]))
        name = names.get(letters) or names.get(letters.removesuffix(place))
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


def _cased(words: str) -> str:
    """A name in capitals as a sentence writes it, as far as that can be known: a place's name,
    after its level, keeps its capitals."""
    if not words.isupper():
        return words
    small = words[:1] + words[1:].lower()
    parts = small.split(" ")
    for at in range(1, len(parts)):
        if parts[at - 1].lower() in _LEVEL_WORDS:
            return " ".join([*parts[:at], *(word.capitalize() for word in parts[at:])])
    return small
