"""The tree of sources: which files are dispatches, and what lies about that is none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from congvan.model.finding import Finding, Place
from congvan.read.places import FOLDER

SUFFIX = ".md"
OWN_FILES = frozenset({"agencies.yml", "known.yml", "addresses.csv", "README.md"})
"""Files of the archive itself, in the folder of sources."""

_INSIDE = 5
"""Parts of the name of a file in a dispatch's folder: dispatches/owner/year/slug/goc.txt."""


def dispatch_paths(root: Path) -> tuple[Path, ...]:
    """Every file or thing named like a dispatch, in the order of their paths."""
    return tuple(path for path in _walk(root / FOLDER) if path.suffix == SUFFIX)


def stray_files(root: Path) -> Iterator[Finding]:
    """A note for each file that no dispatch can claim."""
    sources = root / FOLDER
    for path in _walk(sources):
        claimed = any(parent.with_suffix(SUFFIX).exists() for parent in _folders(path, sources))
        if path.suffix != SUFFIX and not claimed:
            shown = path.relative_to(root).as_posix()
            yield Finding("stray-file", Place(shown), path.name)


def file_of(name: str) -> str:
    """The dispatch file that a finding's file belongs to: of ".../28-kh-tu/goc.txt" the .md beside
    the folder. Other names are their own.
    """
    parts = name.split("/")
    if len(parts) == _INSIDE and parts[0] == FOLDER and not name.endswith(SUFFIX):
        return "/".join(parts[:-1]) + SUFFIX
    return name


def _walk(sources: Path) -> Iterator[Path]:
    """Every visible thing below the sources but folders; folders named like dispatches too.

    Links to folders are not followed, so that no circle of links can hold the walk.
    """
    for folder, folders, files in os.walk(sources, followlinks=False):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        things = [*files, *(name for name in folders if name.endswith(SUFFIX))]
        for name in sorted(things):
            own = here == sources and name in OWN_FILES
            if not name.startswith(".") and not own:
                yield here / name


def _folders(path: Path, sources: Path) -> Iterator[Path]:
    """The folders that hold a path, below the sources, innermost first."""
    return (parent for parent in path.parents if parent != sources and sources in parent.parents)
