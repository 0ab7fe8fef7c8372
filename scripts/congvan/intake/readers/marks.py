"""Marks: the connected parts of a layer of ink, and which of them stand together as one mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from PIL import Image, ImageFilter

MILLIMETRES = 25.4
_RUN = re.compile(rb"[\x01-\xff]+")
_MOST_RUNS = 150_000
"""A page full of dirt has more; nothing is told apart in it."""
_COARSE = 50
"""Dots an inch, in which marks are gathered: half a millimetre each."""
_NEAR = 9
"""Coarse dots: what lies within four of another, two millimetres, belongs to it."""
_LEAST = 20
"""Ink in a coarse dot, of 255, from which it counts."""

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A connected part: its box, and its runs by row and columns."""

    box: Box
    runs: tuple[tuple[int, int, int], ...]

    @property
    def width(self) -> int:
        """In pixels."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> int:
        """In pixels."""
        return self.box[3] - self.box[1]

    @property
    def fill(self) -> float:
        """Share of its box that is ink: little in an outline."""
        return sum(end - start for _, start, end in self.runs) / (self.width * self.height)


def parts(layer: Image.Image) -> list[Part]:
    """The connected parts of a layer; none where it is too full to tell them apart."""
    runs = list(islice(_runs(layer), _MOST_RUNS + 1))
    if len(runs) > _MOST_RUNS:
        return []
    above = list(range(len(runs)))
    for one, other in _touching(runs):
        first, second = _root(above, one), _root(above, other)
        above[max(first, second)] = min(first, second)
    gathered: dict[int, list[tuple[int, int, int]]] = {}
    for at, run in enumerate(runs):
        gathered.setdefault(_root(above, at), []).append(run)
    return [Part(_box(found), tuple(found)) for found in gathered.values()]


def gathered(layer: Image.Image, dpi: int) -> list[Box]:
    """The boxes of what stands together on a layer, from the top."""
    factor = max(1, round(dpi / _COARSE))
    coarse = layer.reduce(factor).point([255 if level >= _LEAST else 0 for level in range(256)])
    grown = coarse.filter(ImageFilter.MaxFilter(_NEAR))
    edge = _NEAR // 2
    found = []
    for part in parts(grown):
        x0, y0, x1, y1 = part.box
        # Growth stops at the edges of the page: what touches one is not shrunk there.
        box = (
            (x0 + edge if x0 else 0) * factor,
            (y0 + edge if y0 else 0) * factor,
            min((x1 - edge if x1 < grown.width else x1) * factor, layer.width),
            min((y1 - edge if y1 < grown.height else y1) * factor, layer.height),
        )
        if box[0] < box[2] and box[1] < box[3]:
            found.append(box)
    return sorted(found, key=lambda box: (box[1], box[0]))


def without(layer: Image.Image, taken: Iterable[Part]) -> Image.Image:
    """A layer without some of its parts."""
    width, signs = layer.width, bytearray(layer.tobytes())
    for part in taken:
        for row, start, end in part.runs:
            signs[row * width + start : row * width + end] = bytes(end - start)
    return Image.frombytes("L", layer.size, bytes(signs))


def without_runs(layer: Image.Image, longest: int) -> Image.Image:
    """A layer without runs of ink in a row that are as long: lines, which no letter has."""
    blank = re.compile(rb"[\x01-\xff]{%d,}" % max(2, longest))
    width, signs = layer.width, layer.tobytes()
    rows = (signs[at : at + width] for at in range(0, len(signs), width))
    return Image.frombytes(
        "L", layer.size, b"".join(blank.sub(lambda run: bytes(len(run[0])), row) for row in rows)
    )


def _runs(layer: Image.Image) -> Iterator[tuple[int, int, int]]:
    width, signs = layer.width, layer.tobytes()
    for row in range(layer.height):
        for run in _RUN.finditer(signs, row * width, (row + 1) * width):
            yield row, run.start() - row * width, run.end() - row * width


def _touching(runs: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of runs in adjacent rows that touch, corners too."""
    at = 0
    for number, (row, start, end) in enumerate(runs):
        while runs[at][0] < row - 1 or (runs[at][0] == row - 1 and runs[at][2] < start):
            at += 1
        other = at
        while runs[other][0] == row - 1 and runs[other][1] <= end:
            yield other, number
            other += 1


def _root(above: list[int], at: int) -> int:
    while above[at] != at:
        above[at] = above[above[at]]
        at = above[at]
    return at


def _box(runs: Sequence[tuple[int, int, int]]) -> Box:
    return (
        min(start for _, start, _ in runs),
        runs[0][0],
        max(end for _, _, end in runs),
        runs[-1][0] + 1,
    )
