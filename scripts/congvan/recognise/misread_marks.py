"""Marks of items that a scan misread, told by the items before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from congvan.language import vocabulary
from congvan.recognise.paragraphs import Paragraph, ordinal

_ORDINALS = [point.replace("đ", "dd") for point in str(vocabulary.table("citations")["points"])]
_MISREAD: dict[str, str] = dict(vocabulary.table("citations")["misread_points"])
_DASHES = "¬_"
# One letter that a scan lost may stand between the last and the misread one.
_MISSED = 2
# The lists that a level ends.
_BELOW = {
    "number": ("letter", "dash"),
    "letter": ("dash",),
    "dash": (),
}


def reread(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs with the level and ordinal that misread marks stand for.

    "8)" after "e)" is g), "©)" after "b)" is c), "5," after "4." is 5., "__" after a dash is a
    dash. The mark itself stays as printed; what stands for no mark is a plain paragraph.
    """
    last: dict[str, Paragraph] = {}
    for printed in paragraphs:
        paragraph = _reread(printed, last)
        if paragraph.level and paragraph.level != "deep":
            for below in _BELOW.get(paragraph.level, ("number", "letter", "dash")):
                last.pop(below, None)
            last[paragraph.level] = paragraph
        yield paragraph


def _reread(paragraph: Paragraph, last: dict[str, Paragraph]) -> Paragraph:
    mark = paragraph.mark
    letter = _letter_after(last, mark[:-1]) if mark[-1:] == ")" else None
    if letter and paragraph.level in ("number", "misread"):
        return replace(paragraph, level="letter", meant=letter)
    if paragraph.level != "misread":
        return paragraph
    if mark[-1] == "," and _follows(last.get("number"), mark[:-1]):
        return replace(paragraph, level="number", meant=mark[:-1])
    if mark[-1] in _DASHES and "dash" in last:
        return replace(paragraph, level="dash")
    return replace(paragraph, text=paragraph.start, mark="", level="")


def _follows(before: Paragraph | None, number: str) -> bool:
    return before is not None and ordinal(before) == str(int(number) - 1)


def _letter_after(last: dict[str, Paragraph], sign: str) -> str | None:
    """What a sign before a bracket stands for after the last letter with a bracket."""
    letter, number = last.get("letter"), last.get("number")
    if letter is None or letter.mark[-1] != ")" or (number and number.mark[-1] == ")"):
        return None
    at = _ORDINALS.index(ordinal(letter)) if ordinal(letter) in _ORDINALS else len(_ORDINALS)
    onward = _ORDINALS[at + 1 : at + 1 + _MISSED]
    return next((point for point in onward if point in _MISREAD.get(sign, "")), None)
