"""Codes and dates that a line does not break: 28-KH/TU, 5/6/2021. The words stay as they are."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

LONGEST = 16
"""Letters of what still fits a phone of 320 px; a longer code may break at its signs."""

_CAPITALS = r"A-Z\u00c0-\u00dd\u0110\u01a0\u01af"  # the letters with a horn or bar too
_PART = rf"(?:\d+[{_CAPITALS}a-z]?|[{_CAPITALS}]+r?\d*)"
_CODE = re.compile(rf"(?<![\w/-])/?{_PART}(?:[-/]{_PART})+(?![\w/-])")
_PIECE = re.compile(r"<[^>]*>|[^<]+")


def unbroken(text: str | Markup) -> Markup:
    """Words or safe HTML with each code of its text in an element that keeps it on one line."""
    pieces = _PIECE.findall(str(escape(text)))
    whole = "".join(p if p[0] == "<" else _CODE.sub(_whole, p) for p in pieces)
    return Markup(whole)  # noqa: S704 - escaped above, and a code holds no sign of HTML


def _whole(match: re.Match[str]) -> str:
    code = match[0]
    if len(code) > LONGEST:
        return code
    return f'<span class="ma">{code}</span>'
