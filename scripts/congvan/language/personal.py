"""Personal data: numbers and dates that belong to a person and need a reason to be published.

Law 91/2025/QH15, articles 14–16 and 20; Decree 356/2025/NĐ-CP, articles 3–4.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Literal

import yaml

from congvan.model.span import Span

Kind = Literal["identity", "phone", "account", "birth"]

# How far behind its word a number stands: "số tài khoản của bà A: 0123…".
_REACH = 40
# Not a part of a code, a date or a sum: no sign that joins numbers on either side.
_ALONE, _ENDED = r"(?<![\d./-])", r"(?![\d/-]|\.\d)"


def personal_data(text: str) -> Iterator[tuple[Kind, Span]]:
    """Every piece of personal data in a text with its place, in order; each place once."""
    taken: list[Span] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            span = Span(*match.span(match.lastindex or 0))
            if not any(span.meets(other) for other in taken):
                taken.append(span)
                yield kind, span


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    text = resources.files("congvan.language").joinpath("data/personal.yml").read_text("utf-8")
    words = {kind: _either(said) for kind, said in yaml.safe_load(text).items()}
    near = rf"[^\d\n]{{0,{_REACH}}}?"
    day = r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{4}"
    forms: tuple[tuple[Kind, str], ...] = (
        ("account", rf"\b(?:{words['account']})\b{near}(\d[\d .]{{5,22}}\d)"),
        ("identity", rf"\b(?:{words['identity']})\b{near}(\d{{9}}|\d{{12}})(?!\d)"),
        # A citizen's number has twelve digits, province first (Decree 137/2015/NĐ-CP, article 13).
        ("identity", rf"{_ALONE}(0\d{{11}}){_ENDED}"),
        # The older one has nine; so have few other numbers that stand without points.
        ("identity", rf"{_ALONE}(\d{{9}}){_ENDED}"),
        # Mobile prefixes 03, 05, 07, 08, 09; fixed lines of offices begin with 02.
        ("phone", rf"{_ALONE}((?:\+?84|0)[ .-]?[35789]\d(?:[ .-]?\d){{7}}){_ENDED}"),
        ("birth", rf"\b((?:{words['birth']})\b[^\d\n]{{0,20}}?(?:{day}))(?!\d)"),
    )
    return tuple((kind, re.compile(form, re.IGNORECASE)) for kind, form in forms)


_PATTERNS = _patterns()
