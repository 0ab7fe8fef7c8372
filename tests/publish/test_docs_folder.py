from __future__ import annotations

from pathlib import Path

import pytest

from congvan.model.output import Output
from congvan.publish.docs_folder import (
    GENERATED_FILES,
    GENERATED_FOLDERS,
    Written,
    write_docs,
)


def page(path: str, text: str = "x") -> Output:
    """A generated page."""
    return Output("docs", path, text.encode())


def test_only_differing_bytes_are_written(tmp_path: Path) -> None:
    """A page whose bytes are the same keeps its time of change."""
    outputs = [page("nam/2021/index.md"), page("index.md")]
    assert write_docs(outputs, tmp_path) == Written(written=2)
    before = (tmp_path / "nam/2021/index.md").stat().st_mtime_ns
    outputs[1] = page("index.md", "other")
    assert write_docs(outputs, tmp_path) == Written(written=1, unchanged=1)
    assert (tmp_path / "nam/2021/index.md").stat().st_mtime_ns == before
    assert (tmp_path / "index.md").read_text("utf-8") == "other"


def test_what_is_no_longer_made_goes(tmp_path: Path) -> None:
    """A generated page that is no longer made is removed with its empty folders."""
    write_docs([page("nam/2021/index.md"), page("nam/2022/index.md")], tmp_path)
    assert write_docs([page("nam/2022/index.md")], tmp_path) == Written(unchanged=1, removed=1)
    assert not (tmp_path / "nam/2021").exists()
    assert (tmp_path / "nam/2022/index.md").is_file()


def test_a_whole_folder_no_longer_made_goes(tmp_path: Path) -> None:
    """A generated folder none of whose pages is made any more is gone altogether."""
    write_docs([page("linh-vuc/kgvx/index.md"), page("index.md")], tmp_path)
    write_docs([page("index.md")], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.md"]


def test_hand_written_pages_are_never_touched(tmp_path: Path) -> None:
    """Pages outside the generated folders stay, and no output can stand in their place."""
    for name in ("gioi-thieu.md", "huong-dan/index.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("by hand", "utf-8")
    write_docs([], tmp_path)
    assert (tmp_path / "gioi-thieu.md").read_text("utf-8") == "by hand"
    assert (tmp_path / "huong-dan/index.md").read_text("utf-8") == "by hand"


@pytest.mark.parametrize("path", ["gioi-thieu.md", "huong-dan/x.md", "nam/../gioi-thieu.md", "nam"])
def test_an_output_elsewhere_is_refused(tmp_path: Path, path: str) -> None:
    """A page outside the generated folders is refused before anything is written there."""
    with pytest.raises(ValueError, match="not a place"):
        write_docs([page(path)], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_git_ignores_what_is_generated(root: Path) -> None:
    """Every generated place is ignored by git, and no hand-written one."""
    lines = (root / ".gitignore").read_text("utf-8").splitlines()
    ignored = {line.removeprefix("docs/") for line in lines if line.startswith("docs/")}
    assert ignored == {f"{folder}/" for folder in GENERATED_FOLDERS} | GENERATED_FILES


def test_outputs_of_the_site_are_left_out(tmp_path: Path) -> None:
    """Only pages for MkDocs are written into its folder."""
    assert write_docs([Output("site", "feed/tat-ca.xml", b"<feed/>")], tmp_path) == Written()
