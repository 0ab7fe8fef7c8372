"""The signature block: prefixes of authority, the signer's own title, the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from congvan.language import vocabulary
from congvan.language.folding import fold
from congvan.language.spelling import exact_key
from congvan.model.dispatch import Signer

_WORDS = sorted(map(re.escape, vocabulary.words("letterhead", "authority")), key=len)[::-1]
# Without its full stop a prefix stands apart: "KT CHỦ TỊCH", and not the room "KTTH".
PREFIX = re.compile(rf"(?:{'|'.join(_WORDS)})(?:(?<=[./A-Z])(?=\s)|(?<=\.)(?=[^\W\d_]{{2}}))")
_STACKED = re.compile(rf"\s(?=(?:{PREFIX.pattern})\s*[^\W\d_a-z]{{2}})")
_ACTING = vocabulary.words("letterhead", "acting")
_INSTEAD = vocabulary.words("letterhead", "instead")
_TITLE = re.compile(vocabulary.either("letterhead", "title_words"), re.IGNORECASE)
_RESTS = frozenset(map(fold, vocabulary.words("letterhead", "title_rests")))
_SURNAMES = frozenset(vocabulary.words("letterhead", "surnames"))
_RANKS = sorted(map(re.escape, vocabulary.words("letterhead", "ranks")), key=len)[::-1]
_NAME = re.compile(r"(?:[^\W\d_]+\.?\s+){0,2}[^\W\d_]+(?:\s+[^\W\d_]+){1,4}")
# "Thượng tướng …", "PGS.TS. …": what armed forces and schools print before a name.
_RANK = re.compile(rf"(?:(?:{'|'.join(_RANKS)})[\s.]\s*)+", re.IGNORECASE)
_AROUND_NAME = " .*_“”\"'|,;:-–—~"
# A scan joins two names with the dots or the gap between their columns.
_NAMES_APART = re.compile(r"\s*\.{3,}\s*|\s{3,}")
# Names are written with letters of the Vietnamese alphabet, and those of the Central Highlands.
_FOREIGN = re.compile(
    r"[^A-Za-zĐđÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĨĩŨũƠơƯưƀɃŎŏĔĕĬĭŬŭ\u0300-\u036f\u1ea0-\u1ef9\s.]"
)
_AFTER_MARK = re.compile(r"[\d);.]\s*$")
_SHORTEST_TITLE = 3
_LONGEST_NAME = 5


def is_capital(words: str) -> bool:
    """Whether words are in capitals throughout, as a signature's titles are."""
    if not words.isupper():
        return False
    letters = sum(map(str.isalpha, words))
    return letters >= _SHORTEST_TITLE and not any(map(str.isdigit, words))


def is_title(words: str) -> bool:
    """Whether words hold a post: "PHÓ CHỦ TỊCH"."""
    return _TITLE.search(words) is not None


def name_in(words: str) -> str | None:
    """The person's name that a line is; None where it is none."""
    plain = _NAMES_APART.split(words)[0].strip(_AROUND_NAME)
    if is_signed_mark(plain):
        return None
    plain = _with_first_letter(plain)
    rank = _RANK.match(plain)
    bare = plain[rank.end() :] if rank else plain
    if _NAME.fullmatch(bare) is None or _FOREIGN.search(bare):
        return None
    words_of = bare.split()
    # "Chương IV" is a heading: a name is in capitals throughout, or no word of it is.
    shouted = any(len(word) > 1 and word.isupper() for word in words_of) and not bare.isupper()
    return plain if all(word[0].isupper() for word in words_of) and not shouted else None


def _with_first_letter(name: str) -> str:
    """A name whose first letter a scan lost, "rần Văn An", where one surname only can be meant."""
    first, _, rest = name.partition(" ")
    if not first.islower() or not rest[:1].isupper():
        return name
    meant = [surname for surname in _SURNAMES if surname[1:] == first]
    return f"{meant[0]} {rest}" if len(meant) == 1 else name


def begins_with_surname(name: str) -> bool:
    """Whether a name begins with a family name that is common."""
    return name.split(maxsplit=1)[0].title() in _SURNAMES


def is_signed_mark(words: str) -> bool:
    """Whether words say that somebody signed, in the place of the signature: "(Đã ký)"."""
    return _bare(words) in _signed()


