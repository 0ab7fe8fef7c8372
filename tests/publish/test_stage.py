from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from congvan.publish.journal import STAGED, recover
from congvan.publish.stage import Stage

KILLED_AFTER = 7
COMMIT = """\
import os, pathlib, signal, sys
from congvan.publish import journal
from congvan.publish.stage import Stage

root, moved = pathlib.Path(sys.argv[1]), 0
replace = pathlib.Path.replace

def counted(self, target):
    global moved
    if self.parent.parent.name == "stage":
        moved += 1
        if moved > {killed_after}:
            os.kill(os.getpid(), signal.{signal})
    return replace(self, target)

pathlib.Path.replace = counted
with Stage(root) as stage:
    for n in range(20):
        stage.write("site", f"p{{n}}/index.html", b"new")
    stage.remove("site", "gone/index.html")
    stage.commit("the note")
"""


def site_of(root: Path) -> dict[str, str]:
    """The files of the site and of `docs/`."""
    paths = [path for tree in ("site", "docs") for path in (root / tree).rglob("*")]
    files = [path for path in paths if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in files}


def old_site(root: Path) -> dict[str, str]:
    """A site as an earlier build left it."""
    with Stage(root) as stage:
        for n in range(20):
            stage.write("site", f"p{n}/index.html", b"old")
        stage.write("site", "gone/index.html", b"old")
        stage.write("docs", "nam/index.md", b"old")
        stage.commit()
    return site_of(root)


def interrupted(root: Path, with_: str) -> int:
    """A run whose commit is met by a signal after some of its moves; the status it ends with."""
    code = COMMIT.format(killed_after=KILLED_AFTER, signal=with_)
    return subprocess.run([sys.executable, "-c", code, root], check=False).returncode


def test_nothing_moves_before_the_commit(tmp_path: Path) -> None:
    """Staged files are nowhere in the trees until the commit; then all are."""
    with Stage(tmp_path) as stage:
        assert stage.write("site", "a/index.html", b"a")
        assert stage.write("docs", "nam/index.md", b"b")
        assert site_of(tmp_path) == {}
        stage.commit()
    assert site_of(tmp_path) == {"site/a/index.html": "a", "docs/nam/index.md": "b"}
    assert not (tmp_path / STAGED).exists()


def test_what_is_not_committed_is_forgotten(tmp_path: Path) -> None:
    """A block that ends without a commit leaves the trees as they were, and no stage."""
    old = old_site(tmp_path)
    with Stage(tmp_path) as stage:
        stage.write("site", "p1/index.html", b"new")
        stage.remove("site", "gone/index.html")
    assert site_of(tmp_path) == old
    assert not (tmp_path / STAGED).exists()


