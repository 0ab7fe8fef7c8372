"""MkDocs, through its public interface: the settings of `mkdocs.yml` and one build."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from congvan.model.finding import Finding, Place
from congvan.model.site import Site

SETTINGS = "mkdocs.yml"

# The theme and the fork each print a notice about MkDocs 2, which the pinned versions rule out.
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}

# What the theme ships for its own search and its own scripts; no page of ours asks for it.
_UNUSED = ("assets/javascripts/**/*", "assets/**/*.map")


def site(root: Path) -> Site:
    """Where the site of the archive in `root` is served, from its `mkdocs.yml`.

    Raises mkdocs.exceptions.ConfigurationError where the file cannot be used.
    """
    config = _load(root)
    address = (config.site_url or "/").rstrip("/") + "/"
    return Site(url=address, name=config.site_name, contact=config.extra.get("contact"))


def site_url(root: Path) -> str:
    """The absolute address of the site, with a closing slash."""
    return site(root).url


def run_mkdocs(root: Path, site_dir: Path, *, strict: bool = True) -> tuple[Finding, ...]:
    """Turn `docs/` into HTML under `site_dir`; each warning of MkDocs comes back as a finding.

    With `strict` a build that warned is an error (`mkdocs-failed`), and `site_dir` is not to be
    used; so is a `mkdocs.yml` that MkDocs refuses.
    """
    with _warnings() as messages:
        try:
            build(_load(root, site_dir=str(site_dir), strict=strict))
        except (Abort, ConfigurationError) as stopped:
            messages.append(("mkdocs-failed", str(stopped)))
    _clear(site_dir)
    return tuple(Finding(code, Place(SETTINGS), fragment=text) for code, text in messages)


def _load(root: Path, **changes: Any) -> MkDocsConfig:
    os.environ.update(_QUIET)
    return load_config(config_file=str(root / SETTINGS), **changes)


def _clear(site_dir: Path) -> None:
    for pattern in _UNUSED:
        for path in sorted(site_dir.glob(pattern), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    scripts = site_dir / "assets" / "javascripts"
    if scripts.is_dir():
        scripts.rmdir()


class _Collector(logging.Handler):
    """Keeps what MkDocs warns of instead of printing it."""

    def __init__(self, messages: list[tuple[str, str]]) -> None:
        super().__init__(logging.WARNING)
        self.messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(("mkdocs-warning", record.getMessage()))


@contextmanager
def _warnings() -> Iterator[list[tuple[str, str]]]:
    messages: list[tuple[str, str]] = []
    collector = _Collector(messages)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        yield messages
    finally:
        logger.removeHandler(collector)
