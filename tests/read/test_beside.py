from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from read.conftest import Spoilt

FOLDER = "ubnd-dak-lak/2021/12-kh-ubnd"
PDF = b"%PDF-1.4\n"
HASH = hashlib.sha256(PDF).hexdigest()


def attached(file: str, sha256: str = HASH) -> str:
    """The front matter of one attachment."""
    return f"attachments: [{{file: '{file}', title: Phụ lục, sha256: {sha256}}}]\n"


def test_an_attachment_that_is_there(archive: Spoilt) -> None:
    """A file named, present and whole is nothing to tell."""
    archive.add(extra=attached("phu-luc.pdf"))
    archive.put(f"{FOLDER}/phu-luc.pdf", PDF)
    assert archive.codes() == []


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        (attached("khong-co.pdf"), "missing-file"),
        (attached("phu-luc.pdf", "0" * 64), "sha256-differs"),
        (attached("../../../x.pdf"), "file-elsewhere"),
        (attached("/etc/passwd"), "file-elsewhere"),
        (attached("a\\b.pdf"), "file-elsewhere"),
        (attached("chay.html"), "file-kind"),
        (attached("chay.svg"), "file-kind"),
        ("attachments: [{file: phu-luc.pdf, title: Phụ lục}]\n", "sha256-missing"),
        ("source: {file: goc.pdf}\n", "missing-file"),
        (f"source: {{file: goc.txt, sha256: {'0' * 64}}}\n", "sha256-differs"),
    ],
)
def test_files_that_are_named(archive: Spoilt, extra: str, code: str) -> None:
    """A file that is missing, changed, elsewhere or of a kind that browsers run is an error."""
    archive.add(extra=extra)
    archive.put(f"{FOLDER}/phu-luc.pdf", PDF)
    assert code in archive.codes()


def test_remedy_gives_the_hash(archive: Spoilt) -> None:
    """The hash that the file has is told, to be compared and copied."""
    archive.add(extra="attachments: [{file: phu-luc.pdf, title: Phụ lục}]\n")
    archive.put(f"{FOLDER}/phu-luc.pdf", PDF)
    assert archive.one("sha256-missing").values["actual"] == HASH


def test_a_link_out_of_the_folder(archive: Spoilt) -> None:
    """An attachment that is a link to a file elsewhere is refused."""
    archive.add(extra=attached("phu-luc.pdf"))
    (archive.sources / FOLDER / "phu-luc.pdf").symlink_to("/etc/hostname")
    assert "outside-tree" in archive.codes()


def test_files_that_are_not_named(archive: Spoilt) -> None:
    """A file that nothing names is a note; other forms of the original need no word."""
    archive.add()
    archive.put(f"{FOLDER}/goc.pdf", PDF)
    archive.put(f"{FOLDER}/nhap.docx", b"x")
    assert archive.one("unlisted-file").fragment == "nhap.docx"


def test_names_of_attachments_are_ascii(archive: Spoilt) -> None:
    """A file beside a dispatch becomes an address too."""
    archive.add()
    archive.put(f"{FOLDER}/Phụ lục 1.pdf", PDF)
    assert archive.one("file-name-not-ascii").values["suggestion"] == "phu-luc-1.pdf"


def test_without_the_original(archive: Spoilt) -> None:
    """A dispatch without its text as received has no ruler, which is a warning."""
    archive.add(original=None)
    assert archive.codes() == ["no-original"]


def test_pictures_of_pages(archive: Spoilt) -> None:
    """Pictures of the original's pages need no word in the front matter and are read in order."""
    archive.add()
    for number in (10, 2, 1):
        archive.put(f"{FOLDER}/goc-trang-{number:03d}.jpg", b"\xff\xd8")
    assert archive.dispatch().pages == (
        "goc-trang-001.jpg",
        "goc-trang-002.jpg",
        "goc-trang-010.jpg",
    )
    assert archive.codes() == []


@pytest.mark.parametrize("name", ["goc-trang-1.jpg", "goc-trang-001.png", "goc-trang-001.jpg.html"])
def test_what_is_no_picture_of_a_page(archive: Spoilt, name: str) -> None:
    """A name that only resembles that of a page's picture is a file that nothing names."""
    archive.add()
    archive.put(f"{FOLDER}/{name}", b"x")
    assert archive.dispatch().pages == ()
    assert archive.one("unlisted-file").fragment == name


def test_a_picture_that_is_a_link_out_of_the_folder(archive: Spoilt) -> None:
    """It is refused as any other file elsewhere is, and never copied."""
    archive.add()
    (archive.sources / FOLDER / "goc-trang-001.jpg").symlink_to("/etc/hostname")
    assert archive.codes() == ["outside-tree"]
    assert archive.dispatch().pages == ()
