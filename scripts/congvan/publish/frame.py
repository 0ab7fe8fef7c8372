"""What every page shares: settings, overrides and hooks, as one value that can be sent anywhere."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from congvan.publish.settings import SETTINGS, load

# What a page's HTML depends on beside the archive: a new version of any may change every page.
_PROGRAMS = ("congvan", "jinja2", "markdown", "mkdocs", "mkdocs-material", "pymdown-extensions")

_INHERITED = re.compile(r"^INHERIT:\s*[\"']?([^\"'\n#]+)", re.MULTILINE)
_FOR_BROWSERS = "assets/"
"""The folder of a theme that no template is in."""


@dataclass(frozen=True, slots=True)
class Frame:
    """All that a page's HTML depends on beside its own source and the versions in `stamp`."""

    files: tuple[tuple[str, bytes], ...]
    """Path below the archive's root, and content: `mkdocs.yml`, what it inherits, templates, hooks.
    A theme that is installed, or lies outside the root, is not carried: workers have it."""
    nav: tuple[str, ...] = ()
    """The pages that `nav` names, as paths below `docs/`."""
    untitled: frozenset[str] = frozenset()
    """Those of them whose title stands in the page itself."""
    stamp: str = ""
    """A hash of the files and of the versions of the programs that use them."""


def read_frame(root: Path, *, static: bool = False) -> Frame:
    """The frame of the archive in `root`; `static` also takes the files that browsers ask for.

    A hook is carried as its one file. Raises mkdocs.exceptions.ConfigurationError or Abort where
    the settings cannot be used.
    """
    config = load(root, plugins=[])
    files = {path: (root / path).read_bytes() for path in sorted(_paths(root, config, static))}
    entries = list(_entries(config.nav or ()))
    return Frame(
        files=tuple(files.items()),
        nav=tuple(dict.fromkeys(path for _, path in entries)),
        untitled=frozenset(path for title, path in entries if title is None),
        stamp=_stamp(files.items()),
    )


def _paths(root: Path, config: MkDocsConfig, static: bool) -> Iterator[str]:
    settings = SETTINGS
    while settings and settings.removeprefix("./") not in {"", ".."}:
        yield settings
        inherited = _INHERITED.search((root / settings).read_text("utf-8"))
        settings = (Path(settings).parent / inherited[1].strip()).as_posix() if inherited else ""
    yield from (str(name) for name in config.hooks if _is_below(root / str(name), root))
    custom = config.theme.custom_dir
    if custom and _is_below(Path(custom), root):
        for path in Path(custom).rglob("*"):
            inside = path.relative_to(custom).as_posix()
            wanted = static or not inside.startswith(_FOR_BROWSERS)
            if path.is_file() and wanted and "__pycache__" not in path.parts:
                yield path.relative_to(root).as_posix()


def _is_below(path: Path, root: Path) -> bool:
    return path.absolute().is_relative_to(root.absolute())


def _entries(nav: object, title: str | None = None) -> Iterator[tuple[str | None, str]]:
    """The (title, path) pairs of MkDocs' `nav`; addresses elsewhere are left out."""
    if isinstance(nav, str):
        if nav.endswith(".md"):
            yield title, nav
    elif isinstance(nav, dict):
        for name, below in nav.items():
            yield from _entries(below, name)
    elif isinstance(nav, Iterable):
        for item in nav:
            yield from _entries(item)


def _stamp(files: Iterable[tuple[str, bytes]]) -> str:
    versions = {name: _version(name) for name in _PROGRAMS}
    hashes = {path: hashlib.sha256(content).hexdigest() for path, content in files}
    return hashlib.sha256(json.dumps([versions, hashes], sort_keys=True).encode()).hexdigest()


def _version(program: str) -> str:
    try:
        return importlib.metadata.version(program)
    except importlib.metadata.PackageNotFoundError:  # run from a checkout
        return ""
