"""The name of a body that the register does not know, from the lines over it: "UBND TỈNH A / BAN
CHỈ ĐẠO 138" is Ban Chỉ đạo 138 tỉnh A, "HUYỆN ỦY B / VĂN PHÒNG" is Văn phòng Huyện ủy B."""

from __future__ import annotations

import re
from collections.abc import Sequence

from congvan.language import vocabulary
from congvan.language.folding import fold

_KINDS = {
    fold(kind): kind
    for key in ("kinds", "letterhead_kinds")
    for kind in sorted(vocabulary.words("parties", key), key=str.islower)[::-1]
}
_NEVER_CAPITAL = frozenset(vocabulary.words("parties", "never_in_names"))
_COMMITTEES = tuple(fold(word) for word in vocabulary.words("parties", "committees"))
_MEMBERSHIPS = tuple(fold(word) for word in vocabulary.words("parties", "memberships"))
_COUNCILS = tuple(fold(word) for word in vocabulary.words("parties", "councils"))
_LOCAL = tuple(fold(word) for word in vocabulary.words("parties", "local_seats"))
_LEVELS = "|".join(
    sorted((word.lower() for word in vocabulary.words("parties", "levels")), key=len)[::-1]
)
_NO_PLACE = "|".join(vocabulary.words("parties", "never_places"))
# The last level word with what it governs: "huyện Cư Jút"; "xã hội" is none.
_PLACE = re.compile(
    rf"(?<!\w)(?P<level>{_LEVELS})\s+(?!(?:{_NO_PLACE}|{_LEVELS})(?!\w))(?P<name>[^,;]+)$",
    re.IGNORECASE,
)
_BARE_LEVEL = re.compile(rf"(?<!\w)(?:{_LEVELS})$", re.IGNORECASE)
_GOES_ON = re.compile(
    rf"(?:[,&]|\s(?:{'|'.join(vocabulary.words('connectors', 'and'))}))$", re.IGNORECASE
)
_VOWEL = re.compile("[aeiouy]")
# A place's name is no longer than this many words.
_LONGEST_PLACE = 4


def begins_with_kind(line: str) -> bool:
    """Whether a line begins with the name of a kind of body: "Sở", "Ban Chỉ đạo"."""
    return _kind(line) is not None


def own_lines(lines: Sequence[str]) -> int:
    """The place among the lines of a heading where the issuing body's own name begins."""
    own = (at for at in range(len(lines) - 1, 0, -1) if begins_with_kind(lines[at]))
    return next(own, 0)


def continued(lines: Sequence[str]) -> list[str]:
    """The lines of a heading, those that end with "và" or a comma together with the next."""
    whole: list[str] = []
    for line in lines:
        if whole and _GOES_ON.search(whole[-1]):
            whole[-1] += f" {line}"
        else:
            whole.append(line)
    return whole


def unit_name(lines: Sequence[str]) -> str:
    """The full name that the lines give, its superior's place or name added where it has none."""
    at = own_lines(lines)
    own, above = cased(" ".join(lines[at:])), cased(" ".join(lines[:at]))
    if not above or _named_fully(own) or fold(above) in fold(own):
        return own
    if _is_local(above):
        place = _place(above) or ""
        return f"{_BARE_LEVEL.sub('', own).strip()} {place}".strip()
    if fold(above).startswith((*_COMMITTEES, *_COUNCILS)) or fold(own) in _KINDS:
        return f"{own} {above}"
    return own


def cased(words: str) -> str:
    """A name in capitals as a sentence writes it, as far as that can be known: its kind as it is
    spelt, abbreviations and the place after a level word with their capitals."""
    if not words.isupper():
        return words
    kind = _kind(words)
    opening, rest = (kind, words.split()[len(kind.split()) :]) if kind else ("", words.split())
    small = [_small(word) for word in rest]
    levelled = bool(small) and (_starts_with_level(small) or _BARE_LEVEL.search(small[-1]))
    placed = 0 < len(small) <= _LONGEST_PLACE and not levelled
    if opening and fold(opening) in _COMMITTEES and placed:
        return " ".join([opening, *(word.capitalize() for word in small)])
    if small and not _starts_with_level(small) and small[0] not in _NEVER_CAPITAL:
        small[0] = small[0] if small[0].isupper() else small[0].capitalize()
    name = " ".join([opening, *small]).strip()
    return _PLACE.sub(_with_place, name)


def _named_fully(own: str) -> bool:
    """Whether a name says which one it is: by a place, or a committee's own."""
    return _place(own) is not None or (_is_committee(own) and not _BARE_LEVEL.search(own))


def _is_local(above: str) -> bool:
    return fold(above).startswith((*_LOCAL, *_MEMBERSHIPS)) and _place(above) is not None


def _is_committee(name: str) -> bool:
    return fold(name).startswith(_COMMITTEES)


def _place(name: str) -> str | None:
    found = _PLACE.search(name)
    return found[0] if found else None


def _with_place(found: re.Match[str]) -> str:
    name = " ".join(word if word.isupper() else word.capitalize() for word in found["name"].split())
    return f"{found['level'].lower()} {name}"


def _starts_with_level(words: Sequence[str]) -> bool:
    return _PLACE.match(" ".join(words)) is not None


def _small(word: str) -> str:
    """A word in small letters, an abbreviation or number as it is."""
    kept = word in _KINDS.values() or not _VOWEL.search(fold(word)) or any(map(str.isdigit, word))
    return word if kept else word.lower()


def _kind(line: str) -> str | None:
    words = line.split()
    openings = (fold(" ".join(words[:count])) for count in range(min(5, len(words)), 0, -1))
    return next((_KINDS[opening] for opening in openings if opening in _KINDS), None)
