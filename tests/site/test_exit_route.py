from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def pages(site: Path) -> dict[str, bytes]:
    """Every HTML page of a site by its path, the generator's name left out."""
    return {
        path.relative_to(site).as_posix(): GENERATOR.sub(b"", path.read_bytes())
        for path in site.rglob("*.html")
    }


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_others_build_the_same_pages(
    root: Path, archive_root: Path, site: Path, tmp_path: Path, program: str
) -> None:
    """On the folder as the build left it, MkDocs alone and its fork give the same pages."""
    command = [sys.executable, "-m", program, "build", "--strict", "--quiet", "-f", "mkdocs.yml"]
    environment = {**os.environ, **QUIET, "PYTHONPATH": str(root / "scripts")}
    subprocess.run([*command, "-d", tmp_path], cwd=archive_root, check=True, env=environment)
    built, ours = pages(tmp_path), pages(site)
    assert built.keys() == ours.keys()
    assert [path for path, html in ours.items() if built[path] != html] == []
