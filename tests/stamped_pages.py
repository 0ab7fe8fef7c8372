"""Pictures of pages to test the reading of stamps with: invented papers, stamped and scanned."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

import papers

DPI = 200
FONTS = Path("/usr/share/fonts/truetype")
PRINT = FONTS / "dejavu/DejaVuSerifCondensed.ttf"
"""Debian's fonts-dejavu-core and -extra; tests that draw are passed over without them."""
FACES = (
    FONTS / "dejavu/DejaVuSerifCondensed-Bold.ttf",
    FONTS / "dejavu/DejaVuSansCondensed-Bold.ttf",
    FONTS / "dejavu/DejaVuSerif-Bold.ttf",
    FONTS / "dejavu/DejaVuSans-Bold.ttf",
)
SECRET = (
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "LƯU HÀNH\nNỘI BỘ",
    "XEM XONG\nTRẢ LẠI",
    "TÀI LIỆU THU HỒI",
)
URGENT = ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")
INKS = ((214, 24, 40), (178, 30, 52), (226, 90, 96), (233, 146, 150), (224, 172, 172))
"""From fresh to faded."""
FRAMES = ("none", "single", "double", "arrow")
MODES = ("colour", "grey", "two-tone")
_PLACES = ((0.10, 0.235), (0.12, 0.30), (0.62, 0.19), (0.16, 0.165), (0.66, 0.05))
"""Where a stamp begins, as shares of the page: the last two lie over print or at the edge."""
_SIZES = (13, 14, 16, 22)
"""Points; Decree 30/2020 asks for 13 and 14."""

