import os
import subprocess
from pathlib import Path

import pytest

from benchmarks.archive.identity import Recipe
from benchmarks.archive.making import make
from benchmarks.building import scenarios
from benchmarks.building.scenarios import SCENARIOS, Archive
from congvan import build
from congvan.build import order
from congvan.language import wording
from congvan.model.finding import Severity
from congvan.settings import Settings


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An archive of twenty dispatches."""
    make(tmp_path / "archive", Recipe(), 20)
    return Archive(tmp_path / "archive", Recipe(), 20)


def test_archive_stays_clean(archive: Archive) -> None:
    """After every change, made twice, there is nothing wrong with the archive."""
    for change in (*SCENARIOS.values(), *SCENARIOS.values()):
        change(archive)
    found = build.check(Settings.at(archive.root)).findings
    assert [f for f in found if wording.severity(f.code) is not Severity.NOTE] == []


def bodies(archive: Archive) -> dict[str, str]:
    """What each held dispatch says."""
    with order.gathered(Settings.at(archive.root)) as asked:
        assert asked is not None
        held = [asked.document(place.document) for place in asked.shelf("all/held").places()]
    return {document.id: document.dispatch.body for document in held if document.dispatch}


def test_each_changes_what_it_says(archive: Archive) -> None:
    """A new one is held, an edited one reads otherwise, a renamed agency has its other name."""
    before = bodies(archive)
    for name in ("one new", "one edited", "agency renamed"):
        SCENARIOS[name](archive)
    after = bodies(archive)
    assert len(after) == len(before) + 1
    assert sum(after[id_] != body for id_, body in before.items()) == 1
    with order.gathered(Settings.at(archive.root)) as asked:
        assert asked is not None
        renamed = asked.agency("ubnd-huyen-krong-pac-dak-lak")
    assert renamed is not None
    assert renamed.name.endswith("tỉnh Đắk Lắk")


def test_full_build_begins_from_nothing(archive: Archive) -> None:
    """A full build finds no site, no cache and no generated page; hand-written ones stay."""
    for name in ("site/a.html", ".cache/graph.db", "docs/van-ban/x/index.md", "docs/index.md"):
        file = archive.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("built")
    scenarios.full(archive)
    left = [
        file for file in archive.root.rglob("*") if file.is_file() and file.read_bytes() == b"built"
    ]
    assert left == []
    assert (archive.root / "docs" / "gioi-thieu.md").is_file()


def test_command_is_the_programs_own(archive: Archive) -> None:
    """The command that is measured builds the archive it is given."""
    command = scenarios.build_command(archive.root, 1)
    env = {"PATH": os.defpath, **scenarios.environment()}
    subprocess.run(command, env=env, check=True, capture_output=True)
    assert (archive.root / "site" / "index.html").is_file()
