import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.archive.identity import Recipe
from benchmarks.archive.making import make
from congvan import build
from congvan.build import order
from congvan.language import wording
from congvan.model.finding import Severity
from congvan.settings import Settings
from source_code import ROOT


def dispatches(root: Path) -> dict[str, bytes]:
    """Every dispatch and its text as received."""
    folder = root / "dispatches"
    files = (file for file in folder.rglob("*") if file.is_file() and file.parent != folder)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def everything(root: Path) -> dict[str, bytes]:
    """Every source of an archive."""
    folder = root / "dispatches"
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_same_seed_same_archive(made: Path, tmp_path: Path) -> None:
    """Another process, with another hash seed and two workers, makes the same bytes."""
    command = [sys.executable, "scripts/benchmarks/make_archive.py", str(tmp_path / "again")]
    subprocess.run(
        [*command, "--dispatches", "60", "--jobs", "2"],
        cwd=ROOT,
        env={"PYTHONHASHSEED": "5"},
        check=True,
    )
    assert everything(tmp_path / "again") == everything(made)


def test_other_seed_other_archive(made: Path, tmp_path: Path) -> None:
    """The seed decides what is written."""
    make(tmp_path / "other", Recipe(seed=8), 60)
    assert not dispatches(tmp_path / "other").items() & dispatches(made).items()


def test_larger_archive_begins_with_smaller(made: Path, tmp_path: Path) -> None:
    """Every dispatch of an archive is in the larger ones of its seed, byte for byte."""
    make(tmp_path / "smaller", Recipe(), 25)
    smaller = dispatches(tmp_path / "smaller")
    assert len(smaller) == 50
    assert smaller.items() <= dispatches(made).items()


def test_checks_clean(made: Path) -> None:
    """`congvan check` finds nothing wrong, and nothing to warn of."""
    found = build.check(Settings.at(made)).findings
    told = [f for f in found if wording.severity(f.code) is not Severity.NOTE]
    assert told == []


def test_cites_what_it_holds_and_what_it_does_not(made: Path) -> None:
    """Dispatches cite each other, acts of the centre and plans that become stubs."""
    with order.gathered(Settings.at(made)) as archive:
        assert archive is not None
        held = {place.document for place in archive.shelf("all/held").places()}
        cited = [tie.target for id_ in held for tie in archive.relations_from(id_)]
    assert len([id_ for id_ in cited if id_ in held]) > 10
    assert len([id_ for id_ in cited if id_ not in held]) > 30


def test_ledger_holds_every_address(made: Path) -> None:
    """The ledger names the addresses at which the program publishes what is held."""
    with order.gathered(Settings.at(made)) as archive:
        assert archive is not None
        held = [place.document for place in archive.shelf("all/held").places()]
        places = {(id_, archive.card(id_).address) for id_ in held}
    places |= {(id_, f"id/{id_}/") for id_ in held}
    rows = Settings.at(made).ledger.read_text("utf-8").splitlines()[1:]
    assert {tuple(row.split(",")[:2]) for row in rows} == places


def test_never_writes_over_anything(tmp_path: Path) -> None:
    """A folder that holds something is left alone."""
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        make(tmp_path, Recipe(), 1)
