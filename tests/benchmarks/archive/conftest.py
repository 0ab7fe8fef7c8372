from pathlib import Path

import pytest

from benchmarks.archive.identity import Recipe
from benchmarks.archive.making import make


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of sixty dispatches, with their facts beside it in `facts.jsonl`."""
    folder = tmp_path_factory.mktemp("made") / "archive"
    make(folder, Recipe(), 60, facts=folder.parent / "facts.jsonl")
    return folder
