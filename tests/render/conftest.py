"""The archive of this repository, rendered."""

from __future__ import annotations

from pathlib import Path

import pytest

from congvan.build import gather
from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.output import Output
from congvan.settings import Settings
from render.made import rendered


@pytest.fixture(scope="session", name="seeds")
def _seeds(root: Path) -> Archive:
    """The archive of this repository."""
    gathered = gather(Settings(root))
    assert gathered.archive is not None
    return gathered.archive


@pytest.fixture(scope="session", name="outputs")
def _outputs(seeds: Archive, register: Register) -> dict[str, Output]:
    """Everything that is rendered from it, by path."""
    return rendered(seeds, register)
