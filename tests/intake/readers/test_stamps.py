"""Stamps are read from pictures of pages, whatever ink is left of them."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from PIL import Image, ImageChops, ImageDraw

import stamped_pages as pages
from congvan.intake.readers import stamps, tesseract
from congvan.intake.readers.stamps import Heading, Stamps

CLEAN = pages.Scan()
DRAWN = pytest.mark.skipif(
    shutil.which("tesseract") is None or not all(face.exists() for face in pages.FACES),
    reason="no tesseract, or no fonts to draw with",
)


def read(picture: Image.Image, heading: Heading = Heading.SCANNED) -> Stamps:
    """The stamps of a page, at the resolution at which pages are read."""
    size = round(picture.width * 1.5), round(picture.height * 1.5)
    return stamps.read_stamps(picture.resize(size), 300, 60, heading=heading)


def made(stamp: pages.Stamp, scan: pages.Scan = CLEAN) -> Image.Image:
    """A scan of a page with that stamp."""
    return pages.scanned(pages.stamped(pages.page(), stamp), scan)


@DRAWN
@pytest.mark.slow
@pytest.mark.parametrize(
    ("stamp", "scan", "mark"),
    [
        (pages.Stamp("MẬT"), CLEAN, "MẬT"),
        (pages.Stamp("TUYỆT MẬT", angle=-7), CLEAN, "TUYỆT MẬT"),
        (pages.Stamp("HỎA TỐC", "arrow", 34), CLEAN, "Hỏa tốc"),
        (pages.Stamp("TỐI MẬT", ink=pages.INKS[3]), pages.Scan(quality=50, dirt=60), "TỐI MẬT"),
        (pages.Stamp("TỐI MẬT", place=(0.16, 0.165), size=22), CLEAN, "TỐI MẬT"),
        (pages.Stamp("LƯU HÀNH\nNỘI BỘ", "double"), pages.Scan("grey"), "LƯU HÀNH NỘI BỘ"),
        (pages.Stamp("THƯỢNG KHẨN", angle=5), pages.Scan("grey"), "Thượng khẩn"),
        (pages.Stamp("MẬT", angle=8), pages.Scan("two-tone"), "MẬT"),
    ],
)
def test_a_stamp_is_read(stamp: pages.Stamp, scan: pages.Scan, mark: str) -> None:
    """Framed, askew, faded, over print; in colours, in grey, in black and white."""
    assert read(made(stamp, scan)).found == (mark,)


@DRAWN
@pytest.mark.slow
def test_red_is_read_on_every_page_and_at_its_foot() -> None:
    """A page that is not the first may bear the stamp, and anywhere."""
    stamp = replace(pages.Stamp("MẬT"), place=(0.4, 0.9))
    assert read(made(stamp), Heading.NONE).found == ("MẬT",)


@DRAWN
@pytest.mark.slow
def test_a_page_without_a_stamp_has_none() -> None:
    """Neither print nor a seal is taken for a mark, or for one that cannot be read."""
    plain = pages.sealed(pages.page(), (0.62, 0.3))
    assert read(pages.scanned(plain, pages.Scan(dirt=100))) == Stamps()


@DRAWN
@pytest.mark.slow
def test_a_red_mark_that_says_nothing_legible_is_told() -> None:
    """Strokes in a red frame in the heading: a clerk must look."""
    picture = pages.page()
    layer = Image.new("RGB", picture.size, "white")
    draw = ImageDraw.Draw(layer)
    draw.rectangle((180, 560, 480, 640), None, "red", 4)
    for x in range(200, 460, 34):
        draw.line((x, 580, x + 26, 620, x + 4, 620, x + 26, 580), "red", 5)
    assert read(ImageChops.multiply(picture, layer)) == Stamps(unread=1)


def test_without_tesseract_a_coloured_page_awaits_a_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document whose words need no recognition is read all the same."""

    def missing(*_: object) -> list[object]:
        raise tesseract.Unavailable

    monkeypatch.setattr(tesseract, "recognised", missing)
    red = Image.new("RGB", (620, 877), "white")
    draw = ImageDraw.Draw(red)
    draw.rectangle((80, 100, 200, 140), None, "red", 2)
    for x in range(90, 190, 20):
        draw.rectangle((x, 112, x + 9, 128), "red")
    told = stamps.stamps_if_inked(red, lambda: red.resize((2480, 3508)), 300, 60)
    assert told == Stamps(unread=1)
    white = Image.new("RGB", (620, 877), "white")
    assert stamps.stamps_if_inked(white, lambda: white, 300, 60) == Stamps()
