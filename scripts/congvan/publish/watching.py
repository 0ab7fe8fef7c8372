"""Waits until something that a site is made from has changed, and is quiet again."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

Ignored = Callable[[Path], bool]

_QUIET = 0.3
"""Seconds without a change after which an editor, or a copy of many files, has come to its end."""
_PATIENCE = 10.0
"""Seconds after which a change is heeded though more keep coming."""
_POLL = 5.0
"""Seconds between two looks at a tree whose folders are more than the system can watch."""
_TOO_MANY = frozenset((errno.ENOSPC, errno.EMFILE, errno.ENFILE))
"""What Linux answers when its limit of watched folders, or of watchers, is reached."""


class Changes:
    """What has been heard of and not yet been waited for."""

    def __init__(self) -> None:
        self._heard = threading.Event()

    def hear(self) -> None:
        """Something has changed."""
        self._heard.set()

    def wait(self, timeout: float | None = None) -> bool:
        """Until something has changed and then nothing for a moment; False where nothing did."""
        if not self._heard.wait(timeout):
            return False
        for _ in range(int(_PATIENCE / _QUIET)):
            self._heard.clear()
            if not self._heard.wait(_QUIET):
                break
        return True


@contextmanager
def listening(
    folders: Iterable[Path], files: Iterable[Path] = (), ignored: Ignored = lambda _: False
) -> Iterator[Changes]:
    """Changes below the folders and of the files, for as long as the block lasts.

    An ignored folder that stands directly in one of `folders` is not watched at all: a hundred
    thousand generated pages cost nothing. Hidden files and what editors leave beside a file do not
    count. Where the system cannot watch so many folders, they are looked at every few seconds.
    """
    changes = Changes()
    ear = _Ear(changes, frozenset(file.absolute() for file in files), ignored)
    places = [folder.absolute() for folder in folders if folder.is_dir()]
    observer = _observer(ear, places)
    try:
        yield changes
    finally:
        observer.stop()
        observer.join()


def _observer(ear: _Ear, folders: list[Path]) -> BaseObserver:
    try:
        return _started(Observer(), ear, folders)
    except OSError as error:
        if error.errno not in _TOO_MANY:
            raise
    return _started(PollingObserver(timeout=_POLL), ear, folders)


def _started(observer: BaseObserver, ear: _Ear, folders: list[Path]) -> BaseObserver:
    ear.watch = lambda folder: observer.schedule(ear, str(folder), recursive=True)
    ear.tops = frozenset(folders)
    observer.start()
    try:
        for folder in {*folders, *(file.parent for file in ear.files)}:
            observer.schedule(ear, str(folder), recursive=False)
        for folder in folders:
            for below in sorted(folder.iterdir()):
                if below.is_dir() and ear.counts(below):
                    ear.watch(below)
    except OSError:
        observer.stop()
        observer.join()
        raise
    return observer


class _Ear(FileSystemEventHandler):
    """Hears of all that happens and passes on what counts; that a file was read does not."""

    def __init__(self, changes: Changes, files: frozenset[Path], ignored: Ignored) -> None:
        self.files = files
        self.tops: frozenset[Path] = frozenset()
        self.watch: Callable[[Path], object] = lambda _: None
        self._changes = changes
        self._ignored = ignored

    def counts(self, path: Path) -> bool:
        """Whether a change of this path could change the site."""
        if path.name.startswith((".", "#")) or path.name.endswith(("~", ".tmp", ".swp")):
            return False
        below = any(path.is_relative_to(top) for top in self.tops)
        return path in self.files or (below and not self._ignored(path))

    def on_created(self, event: FileSystemEvent) -> None:
        """A new folder at the top is watched from now on."""
        path = Path(str(event.src_path))
        self._pass_on(event)
        if event.is_directory and path.parent in self.tops and self.counts(path):
            self.watch(path)

    def on_modified(self, event: FileSystemEvent) -> None:
        """A folder is modified whenever a file in it is, and that has its own event."""
        if not event.is_directory:
            self._pass_on(event)

    def on_moved(self, event: FileSystemEvent) -> None:
        """Both ends of a move count: many editors write beside a file and move into place."""
        self._pass_on(event)

    def on_deleted(self, event: FileSystemEvent) -> None:
        """What is gone counts like what is new."""
        self._pass_on(event)

    def _pass_on(self, event: FileSystemEvent) -> None:
        ends = [str(end) for end in (event.src_path, event.dest_path) if end]
        if any(self.counts(Path(end)) for end in ends):
            self._changes.hear()