def stacked(words: str) -> tuple[str, str | None]:
    """A line without the title that a scan put behind it, and that title."""
    cut = _STACKED.search(words)
    if cut and PREFIX.match(words) is None and is_capital(words[cut.end() :]):
        return words[: cut.start()].rstrip(" :"), words[cut.end() :]
    tail = "" if words.isupper() else _capital_tail(words)
    known = _spellings().get(_bare(tail)) if tail else None
    if known is None and tail and _AFTER_MARK.search(words[: -len(tail)]):
        # Behind a drafter's mark stands the other column: "… (An55) CHỦ TỊCH UBND TỈNH".
        known = tail if _bare(tail).startswith(tuple(_spellings())) else None
    if known and len(tail) < len(words):
        return words[: len(words) - len(tail)].rstrip(" :"), known
    return words, None


def signer(lines: Sequence[str], names: Sequence[str]) -> Signer | None:
    """The signer that the lines of a block and the names under it give; None for none."""
    block = _rejoined([_spelt(" ".join(line.split()).strip(" *_.,;:")) for line in lines])
    own = [at for at, line in enumerate(block) if is_title(line) and not PREFIX.match(line)]
    own = own or [at for at, line in enumerate(block) if line.startswith(_ACTING)]
    name = names[0] if names else _last_name(block)
    if not own:
        authority = tuple(line for line in block if PREFIX.match(line))
        return Signer(authority, None, name) if authority or name else None
    above = [line for line in block[: own[-1]] if not _is_noise(line)]
    return Signer(tuple(above), _deputy(above, block[own[-1]]), name)


def _deputy(above: Sequence[str], title: str) -> str:
    """The title of who signs for a head: a scan that read the head's own lost "PHÓ" (Decree
    30/2020, article 13: the deputy signs)."""
    instead = PREFIX.match(above[-1]) if above else None
    deputy = f"{vocabulary.words('letterhead', 'deputy')[0]} {title}"
    if (
        instead is None
        or not instead[0].startswith(_INSTEAD)
        or deputy not in _spellings().values()
    ):
        return title
    return deputy if above[-1][instead.end() :].strip() == title else title


def _rejoined(block: Sequence[str]) -> list[str]:
    """The lines with a title over two of them as one: "THỨ TRƯỞNG", "THƯỜNG TRỰC"."""
    joined: list[str] = []
    for line in block:
        if joined and fold(line) in _RESTS and not joined[-1].endswith(line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _last_name(block: Sequence[str]) -> str | None:
    """A name printed in capitals: the last line, begun with a surname."""
    last = block[-1] if block else ""
    words = last.split()
    fits = 1 < len(words) <= _LONGEST_NAME and begins_with_surname(last)
    return last if fits and last.isupper() and not is_title(last) else None


def _is_noise(line: str) -> bool:
    """Whether a line is neither authority, nor a title, nor a body's name: what a seal left."""
    return not (PREFIX.match(line) or is_title(line) or fold(line).startswith(_bodies()))


def _spelt(line: str) -> str:
    """A line whose post a scan misread, as it is spelt: "TL. CHU TỊCH" is "TL. CHỦ TỊCH"."""
    prefix = PREFIX.match(line)
    at = prefix.end() if prefix else 0
    post = line[at:].strip()
    known = _spellings().get(_bare(post))
    # Both places of a tone mark are right, and stay.
    if known is None or len(known) != len(post) or exact_key(known) == exact_key(post):
        return line
    return f"{line[:at]} {known}".strip()


def _capital_tail(words: str) -> str:
    """The run of capital words at the end of a line."""
    parts = words.split(" ")
    first = len(parts)
    while first and parts[first - 1].isupper() and parts[first - 1].isalpha():
        first -= 1
    return " ".join(parts[first:])


def _bare(words: str) -> str:
    return "".join(filter(str.isalpha, fold(words)))


@cache
def _spellings() -> dict[str, str]:
    return {_bare(title): title for title in vocabulary.words("letterhead", "titles")}


@cache
def _signed() -> frozenset[str]:
    return frozenset(map(_bare, vocabulary.words("letterhead", "signed")))


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(fold(kind) for kind in _kinds())


def _kinds() -> Iterable[str]:
    return (*vocabulary.words("parties", "kinds"), *vocabulary.words("parties", "levels"))
