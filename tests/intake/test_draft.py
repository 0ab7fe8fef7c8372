"""Drafts of dispatches."""

from __future__ import annotations

import hashlib

import pytest

from congvan.intake import draft
from congvan.intake.draft import escaped
from congvan.language.register import Register
from congvan.recognise import read_letter
from seeds import DISPATCHES, FILES


@pytest.mark.parametrize("id_", sorted(FILES))
def test_a_draft_of_the_text_as_received_is_the_file_a_clerk_would_write(
    id_: str, register: Register
) -> None:
    """The body, its item marks and the header come out as in the archive's own file."""
    file = DISPATCHES / FILES[id_]
    original = file.with_suffix("").joinpath("goc.txt").read_bytes()
    letter = read_letter(original.decode(), register)
    made = draft(id_, file.parts[-3], "cong-van", None, letter, original)
    assert str(made.path) == FILES[id_]
    assert made.content.split("---\n")[2].split() == file.read_text().split("---\n")[2].split()
    assert f"sha256: {hashlib.sha256(original).hexdigest()}" in made.content


def test_a_draft_without_a_text_leaves_everything_to_the_clerk() -> None:
    """What is not known is blank, and there is no original beside it."""
    made = draft("abcdefgh", "ubnd-dak-lak", "ke-hoach", 2024, None, b"")
    assert str(made.path) == "ubnd-dak-lak/2024/ks-ke-hoach-abcdefgh.md"
    assert made.original_path is None
    assert 'subject: ""' in made.content


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("1. Giao Sở", "1\\. Giao Sở"),
        ("- Chủ trì", "\\- Chủ trì"),
        ("+ Phối hợp", "\\+ Phối hợp"),
        ("a) Theo dõi", "a) Theo dõi"),
        ("# Mục", "\\# Mục"),
        ("5/6/2021 là hạn", "5/6/2021 là hạn"),
    ],
)
def test_marks_that_markdown_would_eat_are_escaped(text: str, kept: str) -> None:
    """Item marks are text of the record, not lists that a browser renumbers."""
    assert escaped(text) == kept
