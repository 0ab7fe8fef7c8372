"""Fidelity: the words, numbers and item marks of a dispatch are those of its text as received."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congvan.language.official import official
from congvan.language.printed import Printed, measured, positions
from congvan.language.register import Register
from congvan.model.dispatch import Dispatch
from congvan.model.finding import Finding
from congvan.read.places import FOLDER, of_body, of_file
from congvan.read.source_files import ORIGINAL
from congvan.read.text import place_in

_SHOWN = 6
"""Tokens quoted on either side of a difference."""
_ANCHORS = (12, 6, 3, 1)
"""Tokens by which the body's opening is sought in the text as received."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """A text as received with the three parts it should be made of."""

    dispatch: Dispatch
    original: Printed
    above: Printed
    body: Printed
    below: Printed

    def find_body(self) -> int:
        """The token of the original at which the body begins: its opening words, nearest to where
        the heading should end.
        """
        expected = len(self.above.words)
        anchors = (self.body.words[:length] for length in _ANCHORS)
        found = (tuple(positions(self.original.words, anchor)) for anchor in anchors)
        places = next((some for some in found if some), (expected,))
        return min(places, key=lambda place: abs(place - expected))


def fidelity_faults(dispatch: Dispatch, register: Register) -> Iterator[Finding]:
    """The first difference above the body, in it and below it: at most three findings."""
    if dispatch.original is None or not dispatch.body:
        return
    form = official(dispatch, register)
    above, below = Printed("\n".join(form.above)), Printed("\n".join(form.below))
    ruler = Ruler(dispatch, measured(dispatch.original), above, Printed(dispatch.body), below)
    if ruler.original.words != (*above.words, *ruler.body.words, *below.words):
        yield from _differences(ruler)


def _differences(ruler: Ruler) -> Iterator[Finding]:
    words, body = ruler.original.words, ruler.body.words
    start = ruler.find_body()
    head = _first_difference(words[:start], ruler.above.words)
    if head is not None:
        yield _around(ruler, head, ruler.above, head)
    inside = _first_difference(words[start : start + len(body)], body)
    if inside is not None:
        yield _in_body(ruler, start + inside, inside)
        # Where the body goes wrong its end is not known; the footing is sought by its own words.
        end = next(positions(words, ruler.below.words[:2]), None)
    else:
        end = start + len(body)
    foot = None if end is None else _first_difference(words[end:], ruler.below.words)
    if end is not None and foot is not None:
        yield _around(ruler, end + foot, ruler.below, foot)


def _first_difference(one: tuple[str, ...], other: tuple[str, ...]) -> int | None:
    """The first index at which two sequences differ; None where they are the same."""
    if one == other:
        return None
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def _around(ruler: Ruler, at: int, part: Printed, index: int) -> Finding:
    return _finding("text-differs", ruler, at, {"stated": _shown(part, index)})


def _in_body(ruler: Ruler, at: int, index: int) -> Finding:
    last = len(ruler.body.words) - 1
    offset = ruler.body.span(min(index, last)).start if last >= 0 else 0
    line = of_body(ruler.dispatch, offset).line
    values = {"stated": _shown(ruler.body, index), "line": str(line)}
    return _finding("body-differs", ruler, at, values)


def _finding(code: str, ruler: Ruler, at: int, values: dict[str, str]) -> Finding:
    original = ruler.original
    offset = original.span(at).start if at < len(original.words) else len(original.text)
    place = place_in(original.text, offset, f"{FOLDER}/{ruler.dispatch.folder}/{ORIGINAL}")
    values = values | {"file": of_file(ruler.dispatch)}
    return Finding(code, place, _shown(original, at), values)


def _shown(text: Printed, index: int) -> str:
    """The words of a text from a token on, "…" where it has ended."""
    return " ".join(text.words[index : index + _SHOWN]) or "…"
