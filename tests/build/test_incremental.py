"""A build that makes only what has changed leaves the same site as one that makes everything."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from building import differing, made_archive, put_again, reference, saved, searched, times
from changing import some
from congvan import build
from congvan.settings import Settings

ROUNDS = int(os.environ.get("CONGVAN_ROUNDS", "10"))
"""Rounds of random changes; a nightly run asks for 200."""
SEED = int(os.environ.get("CONGVAN_SEED", "1"))
DISPATCHES = 25


@pytest.fixture(name="archive")
def _archive(tmp_path: Path) -> Settings:
    """A made archive that has been built once."""
    archive = made_archive(tmp_path / "kho", SEED, DISPATCHES)
    assert build.build(archive).site
    return archive


def check(archive: Settings, place: Path, done: object) -> bool:
    """Builds what has changed, and everything elsewhere: sites, pages, answers and findings are the
    same. Whether there was a site to be had."""
    result = build.build(archive)
    whole = reference(archive, place)
    assert bool(result.site) is bool(whole.result.site), (done, whole.result.findings)
    assert sorted(map(repr, result.findings)) == sorted(map(repr, whole.result.findings)), done
    if result.site:
        differs = differing(archive.root, whole.archive.root)
        assert not differs, (done, differs[:5])
        assert searched(archive) == searched(whole.archive), done
    return bool(result.site)


def test_rounds_of_random_changes_leave_what_a_full_build_makes(
    archive: Settings, tmp_path: Path
) -> None:
    """Site and pages are then, byte for byte, those of a build from nothing, the search index gives
    the same answers, and the same is found wrong; also where that stopped the build, and once it
    has been put right."""
    chance = random.Random(SEED)  # noqa: S311 - a test that can be run again, no secret
    for number in range(ROUNDS):
        before = saved(archive, tmp_path / "before")
        done = (SEED, number, some(archive, chance, tmp_path / "aside"))
        if not check(archive, tmp_path / "full", done):
            put_again(archive, before)
            assert check(archive, tmp_path / "full", (*done, "put right"))


def test_a_second_build_writes_nothing(archive: Settings, tmp_path: Path) -> None:
    """Where nothing has changed no file is touched, whatever was changed before."""
    chance = random.Random(SEED)  # noqa: S311 - a test that can be run again, no secret
    for _ in range(3):
        before = saved(archive, tmp_path / "before")
        done = some(archive, chance, tmp_path / "aside")
        if not build.build(archive).site:
            put_again(archive, before)
            assert build.build(archive).site
        stood = times(archive)
        assert build.build(archive).written == 0, done
        assert times(archive) == stood, done
