from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from congvan import read

if TYPE_CHECKING:
    from congvan.language.register import Register
    from read.conftest import Spoilt


def test_a_sound_archive_has_nothing_to_tell(archive: Spoilt) -> None:
    """The dispatch that the other tests spoil is sound."""
    archive.add()
    assert archive.codes() == []
    assert archive.dispatch().path == "ubnd-dak-lak/2021/12-kh-ubnd.md"


def test_the_first_holdings_are_sound(root: Path, register: Register) -> None:
    """The repository's own archive has no finding at all, and holds its dispatches."""
    sources = read.read_sources(root, register)
    assert (sources.findings, len(sources.dispatches) >= 2) == ((), True)


def test_an_archive_without_anything(tmp_path: Path, register: Register) -> None:
    """A folder without sources is an empty archive."""
    assert read.read_sources(tmp_path, register).dispatches == ()


def test_links_out_of_the_tree_are_not_followed(archive: Spoilt, tmp_path: Path) -> None:
    """A link to a file elsewhere is refused; one to a folder is not entered."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("---\nid: aaaaaa99\n---\n")
    archive.add()
    (archive.sources / "ubnd-dak-lak/2021/99-kh-ubnd.md").symlink_to(outside / "secret.md")
    (archive.sources / "ubnd-dak-lak/2022").symlink_to(outside)
    (archive.sources / "ubnd-dak-lak/2021/round").symlink_to(archive.sources)
    assert archive.one("outside-tree").fragment == "99-kh-ubnd.md"
    assert len(archive.read().dispatches) == 1


def test_a_folder_named_like_a_dispatch(archive: Spoilt) -> None:
    """A folder x.md is told and stops nothing."""
    archive.add()
    (archive.sources / "ubnd-dak-lak/2021/x.md").mkdir()
    assert (archive.one("not-a-file").fragment, len(archive.read().dispatches)) == ("x.md", 1)


def test_a_file_that_no_dispatch_claims(archive: Spoilt) -> None:
    """A paper beside the dispatches is told; hidden files and the archive's own are not."""
    archive.add()
    archive.put("ubnd-dak-lak/2021/13-kh-ubnd.docx", "x")
    archive.put("ubnd-dak-lak/2021/13-kh-ubnd/goc.txt", "x")
    archive.put(".DS_Store", "x")
    archive.put("README.md", "x")
    strays = [f.fragment for f in archive.read().findings if f.code == "stray-file"]
    assert strays == ["13-kh-ubnd.docx", "goc.txt"]


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [("Kế hoạch 12.md", "ke-hoach-12.md"), ("Đắk-Lắk.md", "dak-lak.md"), ("a b.md", "a-b.md")],
)
def test_names_are_ascii(archive: Spoilt, name: str, suggestion: str) -> None:
    """A name that cannot stand in an address is told with one that can."""
    archive.put(f"ubnd-dak-lak/2021/{name}", "---\n---\n")
    assert archive.one("file-name-not-ascii").values["suggestion"] == suggestion


def test_one_file_alone(archive: Spoilt) -> None:
    """Checking one file tells what is wrong with it and reads no other."""
    wrong = archive.add(subject=None, approved_by=None)
    archive.add("ubnd-dak-lak/2021/13-kh-ubnd", number="13", published=None)
    found = read.check_file(archive.root, wrong, archive.register)
    assert {finding.code for finding in found} == {"not-approved", "text-differs"}


def test_files_of_a_dispatch_belong_to_it() -> None:
    """A finding in the text as received counts for the dispatch's file."""
    name = "dispatches/ubnd-dak-lak/2021/12-kh-ubnd"
    assert read.file_of(f"{name}/goc.txt") == f"{name}.md"
    assert read.file_of(f"{name}.md") == f"{name}.md"
    assert read.file_of("dispatches/known.yml") == "dispatches/known.yml"
