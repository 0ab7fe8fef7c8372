"""What happens to an archive, and the build after it.

A scenario is a small change to an archive made for the purpose; what is measured is the
`congvan build` that follows.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.archive.identity import Recipe
from benchmarks.archive.making import write
from benchmarks.archive.paper import paper
from benchmarks.archive.shelf import PLACES
from congvan.intake.draft import ORIGINAL
from congvan.publish.docs_folder import GENERATED_FILES, GENERATED_FOLDERS

_BUILT = ("site", ".cache")
_MARK = "./."
_STATED = "sha256: "


@dataclass(slots=True)
class Archive:
    """A made archive on disk, with how many dispatches it holds."""

    root: Path
    recipe: Recipe
    dispatches: int

    def file(self, index: int) -> Path:
        """The file of dispatch i."""
        made = paper(self.recipe, index)
        return self.root / "dispatches" / made.folder / f"{made.slug}.md"


Change = Callable[[Archive], None]


def full(archive: Archive) -> None:
    """As a fresh checkout: no site, no cache, no generated page."""
    for name in (*_BUILT, *(f"docs/{name}" for name in GENERATED_FOLDERS)):
        shutil.rmtree(archive.root / name, ignore_errors=True)
    for name in GENERATED_FILES:
        (archive.root / "docs" / name).unlink(missing_ok=True)


def nothing(archive: Archive) -> None:
    """Nothing has changed."""
    assert archive.root.is_dir()


def new(archive: Archive) -> None:
    """One dispatch more, the next of the recipe."""
    write(archive.root, paper(archive.recipe, archive.dispatches))
    archive.dispatches += 1


def edited(archive: Archive) -> None:
    """A sentence more at the end of a dispatch and of its text as received."""
    file = archive.file(archive.dispatches // 2)
    original = file.with_suffix("") / ORIGINAL
    before = hashlib.sha256(original.read_bytes()).hexdigest()
    sentence = f" ({archive.dispatches}){_MARK}"
    for text in (original, file):
        said = text.read_text("utf-8")
        head, _, tail = said.rpartition(_MARK)
        text.write_text(head + sentence + tail, "utf-8")
    after = hashlib.sha256(original.read_bytes()).hexdigest()
    said = file.read_text("utf-8").replace(_STATED + before, _STATED + after)
    file.write_text(said, "utf-8")


def renamed(archive: Archive) -> None:
    """The full name of an agency is written in another way; many dispatches address it."""
    file = archive.root / "dispatches" / "agencies.yml"
    name = f"{PLACES['districts']['full']} {PLACES['districts']['names'][0]}"
    said = file.read_text("utf-8").replace(f'"{name}"', f'"{name}, {PLACES["renamed"]}"')
    file.write_text(said, "utf-8")


def theme(archive: Archive) -> None:
    """A link more in the footer of every page."""
    file = archive.root / "mkdocs.yml"
    said = file.read_text("utf-8")
    links = "  footer_links:\n"
    link = f"    - {{title: RSS {len(said)}, url: du-lieu/}}\n"
    file.write_text(said.replace(links, links + link), "utf-8")


SCENARIOS: Mapping[str, Change] = {
    "full": full,
    "nothing changed": nothing,
    "one new": new,
    "one edited": edited,
    "agency renamed": renamed,
    "theme changed": theme,
}


def build_command(root: Path, jobs: int) -> tuple[str, ...]:
    """The command that brings an archive's site up to date."""
    many = ("--jobs", str(jobs)) if "--jobs" in _options() else ()
    return (*_program(), "--root", str(root), "build", *many)


def environment() -> dict[str, str]:
    """What the command needs to find this clone's program."""
    return {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def _program() -> tuple[str, ...]:
    return (sys.executable, "-c", "from congvan.cli import main; main()")


@cache
def _options() -> str:
    command = (*_program(), "build", "--help")
    env = {**os.environ, **environment()}
    return subprocess.run(command, env=env, capture_output=True, check=True, text=True).stdout
