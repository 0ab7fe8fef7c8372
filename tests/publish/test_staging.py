from __future__ import annotations

from pathlib import Path

import pytest

from congvan.publish.staging import staging, swap


def old_site(folder: Path) -> Path:
    """A site that readers see."""
    site = folder / "site"
    site.mkdir()
    (site / "index.html").write_text("old", "utf-8")
    return site


def break_off(site: Path) -> None:
    """A build that fails half way."""
    with staging(site) as folder:
        (folder / "index.html").write_text("half", "utf-8")
        raise RuntimeError


def test_a_failed_build_leaves_the_old_site(tmp_path: Path) -> None:
    """Where the build breaks off, the old site stands whole and nothing is left beside it."""
    site = old_site(tmp_path)
    with pytest.raises(RuntimeError):
        break_off(site)
    assert (site / "index.html").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_whole_site_takes_the_place(tmp_path: Path) -> None:
    """After the switch only the files of the built site are there."""
    site = old_site(tmp_path)
    (site / "gone.html").write_text("old", "utf-8")
    with staging(site) as folder:
        (folder / "index.html").write_text("new", "utf-8")
        swap(folder, site)
    assert {path.name: path.read_text("utf-8") for path in site.iterdir()} == {"index.html": "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    """The switch works where there is no site yet."""
    site = tmp_path / "deep" / "site"
    with staging(site) as folder:
        (folder / "index.html").write_text("new", "utf-8")
        swap(folder, site)
    assert (site / "index.html").read_text("utf-8") == "new"


def test_the_old_site_comes_back(tmp_path: Path) -> None:
    """Where the built folder cannot be moved, the old site is put back."""
    site = old_site(tmp_path)
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "not-built", site)
    assert (site / "index.html").read_text("utf-8") == "old"
