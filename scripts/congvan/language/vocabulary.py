"""The words that recognition goes by, from the data files, and patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml


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


def either(file: str, key: str) -> str:
    """The pattern for any of the words under `key`."""
    return alternation(words(file, key))


def _gaps(word: str) -> str:
    return r"\s+".join(re.escape(part) for part in word.split())
