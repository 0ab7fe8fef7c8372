"""Inks: what stands on a page in another ink than its print, each ink as a layer of its own.

A layer is a picture in grey whose lightness says how much of that ink there is: 0 for none.
"""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

_RED = 24
"""How much red must stand out for ink to be red, of 255: a faded stamp has 40, yellow paper 10."""
_COLOURED = 48
"""How far a pixel's colours must lie apart to be ink of any colour."""
_STRONGER = 3
"""By how much a layer's values are raised, so that faded ink is as good as fresh."""
_PAPER, _PRINT = 216, 84
"""Greys between which ink is neither paper nor black print."""
_EDGE = 5
"""Pixels of a stroke at least: the grey edges of black letters are thinner."""
_BOLD = 3
"""Pixels, at half the size, of a stroke of print in bold, of which stamps are cut."""
_GAP = 7
"""Pixels of a cut that is closed: where a letter in print crosses one of a stamp."""


def red(picture: Image.Image) -> Image.Image:
    """Red ink: seals, stamps."""
    first, green, blue = picture.split()
    return _raised(ImageChops.subtract(first, ImageChops.lighter(green, blue)), _RED)


def coloured(picture: Image.Image) -> Image.Image:
    """Ink of any colour: stamps in violet or blue, pens."""
    first, green, blue = picture.split()
    most = ImageChops.lighter(ImageChops.lighter(first, green), blue)
    least = ImageChops.darker(ImageChops.darker(first, green), blue)
    return _raised(ImageChops.subtract(most, least), _COLOURED)


def faint(picture: Image.Image) -> Image.Image:
    """Strokes in grey: what a scan without colours leaves of red ink."""
    between = picture.convert("L").point([_share(level) for level in range(256)])
    opened = between.filter(ImageFilter.MinFilter(_EDGE)).filter(ImageFilter.MaxFilter(_EDGE))
    return opened.point([0 if level < _RED else level for level in range(256)])


def dark(picture: Image.Image) -> Image.Image:
    """Whatever is no paper, print and stamps alike."""
    return picture.convert("L").point([255 if level < _PAPER - _RED else 0 for level in range(256)])


def bold(layer: Image.Image) -> Image.Image:
    """Of a layer in two tones the letters that have thick strokes."""
    # At half its size, which is a quarter of the work: it only says where to look.
    half = layer.reduce(2).filter(ImageFilter.MinFilter(_BOLD))
    near = half.filter(ImageFilter.MaxFilter(2 * _BOLD + 1)).resize(layer.size)
    return ImageChops.darker(layer, near)


def closed(layer: Image.Image) -> Image.Image:
    """A layer with the cuts closed that another ink made in its letters."""
    return layer.filter(ImageFilter.MaxFilter(_GAP)).filter(ImageFilter.MinFilter(_GAP))


def _raised(layer: Image.Image, least: int) -> Image.Image:
    raised = [0 if level < least else min(255, level * _STRONGER) for level in range(256)]
    return layer.point(raised)


def _share(level: int) -> int:
    """How surely a grey is that of a stamp."""
    return 0 if level >= _PAPER or level <= _PRINT else min(255, (_PAPER - level) * _STRONGER)
