"""Checks without building."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from congvan import read
from congvan.build.order import gather
from congvan.build.result import Result
from congvan.build.workers import HERE, Workers
from congvan.model.finding import Finding
from congvan.settings import Settings


def check(settings: Settings, paths: Sequence[Path] = (), workers: Workers = HERE) -> Result:
    """Every finding of the archive, or those about the given files and folders of it."""
    result = gather(settings, workers)
    if not paths:
        return result
    wanted = [path.resolve() for path in paths]
    kept = tuple(f for f in result.findings if _about(f, settings.root, wanted))
    return replace(result, findings=kept)


def check_apart(path: Path) -> Result:
    """Every finding of files that lie in no archive, as if they were the sources of one."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Settings(Path(folder))
        if path.is_dir():
            shutil.copytree(path, copy.dispatches, symlinks=True)
        else:
            copy.dispatches.mkdir()
            shutil.copy(path, copy.dispatches)
        result = gather(copy)
    home = path if path.is_dir() else path.parent
    return replace(result, findings=tuple(_moved(f, home) for f in result.findings))


def joined(results: Sequence[Result]) -> Result:
    """Several checks as one, each finding once."""
    every: list[Finding] = []
    for result in results:
        every += [finding for finding in result.findings if finding not in every]
    return Result(tuple(every), sum(result.read for result in results))


def _moved(finding: Finding, home: Path) -> Finding:
    inside = finding.place.file.removeprefix("dispatches").lstrip("/")
    return replace(finding, place=replace(finding.place, file=(home / inside).as_posix()))


def _about(finding: Finding, root: Path, wanted: Sequence[Path]) -> bool:
    """Whether a finding stands in the files asked for, or beside one: in a dispatch's `goc.txt`."""
    files = {finding.place.file, read.file_of(finding.place.file)}
    return any(_within(root / file, wanted) for file in files)


def _within(file: Path, wanted: Sequence[Path]) -> bool:
    return any(file.resolve().is_relative_to(path) for path in wanted)
