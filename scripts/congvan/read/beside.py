"""Rules on the files beside a dispatch: there, whole, of a kind that may be served."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from congvan.language.slugs import slug
from congvan.model.dispatch import Dispatch
from congvan.model.finding import Finding, Place
from congvan.read.places import FOLDER, of_file, of_key
from congvan.read.publishing import WITHDRAWN
from congvan.read.source_files import ORIGINAL, PAGE, Beside

KINDS = (
    ".csv", ".doc", ".docx", ".jpg", ".jpeg", ".ods", ".odt", ".pdf", ".png", ".ppt", ".pptx",
    ".tif", ".tiff", ".txt", ".xls", ".xlsx", ".xml", ".zip",
)  # fmt: skip
"""Kinds of files that are served: none that a browser would run."""

ASCII_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Named:
    """A file that the front matter names."""

    key: str
    """"attachments.0", "source"."""
    file: str
    sha256: str | None


def beside_faults(dispatch: Dispatch, beside: tuple[Beside, ...]) -> Iterator[Finding]:
    """What is wrong with the files of one dispatch; `beside` is what lies in its folder."""
    there = {thing.name: thing for thing in beside}
    named = tuple(_named(dispatch))
    for one in named:
        yield from _file(dispatch, one, there.get(one.file))
    if dispatch.original is None and dispatch.status != WITHDRAWN:
        yield Finding("no-original", Place(of_file(dispatch)), f"{dispatch.folder}/{ORIGINAL}")
    yield from _unlisted(dispatch, {one.file for one in named}, beside)


def _named(dispatch: Dispatch) -> Iterator[Named]:
    for index, attachment in enumerate(dispatch.attachments):
        yield Named(f"attachments.{index}", attachment.file, attachment.sha256)
    if dispatch.source is not None:
        yield Named("source", dispatch.source.file, dispatch.source.sha256)


def _file(dispatch: Dispatch, named: Named, there: Beside | None) -> Iterator[Finding]:
    place = of_key(dispatch, f"{named.key}.file")
    shown = f"{FOLDER}/{dispatch.folder}"
    if "/" in named.file or "\\" in named.file or named.file in (".", ".."):
        yield Finding("file-elsewhere", place, named.file, {"folder": shown})
        return
    if PurePath(named.file).suffix.lower() not in KINDS:
        yield Finding("file-kind", place, named.file, {"choices": ", ".join(KINDS)})
    if there is None or not there.regular:
        yield Finding("missing-file", place, named.file, {"folder": shown})
    elif there.outside:
        yield Finding("outside-tree", place, named.file)
    else:
        yield from _whole(dispatch, named, there)


def _whole(dispatch: Dispatch, named: Named, there: Beside) -> Iterator[Finding]:
    """Whether the file is still the one whose hash was written down."""
    actual = there.sha256
    if actual is None:
        yield Finding("file-unreadable", of_key(dispatch, f"{named.key}.file"), named.file)
    elif named.sha256 is None:
        place = of_key(dispatch, f"{named.key}.file")
        yield Finding("sha256-missing", place, named.file, {"actual": actual})
    elif named.sha256 != actual:
        place = of_key(dispatch, f"{named.key}.sha256")
        values = {"file": named.file, "actual": actual}
        yield Finding("sha256-differs", place, named.sha256, values)


def _unlisted(dispatch: Dispatch, named: set[str], beside: tuple[Beside, ...]) -> Iterator[Finding]:
    """Files in the folder that nothing names, and names that are no addresses."""
    for thing in beside:
        shown = f"{FOLDER}/{dispatch.folder}/{thing.name}"
        yield from ascii_name(thing.name, Place(shown))
        if PAGE.fullmatch(thing.name) and thing.outside:
            yield Finding("outside-tree", Place(shown), thing.name)
        elif not _expected(PurePath(thing.name), {*named, *dispatch.pages}):
            yield Finding("unlisted-file", Place(shown), thing.name)


def _expected(path: PurePath, named: set[str]) -> bool:
    return path.name in named or path.stem == PurePath(ORIGINAL).stem or path.suffix == ".md"


def pages_in(beside: tuple[Beside, ...]) -> tuple[str, ...]:
    """The pictures of pages in a dispatch's folder, by their names, in order."""
    pictures = (thing for thing in beside if PAGE.fullmatch(thing.name))
    return tuple(thing.name for thing in pictures if thing.regular and not thing.outside)


def ascii_name(name: str, place: Place) -> Iterator[Finding]:
    """A file's name becomes part of an address: letters, digits, full stop, hyphen, underscore."""
    if ASCII_NAME.fullmatch(name) is None:
        stem, dot, suffix = name.rpartition(".")
        suggestion = f"{slug(stem)}.{slug(suffix)}" if dot else slug(name)
        yield Finding("file-name-not-ascii", place, name, {"suggestion": suggestion})
