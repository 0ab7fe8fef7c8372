"""The words of made archives, as their YAML files hold them."""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml


def _load(name: str) -> dict[str, Any]:
    file = resources.files("benchmarks.archive").joinpath(f"data/{name}.yml")
    loaded: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return loaded


TOPICS: list[dict[str, Any]] = _load("topics")["topics"]
PHRASES = _load("phrases")
OUTSIDE = _load("outside")
PLACES = _load("places")
KINDS = _load("kinds")
