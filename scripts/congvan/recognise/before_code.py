"""What stands right before a code and says whose it is: "Kế hoạch số ", "Luật Đất đai số "."""

from __future__ import annotations

from dataclasses import dataclass

from congvan.recognise import citation_grammar as grammar

# The longest name of a type with "số" after it; the name of a law may be longer.
_REACH = 60


@dataclass(frozen=True, slots=True)
class Before:
    """The words that end where a code begins."""

    length: int
    """How many places they take up."""
    type: str | None = None
    law: str | None = None
    bare: bool = False
    """Whether "số" stands alone."""


def before_code(window: str) -> Before | None:
    """The words at the end of `window` that lead up to a code; None where none do."""
    law = grammar.LAW_BEFORE_CODE.search(window) if grammar.LAW_WORD.search(window) else None
    if law:
        return Before(len(law[0]), law=" ".join(law["law"].split()))
    near = grammar.BEFORE_CODE.search(window, max(0, len(window) - _REACH))
    return Before(len(near[0]), near["type"], bare=bool(near["bare"])) if near else None
