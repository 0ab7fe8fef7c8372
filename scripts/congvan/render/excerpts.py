"""Excerpts: the first words of a text, as many as a list has room for."""

from __future__ import annotations

from itertools import accumulate

from markupsafe import escape

SUBJECT = 480
"""Bytes of a subject in a list of a hundred: nearly all are shorter, and stand whole."""
_HEAVIEST = len("&quot;")
"""Bytes that no letter goes beyond."""


def excerpt(text: str, limit: int) -> str:
    """A text of at most `limit` bytes of HTML, cut between words where it is longer."""
    if len(text) * _HEAVIEST <= limit or _weight(text) <= limit:
        return text
    weights = accumulate(map(_weight, text))
    end = sum(weight <= limit - len("…".encode()) for weight in weights)
    return (text[:end].rsplit(" ", 1)[0].rstrip(" ,;:") or text[:end]) + "…"


def _weight(text: str) -> int:
    return len(str(escape(text)).encode())
