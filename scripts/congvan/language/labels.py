"""Labels: the words that pages put around what documents say, from `labels.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


def say(key: str, **values: object) -> str:
    """The words of a dotted key, "designation.numbered", with their `{…}` fields filled.

    Raises KeyError on an unknown key or a field without a value.
    """
    return _labels()[key].format(**values)


def known(key: str) -> bool:
    """Whether there are words for the key."""
    return key in _labels()


def group(prefix: str) -> Mapping[str, str]:
    """All words below a key, by what follows it: `group("relations.out")["cites"]`."""
    start = prefix + "."
    return {k.removeprefix(start): v for k, v in _labels().items() if k.startswith(start)}


@cache
def _labels() -> dict[str, str]:
    text = files("congvan.language").joinpath("data/labels.yml").read_text(encoding="utf-8")
    return dict(_flattened("", yaml.load(text, Loader=yaml.CSafeLoader)))


def _flattened(prefix: str, value: object) -> list[tuple[str, str]]:
    if not isinstance(value, dict):
        return [(prefix, str(value))]
    dotted = prefix + "." if prefix else ""
    return [pair for key, below in value.items() for pair in _flattened(f"{dotted}{key}", below)]
