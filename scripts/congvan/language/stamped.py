"""Stamps as character recognition reads them: the mark of secrecy or urgency that words must be.

What is read from a stamp has lost marks and letters and gained the strokes of its frame. The words
are compared with the few that stamps bear (`secrecy.yml`, `letterhead.yml`), spaces and marks
aside; a short word must be right, a long one may be wrong in a letter or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from congvan.language import vocabulary
from congvan.language.folding import fold
from congvan.language.spelling import exact_key

_LETTERS_A_FAULT = 4
"""Letters for each that may be wrong, from six on; shorter words must be right."""
_SHORT = 5
_UPPER = 0.6
"""Share of letters in capitals: stamps are cut in capitals, prose is not."""
_MOST_WORDS = 40
"""Words looked through: a stamp has four at most, spaced out thirteen."""
_FRAME = frozenset("|[](){}!/\\_-–—.,:;'\"“”‘’`~^*«»<>=+¦°•")
_STROKES = "il1"
"""What the upright of a frame is read as, folded."""
_SIGNS = str.maketrans("015", "ois")

SECRECY = tuple(vocabulary.words("secrecy", "stamps"))
URGENCY = tuple(vocabulary.words("letterhead", "urgency"))
_KNOWN = {re.sub(r"\W", "", fold(words)): words for words in (*URGENCY, *SECRECY)}
_LONGEST = max(map(len, _KNOWN))
_SHORT_KNOWN = {exact_key(known) for key, known in _KNOWN.items() if len(key) <= _SHORT}


def mark_in(lines: Sequence[str]) -> str | None:
    """The words of the stamp that lines read from one place bear, as the law writes them.

    >>> mark_in(["|TÔI MÂT|"]), mark_in(["HOÁ TỐC", ")"])
    ('TỐI MẬT', 'Hỏa tốc')
    """
    listed = [line.split() for line in lines]
    words = [word for line in listed for word in line][:_MOST_WORDS]
    found = [
        (known in SECRECY, len(key), known)
        for line in (words, *listed)
        for key, known in _found(line)
    ]
    return max(found)[2] if found else None


def printed_in(line: str) -> str | None:
    """The stamp that a printed line is, every letter right but for its marks; None for none.

    >>> printed_in("TUYỆT MÂT"), printed_in("KHOA HỌC")
    ('TUYỆT MẬT', None)
    """
    known = _KNOWN.get(_closed(line.split()))
    return known if known and _is_upper(line) else None


def is_secret(words: str) -> bool:
    """Whether the words of a stamp forbid publishing."""
    return words in SECRECY


def _found(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The stamps that a line may be: exact within it, nearly as a whole."""
    if not _is_upper("".join(words)):
        yield from ((key, _KNOWN[key]) for key in _exact(words))
        return
    whole = _closed(words[:_MOST_WORDS])
    bare = whole.strip(_STROKES)
    for key, known in _KNOWN.items():
        # A short word must be alone: two stamps may stand side by side, but so may names.
        if bare == key.strip(_STROKES) or _distance(whole, bare, key) <= _faults(key):
            yield key, known
    yield from ((key, _KNOWN[key]) for key in _exact(words))


def _faults(key: str) -> int:
    """How many letters of a stamp may be wrong."""
    return len(key) // _LETTERS_A_FAULT if len(key) > _SHORT else 0


def _distance(whole: str, bare: str, key: str) -> int:
    return min(Levenshtein.distance(text, key) for text in (whole, bare))


def _exact(words: Sequence[str]) -> Iterator[str]:
    """Longer stamps whose letters stand among others, all right and in capitals."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            closed = _closed(words[start:end])
            if len(closed) > _LONGEST:
                break
            plain = "".join(words[start:end])
            if closed in _KNOWN and _is_upper(plain) and (len(closed) > _SHORT or _spelt(plain)):
                yield closed


def _spelt(word: str) -> bool:
    """Whether a short word bears its very marks: "MẬT" is a stamp, "MẶT" a part of a name."""
    return exact_key(word.strip("".join(_FRAME))) in _SHORT_KNOWN


def _closed(words: Sequence[str]) -> str:
    bare = (sign for sign in fold("".join(words)) if sign not in _FRAME)
    return "".join(bare).translate(_SIGNS)


def _is_upper(words: str) -> bool:
    letters = [sign for sign in words if sign.isalpha()]
    return sum(map(str.isupper, letters)) >= _UPPER * len(letters) > 0
