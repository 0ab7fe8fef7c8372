"""Versions: what the program itself is, since all that it makes depends on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import congvan
from congvan import store

_READS = ("build", "language", "model", "read", "recognise", "resolve", "search", "store")
_WRITES = ("render",)
_SHOWS = ("publish", "theme")
_SHOWN_BY = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "markupsafe", "pyyaml")
_PASSED_OVER = frozenset(("__pycache__", "node_modules"))


@cache
def of_reading() -> bytes:
    """Of what reads, recognises and resolves."""
    return _digest(_files(_READS), metadata.version("rapidfuzz"), metadata.version("pyyaml"))


@cache
def of_writing() -> bytes:
    """Of what writes pages, on top of what reads."""
    return _digest(_files(_WRITES), metadata.version("jinja2"), metadata.version("nh3"))


@cache
def of_showing() -> bytes:
    """Of what turns pages into HTML."""
    return _digest(_files(_SHOWS), *(f"{name} {metadata.version(name)}" for name in _SHOWN_BY))


def of_files(files: Iterable[Path], below: Path) -> bytes:
    """Of the names and contents of files; a missing one counts as empty."""
    found = ((f.relative_to(below).as_posix(), _content(f)) for f in files)
    return store.digest(*(part for name, content in found for part in (name.encode(), content)))


def _digest(files: Iterable[Path], *versions: str) -> bytes:
    root = Path(congvan.__file__).parent
    return store.digest(of_files(files, root), *(version.encode() for version in versions))


def _files(parts: Iterable[str]) -> Iterator[Path]:
    root = Path(congvan.__file__).parent
    for part in parts:
        for path in sorted((root / part).rglob("*")):
            if path.is_file() and not _PASSED_OVER.intersection(path.parts):
                yield path


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
