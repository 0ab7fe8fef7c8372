"""Two folders change places, in one step where the system has one."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD of fcntl.h: paths are taken as they stand
_SWAP = 2  # RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS
_CANNOT = frozenset((errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP))
"""What a system or a file system answers that cannot do it."""


def exchange(one: Path, other: Path) -> bool:
    """Each folder gets the other's name; both must be there, on one file system.

    True where this was one step, so that a reader met one or the other at any time. Where the
    system cannot, three renames do it, and for a moment `other` is missing: `mend` puts that right
    after a crash. Raises OSError.
    """
    if _at_once(one, other):
        return True
    aside = _aside(other)
    other.rename(aside)
    try:
        one.rename(other)
    except OSError:
        aside.rename(other)
        raise
    aside.rename(one)
    return False


def mend(one: Path, other: Path) -> None:
    """Finish or take back an exchange by renames that was interrupted."""
    aside = _aside(other)
    if aside.exists():
        aside.rename(one if other.exists() else other)


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}-aside")


def _at_once(one: Path, other: Path) -> bool:
    library = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        failed = library.renamex_np(*paths, _SWAP)
    elif hasattr(library, "renameat2"):
        failed = library.renameat2(_HERE, paths[0], _HERE, paths[1], _SWAP)
    else:
        return False
    number = ctypes.get_errno()
    if failed and number not in _CANNOT:
        raise OSError(number, os.strerror(number), str(one), None, str(other))
    return not failed
