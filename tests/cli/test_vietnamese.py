from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from congvan.cli import COMMANDS, main

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|args|error|try|show|exit|missing|invalid|such|value|"
    r"got|requires?|does|not|text|integer|range|path|directory|file|default|version)\b",
    re.IGNORECASE,
)
OWN = re.compile(r"--[\w-]+|\[[\w|]+\]|«[^»]*»|'[^']*'|text hoặc json")
"""Names of options, their choices, and what was typed: words of the interface or the clerk's."""


def said(*words: str) -> str:
    """What the command says to these words, its own names left out."""
    return OWN.sub("", CliRunner().invoke(main, list(words), prog_name="congvan").output)


@pytest.mark.parametrize("words", [(), *((command,) for command in COMMANDS)])
def test_help_is_vietnamese(words: tuple[str, ...]) -> None:
    """No English word stands around what we say of a command."""
    shown = said(*words, "--help")
    assert "Cách dùng" in shown
    assert ENGLISH.findall(shown) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("bild",), "Không có lệnh"),
        (("search", "--bad"), "Không có tùy chọn"),
        (("new", "--year", "x"), "không phải số nguyên"),
        (("new", "--year", "1"), "không nằm trong khoảng"),
        (("check", "/none"), "Không có"),
        (("publish",), "Chưa nêu tham số"),
        (("search", "--format", "xls", "a"), "không phải một trong"),
        (("search", "a", "b"), "Thừa tham số"),
        (("search", "--agency"), "cần một giá trị"),
        (("--version",), "phiên bản"),
    ],
)
def test_wrong_use_is_told_in_vietnamese(words: tuple[str, ...], told: str) -> None:
    """What was wrong and where help is, without an English word."""
    shown = said(*words)
    assert told in shown
    assert ENGLISH.findall(shown) == []
