"""What every other builder of sites has in common here."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


class Missing(Exception):
    """A builder that cannot be had on this machine, and why."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A builder that can be started."""

    command: Sequence[str]
    cwd: Path
    out: Path
    """Where it writes the site."""
    pages: int
    env: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


class Rival(Protocol):
    """A builder of sites."""

    @property
    def name(self) -> str:
        """What tables call it."""

    def ready(self, docs: Path, work: Path, cache: Path) -> Ready:
        """All set up in the folder `work` to build the pages of `docs`; what it needs is installed
        below `cache` and stays there. Raises Missing.
        """


def fresh(folder: Path) -> Path:
    """The folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def installed(command: Sequence[str], cwd: Path) -> None:
    """Runs an installer. Raises Missing with what it said where it fails."""
    try:
        subprocess.run(command, cwd=cwd, check=True, capture_output=True, encoding="utf-8")
    except FileNotFoundError as error:
        raise Missing(f"{command[0]} is not on this machine") from error
    except subprocess.CalledProcessError as error:
        said = (error.stderr or error.stdout).strip().splitlines()
        raise Missing(f"{' '.join(command)}: {said[-1] if said else error}") from error
