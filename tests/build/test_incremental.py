"""A build that makes only what has changed leaves the same site as one that makes everything."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from benchmarks.archive.identity import Recipe
from benchmarks.archive.making import make
from changing import some
from congvan import build
from congvan.settings import Settings

ROUNDS = int(os.environ.get("CONGVAN_ROUNDS", "10"))
"""Rounds of random changes; a nightly run asks for 200."""
SEED = int(os.environ.get("CONGVAN_SEED", "1"))
DISPATCHES = 40
INDEX = ("chi-muc/",)
"""The search index gives the same answers, in files that depend on what came when."""


@pytest.fixture(name="archive")
def _archive(tmp_path: Path) -> Settings:
    """A made archive that has been built once."""
    make(tmp_path / "kho", Recipe(seed=SEED), DISPATCHES)
    archive = Settings.at(tmp_path / "kho")
    assert build.build(archive).site
    return archive


def full(archive: Settings, place: Path) -> Settings:
    """The same sources built from nothing elsewhere."""
    shutil.rmtree(place, ignore_errors=True)
    left = shutil.ignore_patterns(".cache", "site")
    shutil.copytree(archive.root, place, ignore=left)
    copy = Settings.at(place)
    for folder in ("van-ban", "id", "so", "co-quan", "nam", "loai", "linh-vuc", "han", "can-tim"):
        shutil.rmtree(copy.docs / folder, ignore_errors=True)
    build.build(copy)
    return copy


def differing(one: Path, other: Path) -> list[str]:
    """Files that are not the same in two trees."""
    every = {p.relative_to(t).as_posix() for t in (one, other) for p in t.rglob("*") if p.is_file()}
    return sorted(
        name
        for name in every
        if not name.startswith(INDEX) and _content(one / name) != _content(other / name)
    )


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def test_rounds_of_random_changes_leave_what_a_full_build_makes(
    archive: Settings, tmp_path: Path
) -> None:
    """Site and pages are then, byte for byte, those of a build from nothing."""
    chance = random.Random(SEED)  # noqa: S311 - a test that can be run again, no secret
    for number in range(ROUNDS):
        done = some(archive, chance, tmp_path / "aside")
        result = build.build(archive)
        reference = full(archive, tmp_path / "full")
        assert result.site, (number, done, result.findings)
        for tree in ("site", "docs"):
            differs = differing(archive.root / tree, reference.root / tree)
            assert not differs, (number, done, differs[:5])
