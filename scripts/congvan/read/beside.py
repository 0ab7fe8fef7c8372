"""Rules on the files beside a dispatch: there, whole, of a kind that may be served."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from congvan.language.slugs import slug
from congvan.model.dispatch import Dispatch
from congvan.model.finding import Finding, Place
from congvan.read.places import FOLDER, of_file, of_key
from congvan.read.publishing import WITHDRAWN

ORIGINAL = "goc.txt"
"""The text as received; other forms of the original share its stem: goc.pdf, goc.docx."""

PAGE = re.compile(r"goc-trang-[0-9]{3}\.jpg")
"""The picture of a page of the original, kept where the text was read from pictures."""

KINDS = (
    ".csv", ".doc", ".docx", ".jpg", ".jpeg", ".ods", ".odt", ".pdf", ".png", ".ppt", ".pptx",
    ".tif", ".tiff", ".txt", ".xls", ".xlsx", ".xml", ".zip",
)  # fmt: skip
"""Kinds of files that are served: none that a browser would run."""

ASCII_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Named:
    """A file that the front matter names."""

    key: str
    """"attachments.0", "source"."""
    file: str
    sha256: str | None


def beside_faults(dispatch: Dispatch, sources: Path) -> Iterator[Finding]:
    """What is wrong with the files of one dispatch; `sources` is the folder `dispatches`."""
    folder = sources / dispatch.folder
    named = tuple(_named(dispatch))
    for one in named:
        yield from _file(dispatch, one, folder)
    if dispatch.original is None and dispatch.status != WITHDRAWN:
        yield Finding("no-original", Place(of_file(dispatch)), f"{dispatch.folder}/{ORIGINAL}")
    yield from _unlisted(dispatch, {one.file for one in named}, folder)


def _named(dispatch: Dispatch) -> Iterator[Named]:
    for index, attachment in enumerate(dispatch.attachments):
        yield Named(f"attachments.{index}", attachment.file, attachment.sha256)
    if dispatch.source is not None:
        yield Named("source", dispatch.source.file, dispatch.source.sha256)


def _file(dispatch: Dispatch, named: Named, folder: Path) -> Iterator[Finding]:
    place = of_key(dispatch, f"{named.key}.file")
    shown = f"{FOLDER}/{dispatch.folder}"
    if "/" in named.file or "\\" in named.file or named.file in (".", ".."):
        yield Finding("file-elsewhere", place, named.file, {"folder": shown})
        return
    if Path(named.file).suffix.lower() not in KINDS:
        yield Finding("file-kind", place, named.file, {"choices": ", ".join(KINDS)})
    path = folder / named.file
    if not path.is_file():
        yield Finding("missing-file", place, named.file, {"folder": shown})
    elif outside(path, folder):
        yield Finding("outside-tree", place, named.file)
    else:
        yield from _whole(dispatch, named, path)


def _whole(dispatch: Dispatch, named: Named, path: Path) -> Iterator[Finding]:
    """Whether the file is still the one whose hash was written down."""
    try:
        actual = _sha256(path)
    except OSError:
        yield Finding("file-unreadable", of_key(dispatch, f"{named.key}.file"), named.file)
        return
    if named.sha256 is None:
        place = of_key(dispatch, f"{named.key}.file")
        yield Finding("sha256-missing", place, named.file, {"actual": actual})
    elif named.sha256 != actual:
        place = of_key(dispatch, f"{named.key}.sha256")
        values = {"file": named.file, "actual": actual}
        yield Finding("sha256-differs", place, named.sha256, values)


def _sha256(path: Path) -> str:
    """The hash of a file of any size, read block by block."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _unlisted(dispatch: Dispatch, named: set[str], folder: Path) -> Iterator[Finding]:
    """Files in the folder that nothing names, and names that are no addresses."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        shown = f"{FOLDER}/{dispatch.folder}/{path.name}"
        yield from ascii_name(path.name, Place(shown))
        if PAGE.fullmatch(path.name) and outside(path, folder):
            yield Finding("outside-tree", Place(shown), path.name)
        elif not _expected(path, {*named, *dispatch.pages}):
            yield Finding("unlisted-file", Place(shown), path.name)


def _expected(path: Path, named: set[str]) -> bool:
    return path.name in named or path.stem == Path(ORIGINAL).stem or path.suffix == ".md"


def pages_in(folder: Path) -> tuple[str, ...]:
    """The pictures of pages in a dispatch's folder, by their names, in order."""
    if not folder.is_dir():
        return ()
    pictures = (path for path in folder.iterdir() if PAGE.fullmatch(path.name))
    return tuple(sorted(p.name for p in pictures if p.is_file() and not outside(p, folder)))


def ascii_name(name: str, place: Place) -> Iterator[Finding]:
    """A file's name becomes part of an address: letters, digits, full stop, hyphen, underscore."""
    if ASCII_NAME.fullmatch(name) is None:
        stem, dot, suffix = name.rpartition(".")
        suggestion = f"{slug(stem)}.{slug(suffix)}" if dot else slug(name)
        yield Finding("file-name-not-ascii", place, name, {"suggestion": suggestion})


def outside(path: Path, folder: Path) -> bool:
    """Whether a path leads out of a folder once its links are followed."""
    return not path.resolve().is_relative_to(folder.resolve())
