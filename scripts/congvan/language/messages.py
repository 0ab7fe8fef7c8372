"""Messages: what the command line says, in the words of `messages.yml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


def say(key: str, **values: object) -> str:
    """The sentence of that key with its `{…}` fields filled. Raises KeyError on an unknown key."""
    return _messages()[key].format(**values)


@cache
def _messages() -> dict[str, str]:
    text = files("congvan.language").joinpath("data/messages.yml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    return {str(key): str(value) for key, value in loaded.items()}
