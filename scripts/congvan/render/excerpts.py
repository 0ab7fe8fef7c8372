"""Excerpts: the first words of a text, as many as a list has room for."""

from __future__ import annotations

from markupsafe import escape

SUBJECT = 480
"""Bytes of a subject in a list of a hundred: nearly all are shorter, and stand whole."""
_HEAVIEST = len("&quot;")
"""Bytes that no letter goes beyond."""


def excerpt(text: str, limit: int) -> str:
    """A text of at most `limit` bytes of HTML, cut between words where it is longer."""
    if len(text) * _HEAVIEST <= limit or _weight(text) <= limit:
        return text
    room = limit - len("…".encode())
    head = text[:room]
    while (weight := _weight(head)) > room:
        head = head[: len(head) * room // weight]
    return (head.rsplit(" ", 1)[0].rstrip(" ,;:") or head) + "…"


def _weight(text: str) -> int:
    return len(str(escape(text)).encode())
