"""A quick look at the tree of sources: which files are there, and which cannot have changed.

A file is known by what the file system says of it (size, times, inode), which costs a few
microseconds; only where that differs is it read. What was changed within moments of the last look
is read again, since a clock tick can hide a second change.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from congvan.model.finding import Finding, Place
from congvan.read.places import FOLDER
from congvan.read.tree import OWN_FILES, SUFFIX

_DOUBTFUL = 2_000_000_000
"""Nanoseconds: the coarsest clock of a common file system (FAT) ticks every two seconds."""

Stat = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Scan:
    """What a look at the tree found."""

    changed: Mapping[str, bytes]
    """Dispatch files, below `dispatches/`, that are new or may have changed, each with what it is
    known by from here on."""
    same: frozenset[str]
    strays: tuple[Finding, ...]
    """A note for each file that no dispatch can claim."""


def scan(root: Path, known: Mapping[str, bytes], now: int) -> Scan:
    """The tree below `root/dispatches`. `known`: what each file was known by at the last look;
    `now`: the time of this look, in nanoseconds."""
    sources = root / FOLDER
    changed: dict[str, bytes] = {}
    same: set[str] = set()
    strays: list[Finding] = []
    for loose, claimed in _folders(sources):
        strays += (Finding("stray-file", Place(f"{FOLDER}/{n}"), Path(n).name) for n in loose)
        waiting = list(claimed)
        while waiting:
            name = waiting.pop()
            signature = known.get(name, b"")
            if signature and _unchanged(f"{sources}/{name}", signature):
                same.add(name)
            else:
                signature = _signature(f"{sources}/{name}", now)
                changed[name] = signature
            waiting += _within(name, signature)
    return Scan(changed, frozenset(same), tuple(strays))


def _folders(sources: Path) -> Iterator[tuple[list[str], list[str]]]:
    """For each folder that is none of a dispatch: its strays, and its dispatch files."""
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        entries = _entries(sources, inside)
        if not inside:
            entries = [entry for entry in entries if entry.name not in OWN_FILES]
        dispatches = {entry.name for entry in entries if entry.name.endswith(SUFFIX)}
        strays = []
        for entry in entries:
            name = f"{inside}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if f"{entry.name}{SUFFIX}" not in dispatches:
                    waiting.append(f"{name}/")
            elif entry.name not in dispatches:
                strays.append(name)
        yield strays, [f"{inside}{name}" for name in sorted(dispatches)]


def _within(name: str, signature: bytes) -> Iterator[str]:
    """Files named like dispatches in the folder of one: that is no place for them, as reading
    tells."""
    names = json.loads(signature)[0] if signature else ()
    return (f"{name.removesuffix(SUFFIX)}/{n}" for n in names if n.endswith(SUFFIX))


def _entries(sources: Path, inside: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(sources / inside) as found:
            return sorted((e for e in found if not e.name.startswith(".")), key=lambda e: e.name)
    except OSError:
        return []


def _signature(path: str, now: int) -> bytes:
    """What a dispatch file and the things in its folder are known by; without times for what
    changed so lately that the clock may hide another change."""
    folder = path.removesuffix(SUFFIX)
    names = sorted(_names(folder))
    stats = [_stat(path), _stat(folder), *(_stat(f"{folder}/{name}") for name in names)]
    if any(stat and max(stat[1:3]) > now - _DOUBTFUL for stat in stats):
        stats = []
    return json.dumps([names, stats]).encode()


def _unchanged(path: str, signature: bytes) -> bool:
    names, stats = json.loads(signature)
    if not stats:
        return False
    folder = path.removesuffix(SUFFIX)
    if _listed(_stat(path)) != stats[0] or _listed(_stat(folder)) != stats[1]:
        return False
    things = (f"{folder}/{name}" for name in names)
    return all(_listed(_stat(thing)) == stat for thing, stat in zip(things, stats[2:], strict=True))


def _names(folder: str) -> list[str]:
    """The things in a dispatch's folder; with a folder among them, deep changes must not hide."""
    found: list[str] = []
    for here, folders, files in os.walk(folder):
        inside = here.removeprefix(folder).lstrip("/")
        found += (f"{inside}/{name}".lstrip("/") for name in (*folders, *files))
    return found


def _stat(path: str) -> Stat | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - half a million times, where a Path costs as much again
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _listed(stat: Stat | None) -> list[int] | None:
    return list(stat) if stat else None
