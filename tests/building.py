"""Archives built over and over, and what is compared of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.archive.identity import Recipe
from benchmarks.archive.making import make
from congvan import build, publish
from congvan.model.output import Output
from congvan.publish.docs_folder import GENERATED_FOLDERS
from congvan.settings import Settings
from search_reader import Reader

TREES = ("site", "docs")
_INDEX = "site/chi-muc/"
"""The search index gives the same answers, in files that depend on what came when."""
_STARTED = (".cache", "site")


@dataclass(frozen=True)
class Whole:
    """A build from nothing."""

    archive: Settings
    result: build.Result


def made_archive(folder: Path, seed: int, dispatches: int) -> Settings:
    """A made archive that nobody has built."""
    make(folder, Recipe(seed=seed), dispatches)
    return Settings.at(folder)


def reference(archive: Settings, place: Path) -> Whole:
    """The same sources built from nothing elsewhere."""
    copy = saved(archive, place)
    return Whole(copy, build.build(copy))


def saved(archive: Settings, place: Path) -> Settings:
    """A copy of the sources alone, in the place of whatever stood there."""
    shutil.rmtree(place, ignore_errors=True)
    copy = Settings.at(shutil.copytree(archive.root, place, ignore=_made(archive)))
    (copy.docs / "index.md").unlink(missing_ok=True)
    return copy


def put_again(archive: Settings, before: Settings) -> None:
    """The sources as they were saved; what was built and remembered stays."""
    kept = {*TREES, ".cache"}
    for path in archive.root.iterdir():
        if path.name not in kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for file in publish.written_by_hand(archive.docs):
        file.unlink()
    shutil.copytree(before.root, archive.root, dirs_exist_ok=True)


def differing(one: Path, other: Path) -> list[str]:
    """Files below `site/` and `docs/` that are not the same in two archives, the index apart."""
    every = {*_files(one), *_files(other)}
    return sorted(
        name
        for name in every
        if not name.startswith(_INDEX) and _content(one / name) != _content(other / name)
    )


def searched(archive: Settings) -> dict[str, Any]:
    """All that the search index answers; fails where files lie about that it does not name."""
    outputs = [
        Output("site", path.relative_to(archive.site).as_posix(), path.read_bytes())
        for pattern in ("chi-muc/**/*", "van-ban/**/tim.bin")
        for path in archive.site.glob(pattern)
        if path.is_file()
    ]
    reader = Reader(outputs)
    folders = {o.path.split("/")[1] for o in outputs if o.path.startswith("chi-muc/")}
    named = json.dumps(reader.directory)
    assert not [f for f in folders - {"index.json"} if f not in named]
    return reader.answers()


def times(archive: Settings) -> dict[str, int]:
    """When each file of the site and its pages was written."""
    return {name: (archive.root / name).stat().st_mtime_ns for name in _files(archive.root)}


def _files(root: Path) -> Iterator[str]:
    for tree in TREES:
        found = (path for path in (root / tree).rglob("*") if path.is_file())
        yield from (path.relative_to(root).as_posix() for path in found)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _made(archive: Settings) -> Any:
    """Tells `copytree` to leave out what a build has made."""

    def ignored(folder: str, names: list[str]) -> set[str]:
        here = Path(folder)
        left = {*_STARTED} if here == archive.root else set()
        left |= GENERATED_FOLDERS if here == archive.docs else set()
        return left.intersection(names)

    return ignored
