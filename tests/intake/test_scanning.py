"""Pages: which are read from their pictures."""

from __future__ import annotations

from congvan.intake.layout.words import Page, Word
from congvan.intake.readers.pdf import PdfPage
from congvan.intake.scanning import _scanned
from papers import GARBAGE, PARAGRAPH

OLD = "Uû ban nh©n d©n tØnh An Hoµ yªu cÇu " * 5


def page(number: int, words: str, covered: float = 1.0) -> PdfPage:
    """A page with those words in its text layer, a picture covering that share of it."""
    layer = tuple(Word(word, 0, 0, 10, 10) for word in words.split())
    return PdfPage(Page(number, 595, 842, layer), covered=covered)


def test_a_layer_that_is_useless_behind_one_picture_is_believed_behind_none() -> None:
    """One program made them all: letters that look like an old encoding are its mistakes too."""
    assert _scanned([page(0, OLD), page(1, GARBAGE), page(2, OLD)]) == [0, 1, 2]


def test_a_page_that_is_no_picture_keeps_its_layer() -> None:
    """An annex written on a computer stands behind a scanned letter."""
    assert _scanned([page(0, GARBAGE), page(1, PARAGRAPH, covered=0.0)]) == [0]


def test_an_old_encoding_alone_is_read_from_its_layer() -> None:
    """It is converted by its table, letter by letter, which no picture can better."""
    assert _scanned([page(0, OLD, covered=0.0), page(1, OLD, covered=0.0)]) == []
