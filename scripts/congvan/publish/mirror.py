"""The folder that readers see, switched over to the built site without copying it."""

from __future__ import annotations

import errno
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from congvan.publish.exchange import exchange, mend

_NO_LINKS = frozenset((errno.EPERM, errno.EXDEV, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS))
"""What a file system answers that has no hard links, or none between these two folders."""


_NO_FOLDERS = 2
"""Links of a folder without folders in it; file systems that do not count them say 1."""
_TICKS = 2_000_000_000
"""Nanoseconds within which two changes of a folder could bear the same time."""


@dataclass(frozen=True, slots=True)
class Switched:
    """What a switch came to, measured against the site of two switches ago."""

    written: int = 0
    removed: int = 0
    at_once: bool = True
    """Whether readers met the old site or the new at any time, and never neither."""


def switch_over(site: Path, folder: Path) -> Switched:
    """Make `folder` hold what `site` holds, in one step for its readers.

    A spare beside it, `.NAME-spare`, is brought up to the site, then the two change places: the
    spare is then the site before, and next time only what has changed since is touched. Files are
    hard links where the file system has them; the build never writes into a file that stands, so
    what is published stays as it is. What the folder held is lost two switches later. Raises
    OSError; until the last step the folder is as it was, and an interrupted run is taken up again.
    """
    folder = folder.resolve()
    spare = folder.with_name(f".{folder.name}-spare")
    mend(spare, folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    spare.mkdir(exist_ok=True)
    copy = _Copy(_links_between(site, spare))
    copy.bring_up(str(site), str(spare))
    at_once = True
    if folder.exists():
        at_once = exchange(spare, folder)
    else:
        spare.rename(folder)
    return Switched(copy.written, copy.removed, at_once)


def _links_between(site: Path, spare: Path) -> bool:
    """Whether a file of one folder can be linked into the other."""
    probe, second = spare / ".probe", spare / ".probe-2"
    probe.touch()
    try:
        os.link(probe, second)  # the call that all files go through
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return False
    finally:
        probe.unlink()
        second.unlink(missing_ok=True)
    return site.stat().st_dev == spare.stat().st_dev


class _Copy:
    """Brings one tree up to another, and counts what it does.

    A folder of the spare is given its pattern's time of change. Where the two are equal next time,
    no file directly in it has come, gone or been replaced, and it need not be looked into.
    """

    def __init__(self, links: bool) -> None:
        self.written = 0
        self.removed = 0
        self._links = links
        self._deceptive = time.time_ns() - _TICKS

    def bring_up(self, source: str, target: str, *, fresh: bool = False) -> None:
        pattern, copy = os.stat(source), os.stat(target)  # noqa: PTH116 # half a million times
        settled = pattern.st_mtime_ns < self._deceptive
        known = settled and pattern.st_mtime_ns == copy.st_mtime_ns
        if known and pattern.st_nlink == _NO_FOLDERS:
            return
        with os.scandir(source) as entries:
            wanted = list(entries)
        if not known:
            self._files(wanted, {} if fresh else _entries(target), target)
        for entry in wanted:
            if entry.is_dir(follow_symlinks=False):
                self._folder(entry.path, os.path.join(target, entry.name))  # noqa: PTH118 # the same
        if settled:
            os.utime(target, ns=(pattern.st_atime_ns, pattern.st_mtime_ns))

    def _files(
        self,
        wanted: list[os.DirEntry[str]],
        there: dict[str, os.DirEntry[str]],
        target: str,
    ) -> None:
        for gone in there.keys() - {entry.name for entry in wanted}:
            self._remove(there[gone])
        for entry in wanted:
            beside = there.get(entry.name)
            is_folder = entry.is_dir(follow_symlinks=False)
            if beside and is_folder != beside.is_dir(follow_symlinks=False):
                self._remove(beside)
                beside = None
            if is_folder or (beside and self._same(entry, beside)):
                continue
            if beside:
                self._remove(beside)
            self._file(entry.path, os.path.join(target, entry.name))  # noqa: PTH118 # the same

    def _folder(self, source: str, target: str) -> None:
        fresh = not os.path.isdir(target)  # noqa: PTH112 # the same
        if fresh:
            os.mkdir(target)  # noqa: PTH102 # the same
        self.bring_up(source, target, fresh=fresh)

    def _same(self, entry: os.DirEntry[str], beside: os.DirEntry[str]) -> bool:
        one, other = entry.stat(follow_symlinks=False), beside.stat(follow_symlinks=False)
        if (one.st_ino, one.st_dev) == (other.st_ino, other.st_dev):
            return True
        alike = (one.st_mode, one.st_size, one.st_mtime_ns)
        return not self._links and alike == (other.st_mode, other.st_size, other.st_mtime_ns)

    def _file(self, source: str, target: str) -> None:
        self.written += 1
        if self._links:
            os.link(source, target, follow_symlinks=False)  # the same
        else:
            shutil.copy2(source, target, follow_symlinks=False)

    def _remove(self, entry: os.DirEntry[str]) -> None:
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            Path(entry.path).unlink()
        self.removed += 1


def _entries(folder: str) -> dict[str, os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return {entry.name: entry for entry in entries}
