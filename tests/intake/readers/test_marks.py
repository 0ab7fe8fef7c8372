"""Connected parts of a layer, and marks made of them."""

from __future__ import annotations

from PIL import Image, ImageDraw

from congvan.intake.readers import marks


def layer(*boxes: tuple[int, int, int, int], size: tuple[int, int] = (600, 400)) -> Image.Image:
    """A layer with those boxes filled, both corners included."""
    picture = Image.new("L", size)
    for box in boxes:
        ImageDraw.Draw(picture).rectangle(box, 255)
    return picture


def test_parts_are_what_touches() -> None:
    """Corners touch; a gap of one dot parts."""
    found = marks.parts(layer((0, 0, 4, 4), (5, 5, 9, 9), (20, 0, 24, 4)))
    assert sorted(part.box for part in found) == [(0, 0, 10, 10), (20, 0, 25, 5)]


def test_a_horseshoe_is_one_part() -> None:
    """Two legs that meet further down were one from the beginning."""
    (part,) = marks.parts(layer((0, 0, 2, 30), (20, 0, 22, 30), (0, 28, 22, 30)))
    assert (part.width, part.height) == (23, 31)
    assert part.fill < 0.4


def test_a_part_can_be_taken_out() -> None:
    """What is within an outline stays when the outline goes."""
    picture = layer((10, 10, 100, 60))
    ImageDraw.Draw(picture).rectangle((13, 13, 97, 57), 0)
    ImageDraw.Draw(picture).rectangle((40, 30, 50, 40), 255)
    frame = max(marks.parts(picture), key=lambda part: part.width)
    assert marks.without(picture, [frame]).getbbox() == (40, 30, 51, 41)


def test_long_runs_are_lines() -> None:
    """A run in a row as long as asked is taken out, a shorter one is not."""
    picture = layer((0, 10, 99, 12), (0, 50, 39, 60))
    assert marks.without_runs(picture, 60).getbbox() == (0, 50, 40, 61)


def test_what_stands_near_is_one_mark() -> None:
    """Letters within two millimetres belong together; what stands a centimetre off does not."""
    found = marks.gathered(layer((60, 60, 80, 90), (95, 60, 115, 90), (400, 60, 420, 90)), 300)
    assert len(found) == 2
    left, right = sorted(found)
    assert left[0] <= 60
    assert left[2] >= 115
    assert right[0] > 380


def test_dirt_all_over_is_nothing() -> None:
    """A page of which nothing can be told apart gives no parts, in bounded time."""
    noise = Image.effect_noise((2000, 2000), 200).point([255 * (g > 128) for g in range(256)])
    assert marks.parts(noise) == []
