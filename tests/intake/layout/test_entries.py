"""Number and day that were written by hand."""

from __future__ import annotations

import pytest

from congvan.intake.layout.entries import legible
from congvan.intake.layout.words import Row, Word

SURE, UNSURE = 95.0, 40.0


def row(*words: str) -> Row:
    """A row near the top; a word with "?" behind it was read without confidence."""
    listed = []
    for at, word in enumerate(words):
        confidence = UNSURE if word.endswith("?") else SURE
        listed.append(Word(word.rstrip("?"), 60.0 * at, 50, 60.0 * at + 50, 60, confidence))
    return Row(tuple(listed))


@pytest.mark.parametrize(
    ("words", "kept", "doubtful"),
    [
        (("Số:", "299", "/UBND-VX"), "Số: 299 /UBND-VX", []),
        (("Số:", "892.?", "/UBND-VX"), "Số: /UBND-VX", ["892."]),
        (("Số:", "4J29", "/UBND-VX"), "Số: /UBND-VX", ["4J29"]),
        (("Số:†B?", "/UBND-VX"), "Số: /UBND-VX", ["†B"]),
        (("Số:12/UBND-VX",), "Số:12/UBND-VX", []),
        (("An", "Hòa,", "ngày", "04tháng", "02", "năm", "2025"),
         "An Hòa, ngày 04 tháng 02 năm 2025", []),
        (("An", "Hòa,", "ngày⁄|Š?", "tháng", "01", "năm", "2025"),
         "An Hòa, ngày tháng 01 năm 2025", ["⁄|Š"]),
        (("Giao", "Sở", "A?"), "Giao Sở A", []),
    ],
)  # fmt: skip
def test_an_entry_is_kept_where_it_was_read_and_left_blank_where_not(
    words: tuple[str, ...], kept: str, doubtful: list[str]
) -> None:
    """Never guessed; what it looked like is told apart."""
    rows, unread = legible([row(*words)], 800)
    assert [one.text for one in rows] == [kept]
    assert unread == doubtful
