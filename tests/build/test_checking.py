"""Checks of parts of an archive."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from congvan import build
from congvan.settings import Settings

SEED = "ubnd-dak-lak/2021/ks-ubnd-kgvx-k7d2m9qa"
OTHER = "ubnd-hung-yen/2025/ks-ubnd-kgvx-m4hp6ztw"


@pytest.fixture(name="archive")
def _archive(root: Path, tmp_path: Path) -> Settings:
    """The repository's sources, a word of the first text as received changed."""
    shutil.copytree(root / "dispatches", tmp_path / "dispatches")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    original = tmp_path / "dispatches" / SEED / "goc.txt"
    text = original.read_text(encoding="utf-8")
    assert "Đề nghị các cơ quan" in text
    changed = text.replace("Đề nghị các cơ quan", "Yêu cầu các cơ quan")
    original.write_text(changed, encoding="utf-8")
    return Settings(tmp_path)


@pytest.mark.parametrize("asked", [f"{SEED}.md", SEED, f"{SEED}/goc.txt", "ubnd-dak-lak"])
def test_a_finding_in_the_text_as_received_is_the_dispatchs_own(
    archive: Settings, asked: str
) -> None:
    """Whoever checks the file, or its folder, is told that the text beside it says otherwise."""
    found = build.check(archive, [archive.dispatches / asked]).findings
    assert f"dispatches/{SEED}/goc.txt" in {f.place.file for f in found if "differs" in f.code}


def test_another_file_is_not_blamed(archive: Settings) -> None:
    """A check of one dispatch says nothing of another."""
    found = build.check(archive, [archive.dispatches / f"{OTHER}.md"]).findings
    assert [f for f in found if SEED in f.place.file] == []