def test_the_same_bytes_are_not_written(tmp_path: Path) -> None:
    """A file that is to hold what it holds keeps its time of change, and counts as unchanged."""
    old_site(tmp_path)
    before = (tmp_path / "site/p1/index.html").stat()
    with Stage(tmp_path) as stage:
        assert not stage.write("site", "p1/index.html", b"old")
        assert (len(stage), stage.unchanged) == (0, 1)
        stage.commit()
    after = (tmp_path / "site/p1/index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_taken_back_before_the_commit(tmp_path: Path) -> None:
    """The last word on a file counts: written then removed is removed, and the reverse."""
    old_site(tmp_path)
    with Stage(tmp_path) as stage:
        stage.write("site", "p1/index.html", b"new")
        stage.remove("site", "p1/index.html")
        stage.remove("site", "p2/index.html")
        stage.write("site", "p2/index.html", b"new")
        stage.write("site", "p3/index.html", b"new")
        stage.write("site", "p3/index.html", b"old")
        stage.commit()
    now = site_of(tmp_path)
    assert "site/p1/index.html" not in now
    assert (now["site/p2/index.html"], now["site/p3/index.html"]) == ("new", "old")


def test_empty_folders_go(tmp_path: Path) -> None:
    """With the last file of a folder the folder goes, but never the tree itself."""
    with Stage(tmp_path) as stage:
        stage.write("site", "a/b/c/index.html", b"x")
        stage.commit()
    with Stage(tmp_path) as stage:
        stage.remove("site", "a/b/c/index.html")
        stage.remove("site", "never/was.html")
        stage.commit()
    assert (tmp_path / "site").is_dir()
    assert list((tmp_path / "site").iterdir()) == []


@pytest.mark.parametrize(("before", "after"), [("a", "a/index.html"), ("a/index.html", "a")])
def test_a_file_makes_room_for_a_folder(tmp_path: Path, before: str, after: str) -> None:
    """A path that was a file may become a folder in one commit, and the reverse."""
    with Stage(tmp_path) as stage:
        stage.write("site", before, b"x")
        stage.commit()
    with Stage(tmp_path) as stage:
        stage.remove("site", before)
        stage.write("site", after, b"y")
        stage.commit()
    assert site_of(tmp_path) == {f"site/{after}": "y"}


@pytest.mark.parametrize("path", ["", "/etc/x", "../x", "a/../../x"])
def test_no_place_outside(tmp_path: Path, path: str) -> None:
    """A path that leads out of its tree is refused."""
    with Stage(tmp_path) as stage, pytest.raises(ValueError, match="not a place"):
        stage.write("site", path, b"x")


def test_hand_written_pages_are_safe(tmp_path: Path) -> None:
    """In `docs/` only generated pages may be written or removed."""
    with Stage(tmp_path) as stage, pytest.raises(ValueError, match="generated"):
        stage.remove("docs", "tro-giup.md")


def test_a_killed_commit_is_finished_by_the_next_run(tmp_path: Path) -> None:
    """Killed half way through its moves, a commit is finished by `recover`, with its note."""
    old = old_site(tmp_path)
    assert interrupted(tmp_path, "SIGKILL") == -signal.SIGKILL
    half = site_of(tmp_path)
    assert sum(text == "new" for text in half.values()) == KILLED_AFTER
    assert recover(tmp_path) == "the note"
    new = {path: "new" if "/p" in path else text for path, text in old.items()}
    del new["site/gone/index.html"]
    assert site_of(tmp_path) == new
    assert not (tmp_path / "site/gone").exists()
    assert recover(tmp_path) is None


@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
def test_a_commit_is_not_cut_short(tmp_path: Path, number: str) -> None:
    """A signal that asks for an end is heeded only after the commit is whole."""
    old_site(tmp_path)
    assert interrupted(tmp_path, number) != 0
    assert "old" not in {t for p, t in site_of(tmp_path).items() if p.startswith("site/")}
    assert recover(tmp_path) is None


def test_killed_while_staging(tmp_path: Path) -> None:
    """What a killed run only staged is forgotten by the next."""
    old = old_site(tmp_path)
    Stage(tmp_path).write("site", "p1/index.html", b"new")
    assert (tmp_path / STAGED).exists()
    with Stage(tmp_path) as stage:
        assert stage.recovered is None
    assert site_of(tmp_path) == old
    assert not (tmp_path / STAGED).exists()


def _no_room(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def change(root: Path, note: str = "") -> None:
    """A run that changes twenty pages."""
    with Stage(root) as stage:
        for n in range(20):
            stage.write("site", f"p{n}/index.html", b"new")
        stage.commit(note)


def test_a_full_disk_leaves_the_old_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full, staging fails, and the trees stay as they were."""
    old = old_site(tmp_path)
    written = Path.write_bytes
    room = iter(range(KILLED_AFTER))

    def fails(self: Path, content: bytes) -> int:
        return written(self, content) if next(room, None) is not None else _no_room()

    monkeypatch.setattr(Path, "write_bytes", fails)
    with pytest.raises(OSError, match="No space"):
        change(tmp_path)
    monkeypatch.undo()
    assert site_of(tmp_path) == old
    assert not (tmp_path / STAGED).exists()


def test_no_room_for_the_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not even the journal can be written, nothing has moved."""
    old = old_site(tmp_path)
    monkeypatch.setattr(json, "dump", _no_room)
    with pytest.raises(OSError, match="No space"):
        change(tmp_path)
    monkeypatch.undo()
    assert not (tmp_path / STAGED).exists()
    assert site_of(tmp_path) == old


def test_a_disk_that_fills_during_the_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a move fails, the next run finishes the commit once there is room."""
    old_site(tmp_path)
    moved = Path.replace
    count = iter(range(100))

    def fails(self: Path, target: Path) -> Path:
        if self.parent.parent.name == "stage" and next(count) == KILLED_AFTER:
            _no_room()
        return moved(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="No space"):
        change(tmp_path, "later")
    monkeypatch.undo()
    with Stage(tmp_path) as stage:
        assert stage.recovered == "later"
    assert {t for p, t in site_of(tmp_path).items() if "/p" in p} == {"new"}
