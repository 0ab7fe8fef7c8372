"""The site: where it is served and what it is called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """What outputs need to know of the place they are published at."""

    url: str
    """Absolute, with a closing slash: "https://congvan.example.vn/"."""
    name: str
    contact: str | None = None
    """An address to which errors are reported, "mailto:" or "https:"."""
