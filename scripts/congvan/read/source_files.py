"""The files of one dispatch as values, so that reading them needs no disk.

Whoever has a dispatch's files, on this machine or sent to another, reads the same from them.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from congvan.language.spelling import nfc
from congvan.model.finding import Finding
from congvan.read.places import FOLDER
from congvan.read.text import read_bytes

ORIGINAL = "goc.txt"
"""The text as received; other forms of the original share its stem: goc.pdf, goc.docx."""

PAGE = re.compile(r"goc-trang-[0-9]{3}\.jpg")
"""The picture of a page of the original, kept where the text was read from pictures."""

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Beside:
    """A thing in a dispatch's folder."""

    name: str
    regular: bool
    outside: bool
    """Whether it leads out of the folder once links are followed."""
    sha256: str | None = None
    """Of a regular file inside; None for what could not be read."""


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """A dispatch file and what lies in its folder."""

    name: str
    """As findings name it: "dispatches/ubnd-dak-lak/2021/28-kh-tu.md"."""
    path: str
    """Below `dispatches/`."""
    outside: bool = False
    """Whether the file leads out of the tree of sources."""
    content: bytes | None = None
    faults: tuple[Finding, ...] = ()
    """Why there is no content."""
    original: bytes | None = None
    original_faults: tuple[Finding, ...] = ()
    beside: tuple[Beside, ...] = ()
    """What lies in its folder, by name; hidden things are left out."""


def collect(root: Path, path: Path) -> SourceFiles:
    """The files of the dispatch at `path` below `root`. Nothing is raised."""
    sources = root / FOLDER
    name, relative = _named(path, root), _named(path, sources)
    if _outside(path, sources):
        return SourceFiles(name, relative, outside=True)
    content, faults = read_bytes(path, name)
    folder = path.with_suffix("")
    shown = f"{FOLDER}/{relative.removesuffix('.md')}/{ORIGINAL}"
    original, original_faults = _original(folder / ORIGINAL, sources, shown)
    return SourceFiles(
        name,
        relative,
        content=content,
        faults=faults,
        original=original,
        original_faults=original_faults,
        beside=_beside(folder),
    )


def _original(path: Path, sources: Path, shown: str) -> tuple[bytes | None, tuple[Finding, ...]]:
    if not path.exists() or _outside(path, sources):
        return None, ()
    return read_bytes(path, shown)


def _beside(folder: Path) -> tuple[Beside, ...]:
    if not folder.is_dir():
        return ()
    things = (path for path in sorted(folder.iterdir()) if not path.name.startswith("."))
    return tuple(_thing(path, folder) for path in things)


def _thing(path: Path, folder: Path) -> Beside:
    regular, outside = path.is_file(), _outside(path, folder)
    return Beside(path.name, regular, outside, _sha256(path) if regular and not outside else None)


def _sha256(path: Path) -> str | None:
    """The hash of a file of any size, read block by block; None where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except OSError:
        return None
    return digest.hexdigest()


def _named(path: Path, folder: Path) -> str:
    """A path as findings name it: below the folder where it is, else as given."""
    inside = path.is_relative_to(folder)
    return nfc((path.relative_to(folder) if inside else path).as_posix())


def _outside(path: Path, folder: Path) -> bool:
    """Whether a path leads out of a folder once its links are followed."""
    return not path.resolve().is_relative_to(folder.resolve())