Ink = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp as it is put on a page."""

    words: str
    frame: str = "single"
    angle: float = 0.0
    ink: Ink = INKS[0]
    face: Path = FACES[0]
    size: int = 14
    place: tuple[float, float] = _PLACES[0]
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """What became of the paper on its way."""

    mode: str = "colour"
    quality: int = 75
    blur: float = 0.0
    dirt: int = 0
    """Specks."""
    skew: float = 0.0


def millimetres(length: float) -> int:
    """A length in pixels."""
    return round(length * DPI / 25.4)


def page() -> Image.Image:
    """A letter without stamps, in black."""
    picture = Image.new("RGB", (millimetres(210), millimetres(297)), (252, 252, 250))
    draw = ImageDraw.Draw(picture)
    for at, (left, right) in enumerate(papers.HEADING):
        y = millimetres(20 + 7 * at)
        draw.text((millimetres(28), y), left, "black", _font(PRINT, 13))
        draw.text((millimetres(92), y), right, "black", _font(PRINT, 12))
    y = millimetres(98)
    for line in _wrapped((papers.PARAGRAPH.replace("./.", ".") + " ") * 5):
        draw.text((millimetres(28), y), line, "black", _font(PRINT, 13))
        y += millimetres(7)
    for at, (left, right) in enumerate(papers.FOOT):
        draw.text((millimetres(28), y + millimetres(8 + 7 * at)), left, "black", _font(PRINT, 11))
        draw.text((millimetres(120), y + millimetres(8 + 7 * at)), right, "black", _font(PRINT, 13))
    return picture


def stamped(picture: Image.Image, stamp: Stamp) -> Image.Image:
    """The page with a stamp on it: its ink darkens what is printed below."""
    ink = _drawn(stamp).rotate(stamp.angle, Image.Resampling.BICUBIC, expand=True)
    layer = Image.new("L", picture.size)
    x, y = (round(share * side) for share, side in zip(stamp.place, picture.size, strict=True))
    layer.paste(ink, (x, max(0, y - ink.height // 2)))
    solid = Image.composite(
        Image.new("RGB", picture.size, stamp.ink), Image.new("RGB", picture.size, "white"), layer
    )
    return ImageChops.multiply(picture, solid)


def sealed(picture: Image.Image, share: tuple[float, float], ink: Ink = INKS[0]) -> Image.Image:
    """The page with a round seal whose middle lies there."""
    layer = Image.new("RGB", picture.size, "white")
    draw = ImageDraw.Draw(layer)
    x, y = (round(part * side) for part, side in zip(share, picture.size, strict=True))
    for radius, width in ((18, 1.2), (17, 0.3), (11, 0.5)):
        far = millimetres(radius)
        draw.ellipse((x - far, y - far, x + far, y + far), None, ink, millimetres(width))
    draw.regular_polygon((x, y, millimetres(6)), 5, fill=ink)
    for turn in range(0, 360, 24):
        letter = Image.new("L", (2 * x, 2 * y))
        ImageDraw.Draw(letter).text((x, y - millimetres(14)), "N", 255, _font(FACES[1], 11), "mm")
        turned = letter.rotate(turn, center=(x, y))
        layer.paste(ink, (0, 0), turned)
    return ImageChops.multiply(picture, layer)


def scanned(picture: Image.Image, scan: Scan, seed: int = 0) -> Image.Image:
    """The page as a scanner gives it."""
    chance = random.Random(seed)  # noqa: S311 - the same dirt each time
    draw = ImageDraw.Draw(picture)
    for _ in range(scan.dirt):
        x, y = chance.randrange(picture.width), chance.randrange(picture.height)
        far = chance.randrange(1, 4)
        draw.ellipse((x, y, x + far, y + far), chance.choice(("black", "grey", INKS[3])))
    if scan.skew:
        picture = picture.rotate(scan.skew, Image.Resampling.BICUBIC, fillcolor="white")
    if scan.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(scan.blur))
    if scan.mode == "two-tone":
        return picture.convert("L").point([0] * 160 + [255] * 96).convert("RGB")
    picture = picture.convert("L") if scan.mode == "grey" else picture
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=scan.quality)
    return Image.open(buffer).convert("RGB")


def any_stamp(chance: random.Random, words: str) -> Stamp:
    """A stamp of those words as an office may have put it."""
    return Stamp(
        words,
        chance.choice(FRAMES if "\n" not in words else FRAMES[:3]),
        chance.choice((0, 0, 1, -2, 4, -5, 8, -11, 17, -24, 34)),
        chance.choice(INKS),
        chance.choice(FACES),
        chance.choice(_SIZES),
        chance.choice(_PLACES),
        chance.random() < 1 / 5,
    )


def any_scan(chance: random.Random, mode: str) -> Scan:
    """A scan of that mode, clean or not."""
    return Scan(
        mode,
        chance.choice((40, 60, 75, 90)),
        chance.choice((0, 0, 0.6, 1.0)),
        chance.choice((0, 0, 40, 200)),
        chance.choice((0, 0, 0.6, -1.2)),
    )


def made(number: int, mode: str, words: str, seed: int) -> Image.Image:
    """A scan of a stamped page, the same for the same number and seed."""
    chance = random.Random(f"{mode} {number} {seed}")  # noqa: S311 - the same page each time
    stamp = any_stamp(chance, words)
    if mode == "two-tone":
        # What is fainter than the threshold is lost in the scanner and cannot be found.
        stamp = replace(stamp, ink=chance.choice(INKS[:2]))
    picture = stamped(page(), stamp)
    if chance.random() < 1 / 2:
        picture = sealed(picture, (0.62, 0.72))
    return scanned(picture, any_scan(chance, mode), number)


def plain(number: int, mode: str, seed: int) -> Image.Image:
    """A scan of a page without a stamp, every second one with a seal somewhere."""
    chance = random.Random(f"{mode} {number} {seed} plain")  # noqa: S311 - the same page each time
    picture = page()
    if number % 2:
        picture = sealed(picture, (chance.uniform(0.3, 0.7), chance.uniform(0.3, 0.8)))
    return scanned(picture, any_scan(chance, mode), number)


def _drawn(stamp: Stamp) -> Image.Image:
    """The stamp alone, ink as white."""
    font = _font(stamp.face, stamp.size)
    words = " ".join(stamp.words) if stamp.spaced and "\n" not in stamp.words else stamp.words
    box = ImageDraw.Draw(Image.new("L", (1, 1))).multiline_textbbox((0, 0), words, font)
    width, height = round(box[2] - box[0]), round(box[3] - box[1])
    pad = millimetres(7 if stamp.frame == "arrow" else 2.5)
    layer = Image.new("L", (width + 2 * pad, height + 2 * pad))
    draw = ImageDraw.Draw(layer)
    draw.multiline_text((pad - box[0], pad - box[1]), words, 255, font, align="center")
    edge, line = millimetres(0.5), millimetres(0.5)
    right, foot = layer.width - edge, layer.height - edge
    if stamp.frame in ("single", "double"):
        draw.rectangle((edge, edge, right, foot), None, 255, line)
    if stamp.frame == "double":
        inner = edge + millimetres(0.9)
        draw.rectangle(
            (inner, inner, right - inner + edge, foot - inner + edge), None, 255, line // 2
        )
    if stamp.frame == "arrow":
        high, low, middle = pad * 0.6, layer.height - pad * 0.6, layer.height / 2
        head = right - pad * 0.8
        outline = [
            (edge, high),
            (head, high),
            (head, edge),
            (right, middle),
            (head, foot),
            (head, low),
        ]
        draw.polygon([*outline, (edge, low), (edge + pad * 0.5, middle)], None, 255, line)
    return layer


def _wrapped(words: str) -> Iterator[str]:
    line = ""
    for word in words.split():
        if len(f"{line} {word}") > 78:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def _font(face: Path, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(face, round(size * DPI / 72))
