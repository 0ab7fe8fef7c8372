"""Items inside one paragraph: "(a) …; (b) …" after a name."""

from __future__ import annotations

import re
from itertools import pairwise

from congvan.language import vocabulary

_MARK = re.compile(r"(?:(?<=[\s:;,.])|^)\((?P<letter>[a-zđ])\)\s*(?=\w)")
_LETTERS = str(vocabulary.table("citations")["points"])


def inline_items(flat: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places of the items that a paragraph lists inside itself; [] for fewer than two.

    The marks begin with (a) and go on upwards; one that a scan lost joins the item before it.
    """
    found: list[re.Match[str]] = []
    for match in _MARK.finditer(flat, start, end):
        last = _LETTERS.find(found[-1]["letter"]) if found else -1
        rank = _LETTERS.find(match["letter"])
        if rank > last if found else rank == 0:
            found.append(match)
    if len(found) == 1:
        return []
    bounds = [*(match.start() for match in found), end] if found else []
    return [(match.end(), after) for match, (_, after) in zip(found, pairwise(bounds), strict=True)]
