from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from congvan.publish import exchange
from congvan.publish.mirror import switch_over


def fill(folder: Path, **files: str) -> Path:
    """A folder that holds exactly these files, each made anew, as the build does."""
    names = {name.replace("__", "/"): text for name, text in files.items()}
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in names:
            path.unlink()
    for name, text in names.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_text("utf-8") != text:
            beside = path.with_name("part")
            beside.write_text(text, "utf-8")
            beside.replace(path)
    return folder


def held(folder: Path) -> dict[str, str]:
    """The files of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site."""
    return fill(tmp_path / "site", index="1", a__index="a", b__c__index="c")


STATES: tuple[dict[str, str], ...] = (
    {"index": "2", "a__index": "a", "b__c__index": "c"},
    {"index": "2", "a": "a file now", "b__index": "b"},
    {"index": "3", "a__index": "a again"},
    {},
    {"index": "4", "new__deep__er__index": "x"},
)


def linkless(*_: object, **__: object) -> None:
    """A file system without hard links."""
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def by_renames(*_: object) -> bool:
    """A system that cannot exchange in one step."""
    return False


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("at_once", [True, False])
def test_the_folder_holds_what_the_site_holds(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool, at_once: bool
) -> None:
    """After each switch, on any kind of system, the folder is the site, file by file."""
    if not links:
        monkeypatch.setattr(os, "link", linkless)
    if not at_once:
        monkeypatch.setattr(exchange, "_at_once", by_renames)
    folder = tmp_path / "www" / "kho"
    switch_over(site, folder)
    assert held(folder) == held(site)
    for state in STATES:
        fill(site, **state)
        switch_over(site, folder)
        assert held(folder) == held(site)
    assert {path.name for path in folder.parent.iterdir()} == {"kho", ".kho-spare"}


def test_only_what_changed_is_touched(site: Path, tmp_path: Path) -> None:
    """From the third switch on, only what changed since the one before last is written."""
    folder = tmp_path / "kho"
    assert switch_over(site, folder).written == 3
    assert switch_over(site, folder).written == 3
    fill(site, index="2", a__index="a")
    third = switch_over(site, folder)
    assert (third.written, third.removed) == (1, 2)
    assert switch_over(site, folder).written == 1
    assert switch_over(site, folder).written == 0


def test_copies_are_told_by_size_and_time(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without hard links, too, only what changed is copied."""
    monkeypatch.setattr(os, "link", linkless)
    folder = tmp_path / "kho"
    switch_over(site, folder)
    switch_over(site, folder)
    fill(site, index="2", a__index="a", b__c__index="c")
    assert switch_over(site, folder).written == 1
    assert not (folder / "index").samefile(site / "index")


def test_what_is_published_stays(site: Path, tmp_path: Path) -> None:
    """A site that is built on does not show in the folder before the next switch."""
    folder = tmp_path / "kho"
    switch_over(site, folder)
    before = held(folder)
    fill(site, index="half")
    assert held(folder) == before


def test_readers_never_meet_half_a_site(site: Path, tmp_path: Path) -> None:
    """While sites are switched over and over, the folder always has its page."""
    folder = tmp_path / "kho"
    if not switch_over(site, folder).at_once:
        pytest.skip("this system cannot exchange two folders in one step")
    done, missed = threading.Event(), []

    def read() -> None:
        while not done.is_set():
            try:
                (folder / "index").read_bytes()
            except FileNotFoundError as error:
                missed.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(100):
        fill(site, index=str(number))
        assert switch_over(site, folder).at_once
    done.set()
    reader.join()
    assert missed == []


def test_a_link_to_the_folder_stays(site: Path, tmp_path: Path) -> None:
    """Where the folder is named by a symbolic link, what it points at is switched."""
    real = tmp_path / "www"
    real.mkdir()
    (tmp_path / "kho").symlink_to(real)
    switch_over(site, tmp_path / "kho")
    switch_over(site, tmp_path / "kho")
    assert (tmp_path / "kho").is_symlink()
    assert held(real) == held(site)


@pytest.mark.parametrize("done", [1, 2])
def test_an_interrupted_exchange_is_mended(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, done: int
) -> None:
    """Broken off after one or two of its three renames, an exchange is put right by the next."""
    monkeypatch.setattr(exchange, "_at_once", by_renames)
    folder = tmp_path / "kho"
    switch_over(site, folder)
    fill(site, index="2")
    rename, count = Path.rename, iter(range(10))

    def dies(self: Path, target: Path) -> Path:
        if next(count) >= done:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", dies)
    with pytest.raises(KeyboardInterrupt):
        switch_over(site, folder)
    monkeypatch.setattr(Path, "rename", rename)
    switch_over(site, folder)
    assert held(folder) == {"index": "2"}
    assert {path.name for path in tmp_path.iterdir()} == {"site", "kho", ".kho-spare"}


def test_a_full_disk_leaves_the_folder(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the spare cannot be written, readers keep the old site."""
    folder = tmp_path / "kho"
    switch_over(site, folder)
    before = held(folder)
    fill(site, index="2")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "link", full)
    with pytest.raises(OSError, match="No space"):
        switch_over(site, folder)
    assert held(folder) == before


def test_a_change_just_before_a_switch_is_seen_by_the_next(site: Path, tmp_path: Path) -> None:
    """Folders are passed over by their time of change, but not where that could deceive."""
    folder = tmp_path / "kho"
    long_ago = 1_600_000_000_000_000_000
    for place in (site / "a", site / "b" / "c", site / "b", site):
        os.utime(place, ns=(long_ago, long_ago))
    switch_over(site, folder)
    switch_over(site, folder)
    assert (folder / "a").stat().st_mtime_ns == long_ago
    fill(site, index="1", a__index="new", b__c__index="c")
    switch_over(site, folder)
    assert (folder / "a").stat().st_mtime_ns != (site / "a").stat().st_mtime_ns
    assert held(folder) == held(site)
