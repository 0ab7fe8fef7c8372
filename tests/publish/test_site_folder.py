from __future__ import annotations

from pathlib import Path

import pytest

from congvan.model.output import Output
from congvan.publish.site_folder import write_site


def test_files_are_written_as_they_are(tmp_path: Path) -> None:
    """What is not a page goes into the site byte for byte, and pages do not."""
    outputs = [Output("site", "du-lieu/2021.jsonl", b"{}\n"), Output("docs", "index.md", b"x")]
    assert write_site(outputs, tmp_path) == 1
    assert (tmp_path / "du-lieu/2021.jsonl").read_bytes() == b"{}\n"
    assert not (tmp_path / "index.md").exists()


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    """A path that leads out of the site is refused."""
    with pytest.raises(ValueError, match="not a place"):
        write_site([Output("site", path, b"")], tmp_path / "site")
    assert not (tmp_path / "x").exists()
