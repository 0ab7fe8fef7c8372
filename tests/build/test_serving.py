"""A site that is served is kept up with its sources."""

from __future__ import annotations

import shutil
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from congvan import build
from congvan.build.result import Result
from congvan.settings import Settings
from source_code import ROOT

LONG = 60
"""Seconds after which a change that has not been seen will never be."""


@pytest.fixture(name="archive")
def _archive(tmp_path: Path) -> Settings:
    """An archive of its own with the first holdings."""
    build.init(tmp_path / "kho")
    shutil.copytree(ROOT / "dispatches", tmp_path / "kho/dispatches", dirs_exist_ok=True)
    return Settings.at(tmp_path / "kho")


def served(archive: Settings, results: list[Result]) -> str:
    """The address of the archive's site, served in the background."""
    told: list[str] = []
    telling = build.Telling(told.append, results.append, lambda error: pytest.fail(str(error)))

    def run() -> None:
        with build.workers(1) as workers:
            build.serve(archive, "127.0.0.1", 0, telling, workers)

    threading.Thread(target=run, daemon=True).start()
    assert eventually(lambda: bool(told))
    return told[0]


def eventually(true: object) -> bool:
    """Whether something comes to hold."""
    assert callable(true)
    end = time.monotonic() + LONG
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


def page(address: str) -> str:
    """What the server answers."""
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode("utf-8"))


def test_what_a_clerk_writes_is_seen_without_a_command(archive: Settings) -> None:
    """The site is built first; a page that is changed then is shown changed."""
    results: list[Result] = []
    address = served(archive, results)
    assert results[0].site
    about = archive.docs / "gioi-thieu.md"
    about.write_text(f"{about.read_text('utf-8')}\nMột câu mới.\n", "utf-8")
    assert eventually(lambda: "Một câu mới." in page(f"{address}gioi-thieu/"))


def test_a_slip_leaves_the_site_from_before(archive: Settings) -> None:
    """The clerk is told, and readers of the page see what they saw."""
    results: list[Result] = []
    address = served(archive, results)
    (file,) = archive.dispatches.glob("ubnd-dak-lak/2021/*.md")
    right = file.read_text("utf-8")
    file.write_text(right.replace('date: "2021-05"', 'date: "2021-02-30"'), "utf-8")
    assert eventually(lambda: any(result.errors for result in results))
    assert "UBND" in page(f"{address}co-quan/ubnd-dak-lak/")


def test_nothing_is_served_where_nothing_was_ever_built(archive: Settings) -> None:
    """Errors in the sources of a first build are all there is."""
    for file in archive.dispatches.glob("*/*/*.md"):
        file.write_text(file.read_text("utf-8").replace("issuer: ubnd", "issuer: ubdn"), "utf-8")
    telling = build.Telling(lambda _: None, lambda _: None, lambda _: None)
    with build.workers(1) as workers, pytest.raises(build.NoSite):
        build.serve(archive, "127.0.0.1", 0, telling, workers)
