"""Messages: what the command line says, in the words of `messages.yml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


def say(key: str, **values: object) -> str:
    """The sentence of that key with its `{…}` fields filled. Raises KeyError on an unknown key."""
    return _messages()[key].format(**values)


def known(key: str) -> bool:
    """Whether there is a sentence of that key."""
    return key in _messages()


def translated(english: str) -> str:
    """What the command line's library says, in the words of `click.yml`; else as it says it."""
    return _read("click").get(english, english)


def _messages() -> dict[str, str]:
    return _read("messages")


@cache
def _read(name: str) -> dict[str, str]:
    text = files("congvan.language").joinpath(f"data/{name}.yml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    return {str(key): str(value) for key, value in loaded.items()}
