"""Text layers: which can be taken as the page's words."""

from __future__ import annotations

import pytest

from congvan.intake.legibility import is_legible
from papers import GARBAGE, PARAGRAPH


@pytest.mark.parametrize(
    ("words", "unread", "legible"),
    [
        pytest.param(PARAGRAPH, 0.0, True, id="Vietnamese"),
        pytest.param(GARBAGE, 0.0, False, id="what an English recognition made of it"),
        pytest.param(PARAGRAPH, 0.05, False, id="letters of which the file says nothing"),
        pytest.param(
            PARAGRAPH.replace("H", "").replace("th", "").replace("ph", "").replace("q", ""),
            0.0, False, id="a font that drops letters",
        ),
        pytest.param("Sở A", 0.0, True, id="too few words to judge"),
        pytest.param("Uû ban nh©n d©n tØnh An Hoµ yªu cÇu " * 5, 0.0, True, id="an old encoding"),
    ],
)  # fmt: skip
def test_a_text_layer_is_judged_by_its_words(words: str, unread: float, legible: bool) -> None:
    """A layer that is not legible is read again from the picture."""
    assert is_legible(words.split(), unread) is legible
