from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from congvan.publish import watching
from congvan.publish.watching import Changes

SOON = 10.0
"""Seconds within which a change is heard of."""
NEVER = 1.0
"""Seconds of silence that stand for none."""


class Limited(BaseObserver):
    """A system that cannot watch a single folder more."""

    def schedule(self, *_: object, **__: object) -> None:  # type: ignore[override]  # it takes anything and refuses it
        """Refuses, as Linux does."""
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def limited() -> Limited:
    """Such a system."""
    return Limited(lambda *_, **__: None)  # type: ignore[arg-type]  # it makes no emitter


@pytest.fixture(params=["watched", "polled"])
def changes(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Changes]:
    """An archive that is watched, or looked at every moment where watching is not possible."""
    if request.param == "polled":
        monkeypatch.setattr(watching, "Observer", limited)
        monkeypatch.setattr(watching, "_POLL", 0.2)
    for name in ("dispatches/a/2021", "docs/van-ban/x", "docs/huong-dan", "site"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("mkdocs.yml", "dispatches/a/2021/x.md", "docs/van-ban/x/index.md"):
        (tmp_path / name).write_text("before", "utf-8")
    folders = [tmp_path / "dispatches", tmp_path / "docs"]
    generated = tmp_path / "docs" / "van-ban"
    with watching.listening(
        folders, [tmp_path / "mkdocs.yml"], lambda path: path.is_relative_to(generated)
    ) as heard:
        assert not heard.wait(NEVER)
        yield heard


@pytest.mark.parametrize(
    "name", ["dispatches/a/2021/x.md", "dispatches/a/2021/y.md", "docs/tro-giup.md", "mkdocs.yml"]
)
def test_sources_are_heard_of(tmp_path: Path, changes: Changes, name: str) -> None:
    """A source that is changed or new is heard of, once."""
    (tmp_path / name).write_text("after", "utf-8")
    assert changes.wait(SOON)
    assert not changes.wait(NEVER)


def test_what_is_gone_or_moved_is_heard_of(tmp_path: Path, changes: Changes) -> None:
    """A source that is removed counts, and one that an editor moves into place."""
    source = tmp_path / "dispatches/a/2021/x.md"
    source.unlink()
    assert changes.wait(SOON)
    (tmp_path / "site/part").write_text("after", "utf-8")
    (tmp_path / "site/part").replace(source)
    assert changes.wait(SOON)


def test_new_folders_are_heard_of(tmp_path: Path, changes: Changes) -> None:
    """A folder made while watching is watched itself, at any depth."""
    for folder in ("dispatches/b", "dispatches/b/2022"):
        (tmp_path / folder).mkdir()
        assert changes.wait(SOON)
    (tmp_path / "dispatches/b/2022/z.md").write_text("new", "utf-8")
    assert changes.wait(SOON)


@pytest.mark.parametrize(
    "name",
    ["docs/van-ban/x/index.md", "site/index.html", "dispatches/a/.x.md.swp", "docs/tro-giup.md~"],
)
def test_what_does_not_count(tmp_path: Path, changes: Changes, name: str) -> None:
    """What the build writes, and what editors leave beside a file, is not heard of."""
    (tmp_path / name).write_text("after", "utf-8")
    assert not changes.wait(NEVER)


def test_reading_is_not_a_change(tmp_path: Path, changes: Changes) -> None:
    """A build reads every source; that must not start the next."""
    (tmp_path / "dispatches/a/2021/x.md").read_text("utf-8")
    assert not changes.wait(NEVER)


def test_the_limit_of_the_system_is_met(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the system refuses to watch, the tree is looked at from time to time."""
    monkeypatch.setattr(watching, "Observer", limited)
    ear = watching._Ear(Changes(), frozenset(), lambda _: False)
    observer = watching._observer(ear, [tmp_path])
    observer.stop()
    observer.join()
    assert isinstance(observer, PollingObserver)
