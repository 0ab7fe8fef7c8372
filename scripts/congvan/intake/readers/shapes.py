"""Shapes: which cuts of a layer of ink can be stamps, and every way to make one legible.

A mark is turned until its lines are level, freed of the frame around it, and enlarged to the size
at which letters are read best.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from statistics import median

from PIL import Image, ImageFilter, ImageOps

from congvan.intake.readers import inks, marks

_SIDES = ((8.0, 130.0), (3.5, 75.0))
"""Millimetres, from and to, of a mark's longer and shorter side."""
_TURNS = range(-50, 51, 2)
"""Degrees by which a mark may stand askew."""
_FINE = (-1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5)
_TURNED_DPI = 75
_OUTLINE = 0.6
"""Share of a mark's width and height that its frame spans."""
_THIN = 0.4
"""Share of a frame's box that is ink, at most."""
_LINE = 0.55
"""Share of a mark's width that no letter's stroke has."""
_UPRIGHT = 0.88
_LETTER = (1.6, 11.0)
"""Millimetres of a letter's height, from and to."""
_LEAST_LETTERS = 2
"""A mark has at least three; two may have run together."""
_INKED = 48
"""Of 255, from which a dot of a layer is ink."""
_READ_AT = 44
"""Pixels of a letter's height at which it is read best."""
_ROUND = 1.25
_RADIUS, _RIM = 30, 0.8
"""A seal is looked at in so many steps from its middle; its rim begins at this share of them."""
_RING = 0.35
"""Share of ink near the rim that makes a round seal."""


def is_mark(cut: Image.Image, dpi: int) -> bool:
    """Whether a cut has the size of a stamp and something like letters, and is no seal."""
    sides = sorted(cut.size, reverse=True)
    fits = all(
        least <= side * marks.MILLIMETRES / dpi <= most
        for side, (least, most) in zip(sides, _SIDES, strict=True)
    )
    return fits and not _is_seal(cut) and len(_letters(cut, dpi)) >= _LEAST_LETTERS


def ways(layer: Image.Image, dpi: int) -> Iterator[Image.Image]:
    """A mark in every way in which it may be legible, the likeliest first."""
    return (freed for turned in _levelled(layer, dpi) for freed in _freed(turned, dpi))


def _levelled(layer: Image.Image, dpi: int) -> Iterator[Image.Image]:
    """A mark turned so that its lines are level, and as it stands."""
    turn = leaning(layer, dpi)
    padded = _padded(layer, dpi)
    yield _trimmed(padded.rotate(turn, Image.Resampling.BICUBIC, expand=True))
    if abs(turn) > max(_FINE):
        yield _trimmed(padded)


def leaning(layer: Image.Image, dpi: int) -> float:
    """By how many degrees a mark must be turned for its lines to be level."""
    padded = _padded(layer, dpi)
    small = padded.reduce(max(1, round(dpi / _TURNED_DPI)))
    coarse = max(_TURNS, key=lambda turn: _level(small, turn))
    finer = padded.reduce(max(1, round(dpi / _TURNED_DPI / 2)))
    return max((coarse + step for step in _FINE), key=lambda turn: _level(finer, turn))


def _padded(layer: Image.Image, dpi: int) -> Image.Image:
    return ImageOps.expand(layer, border=dpi // 20, fill=0)


def _level(layer: Image.Image, turn: float) -> float:
    """How sharply the rows of a mark differ once it is turned: most where its lines are level."""
    turned = layer.rotate(turn, Image.Resampling.BILINEAR, expand=True)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    steps = (one - other for one, other in pairwise(rows))
    return sum(step * step for step in steps) * turned.width**2


def _inked(layer: Image.Image) -> Image.Image:
    """A layer without the shadows that turning leaves around strokes."""
    return layer.point([level if level >= _INKED else 0 for level in range(256)])


def _trimmed(layer: Image.Image) -> Image.Image:
    box = _inked(layer).getbbox()
    return layer.crop(box) if box else layer


def _freed(layer: Image.Image, dpi: int) -> Iterator[Image.Image]:
    """A mark without its frame: first what is one outline, then what is a long line."""
    bare = _inked(layer)
    found = marks.parts(bare)
    outlines = [part for part in found if _is_outline(part, bare)]
    if outlines:
        yield marks.without(bare, outlines)
    lined = marks.without_runs(bare, round(bare.width * _LINE))
    turned = lined.transpose(Image.Transpose.TRANSPOSE)
    upright = max(round(bare.height * _UPRIGHT), dpi // 5)
    lined = marks.without_runs(turned, upright).transpose(Image.Transpose.TRANSPOSE)
    yield lined
    yield inks.closed(marks.without(bare, outlines) if outlines else lined)


def is_thin(part: marks.Part) -> bool:
    """Whether a part is an outline, not filled with ink."""
    return part.fill <= _THIN


def _is_outline(part: marks.Part, layer: Image.Image) -> bool:
    wide = part.width >= _OUTLINE * layer.width and part.height >= _OUTLINE * layer.height
    return wide and is_thin(part)


def enlarged(layer: Image.Image, dpi: int) -> Image.Image | None:
    """A mark as black letters on white of the size at which they are read best."""
    cut = _trimmed(layer)
    heights = _letters(cut, dpi)
    if not heights:
        return None
    scale = min(4.0, max(0.25, _READ_AT / median(heights)))
    size = max(1, round(cut.width * scale)), max(1, round(cut.height * scale))
    grown = cut.resize(size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.8))
    return ImageOps.expand(ImageOps.invert(grown), border=_READ_AT, fill=255)


def _letters(layer: Image.Image, dpi: int) -> list[int]:
    """The heights of what may be letters."""
    least, most = (round(side * dpi / marks.MILLIMETRES) for side in _LETTER)
    return [part.height for part in marks.parts(layer) if least <= part.height <= most]


def _is_seal(layer: Image.Image) -> bool:
    """Whether a mark is as wide as high, its ink in a ring near the rim."""
    if not 1 / _ROUND < layer.width / layer.height < _ROUND:
        return False
    side = 2 * _RADIUS
    small = layer.resize((side, side), Image.Resampling.BOX).tobytes()
    places = ((at % side - _RADIUS, at // side - _RADIUS, level) for at, level in enumerate(small))
    far = [level for x, y, level in places if _RIM * _RADIUS <= hypot(x, y) <= _RADIUS]
    return sum(level >= _INKED for level in far) >= _RING * len(far)
