"""The patterns by which parties are read in running text."""

from __future__ import annotations

import re

from congvan.language import vocabulary
from congvan.recognise.reading import CAPITAL, SMALL

_AND = vocabulary.either("connectors", "and")
_THESE = vocabulary.either("connectors", "these")
_PLURAL = vocabulary.either("parties", "plural")
_LEVEL = vocabulary.either("parties", "levels")

_NOUNS = rf"{_PLURAL}(?:(?:\s*[,/]\s*|\s+{_AND}\s+|\s*-\s*)(?:{_THESE}\s+)?{_PLURAL})*"
# After a name a second "các" opens another group: "UBND các huyện, các sở".
_CLOSE_NOUNS = rf"{_PLURAL}(?:(?:\s*[,/]\s*|\s+{_AND}\s+|\s*-\s*){_PLURAL})*"
_QUALIFIED = rf"(?:\s+{vocabulary.either('parties', 'qualifiers')}){{0,3}}"
GROUP = re.compile(rf"{_THESE}\s+{_NOUNS}{_QUALIFIED}", re.IGNORECASE)
BARE_GROUP = re.compile(
    rf"(?={vocabulary.either('parties', 'bare_plural')}\s*,\s*{_PLURAL}){_NOUNS}{_QUALIFIED}",
    re.IGNORECASE,
)
ONE_NOUN = re.compile(rf"{_PLURAL}{_QUALIFIED}", re.IGNORECASE)
MEMBERS = re.compile(
    rf"\s+(?:(?:(?i:{_THESE}\s+{_CLOSE_NOUNS})|{_PLURAL}\s*,\s*{_CLOSE_NOUNS})(?i:{_QUALIFIED})"
    rf"|{vocabulary.either('parties', 'tiers')})"
)
# A scan may leave a comma behind a post: "Thủ trưởng, các sở".
POST = re.compile(rf"{vocabulary.either('parties', 'posts')}(?:,?\s+{_THESE})?\s+(?=\w)")
AFTER_POST = re.compile(rf"^({vocabulary.either('parties', 'posts')}),")
FUNCTIONAL = re.compile(vocabulary.either("parties", "functional"), re.IGNORECASE)
KIND = re.compile(vocabulary.either("parties", "kinds"))
DISTRIBUTED = re.compile(
    rf"{_THESE}\s+(?P<kind>{vocabulary.either('parties', 'distributed')})"
    rf"(?:\s*:\s*|\s+(?-i:(?={CAPITAL})))",
    re.IGNORECASE,
)
STOP = re.compile(
    "|".join(
        (
            vocabulary.either("tasks", "duties"),
            vocabulary.either("tasks", "orders"),
            vocabulary.either("parties", "never_in_names"),
        )
    ),
    re.IGNORECASE,
)
FIRST_WORDS = frozenset(
    words.split()[0].lower()
    for words in (
        *vocabulary.words("connectors", "these"),
        *(
            word
            for key in ("posts", "kinds", "bare_plural", "functional")
            for word in vocabulary.words("parties", key)
        ),
    )
)
_SMALL = (
    *vocabulary.words("connectors", "these"),
    *vocabulary.words("parties", "bare_plural"),
    *vocabulary.words("parties", "functional"),
    *(post for post in vocabulary.words("parties", "posts") if post.islower()),
)
OPENING = re.compile(
    rf"(?<!\w)(?:{CAPITAL}\w*|{vocabulary.alternation({w.split()[0] for w in _SMALL})})"
)
"""Where a party can begin at all: at a capital letter, or at a word that opens a group or post."""
REMARK = re.compile(r"\s*\([^()\n:;]{2,120}\)(?=\s*(?:[,;:]|\w))")
SEPARATOR = re.compile(rf"\s*(?:[,;&]\s*(?:{_AND}\s+)?|{_AND}\s+)(?=\w)", re.IGNORECASE)
AND_CAPITAL = re.compile(rf"{_AND}\s+(?={CAPITAL})")
WORD = re.compile(r"[^\W\d_]+")
SPACE = re.compile(r"\s+")
SUFFIX = re.compile(rf"\s+(?:{_LEVEL})(?!\s*,\s*{_PLURAL})")
TO_LEVEL = re.compile(rf"(?P<words>(?:\s*[^\W\d_]+){{1,7}}?)(?=\s+{_LEVEL})")
STOP_BUT_AND = re.compile(
    "|".join(
        vocabulary.either(file, key)
        for file, key in (("tasks", "duties"), ("tasks", "orders"), ("parties", "stops_names"))
    ),
    re.IGNORECASE,
)
TO_CAPITAL = re.compile(rf"(?:\s+{SMALL}+){{1,2}}\s+(?={CAPITAL})")
NEXT_CAPITAL = re.compile(rf",\s+(?={CAPITAL})")
COMMA_KINDS = frozenset(vocabulary.words("parties", "comma_kinds"))
LAST_LEVEL = re.compile(rf"\s+{_LEVEL}$")
# An unknown name of more words than this has swallowed the sentence after it.
LONGEST = 14
