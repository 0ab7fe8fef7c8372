"""New archives."""

from __future__ import annotations

from pathlib import Path

import pytest

from congvan import build
from congvan.settings import Settings


def test_an_archive_without_a_dispatch_builds(tmp_path: Path) -> None:
    """The pages written by hand stand, every link of theirs leads somewhere."""
    build.init(tmp_path / "kho")
    result = build.build(Settings.find(tmp_path / "kho"))
    assert result.site, result.findings
    assert (result.site / "index.html").is_file()
    assert (result.site / "tim/index.html").is_file()


def test_a_first_dispatch_makes_the_archive_whole(root: Path, tmp_path: Path) -> None:
    """From a text as received to its page, in an archive of one's own."""
    build.init(tmp_path / "kho")
    settings = Settings.find(tmp_path / "kho")
    text = next((root / "dispatches/ubnd-dak-lak").rglob("goc.txt"))
    file = build.new(settings, issuer=None, type_=None, year=None, text=text)
    said = file.read_text(encoding="utf-8").replace('published: ""', 'published: "2026-11-22"')
    file.write_text(said.replace('approved_by: ""', 'approved_by: "A"'), encoding="utf-8")
    result = build.build(settings)
    assert (result.held, result.stubs) == (1, 1), result.findings


def test_developers_documents_and_built_pages_stay_behind(tmp_path: Path) -> None:
    """An archive gets what its readers need, and nothing of another archive."""
    build.init(tmp_path / "kho")
    names = {path.name for path in (tmp_path / "kho/docs").iterdir()}
    assert not names & {"dev", "van-ban", "index.md", "co-quan"}
    assert not any((tmp_path / "kho/dispatches").iterdir())


def test_a_folder_in_use_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    """Nothing is written over what somebody has."""
    (tmp_path / "thu.txt").write_text("của tôi", encoding="utf-8")
    with pytest.raises(FileExistsError):
        build.init(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thu.txt"]
