"""The words that recognition goes by, from the data files, and patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from congvan.language.folding import fold


@cache
def table(file: str) -> Mapping[str, Any]:
    """The data file `file` ("citations"), as written. Raises FileNotFoundError."""
    text = resources.files("congvan.language").joinpath(f"data/{file}.yml").read_text("utf-8")
    data: Mapping[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return data


def words(file: str, key: str) -> tuple[str, ...]:
    """The list of words under `key`. Raises KeyError where the file has none."""
    return tuple(str(word) for word in table(file)[key])


def sorted_words(file: str, key: str) -> Mapping[str, tuple[str, ...]]:
    """Lists of words under `key`, each by the name of what they mean."""
    return {name: tuple(map(str, listed)) for name, listed in table(file)[key].items()}


def alternation(listed: Iterable[str]) -> str:
    """A pattern for any of the words, whole and the longest first, gaps and line breaks alike."""
    ordered = sorted({_gaps(word) for word in listed}, key=lambda p: (-len(p), p))
    return rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)"


def loosely(listed: Iterable[str]) -> str:
    """As `alternation`, whatever marks the letters have and with commas or without.

    A scan gives "sửa đôi, bồ sung" for "sửa đổi, bổ sung".
    """
    pattern = alternation(word.replace(",", "") for word in listed).replace(r"\s+", r",?\s+")
    return "".join(_ANY_MARKS.get(fold(sign), sign) if sign.isalpha() else sign for sign in pattern)


def either(file: str, key: str) -> str:
    """The pattern for any of the words under `key`."""
    return alternation(words(file, key))


def _by_base() -> Mapping[str, str]:
    """A class of letters for each letter that Vietnamese puts marks on."""
    letters: dict[str, str] = {}
    for sign in map(chr, (*range(0x61, 0x180), *range(0x1EA0, 0x1EFA), 0x1A1, 0x1B0)):
        if fold(sign) in "aeiouyd" and sign.islower():
            letters[fold(sign)] = letters.get(fold(sign), "") + sign
    return {base: f"[{signs}]" for base, signs in letters.items()}


_ANY_MARKS = _by_base()


def _gaps(word: str) -> str:
    return r"\s+".join(re.escape(part) for part in word.split())
