"""The settings of `mkdocs.yml`, and what MkDocs says while it works."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from congvan.model.finding import Finding, Place
from congvan.model.site import Site

SETTINGS = "mkdocs.yml"

# The theme and the fork each print a notice about MkDocs 2, which the pinned versions rule out.
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}

Messages = list[tuple[str, str]]
"""Codes of findings, and what MkDocs said."""


def load(root: Path, **changes: Any) -> MkDocsConfig:
    """The archive's settings with some of them changed.

    Raises mkdocs.exceptions.ConfigurationError or Abort where they cannot be used.
    """
    os.environ.update(_QUIET)
    return load_config(config_file=str(root / SETTINGS), **changes)


def site(root: Path) -> Site:
    """Where the site of the archive in `root` is served, from its `mkdocs.yml`.

    Raises mkdocs.exceptions.ConfigurationError where the file cannot be used.
    """
    config = load(root)
    address = (config.site_url or "/").rstrip("/") + "/"
    return Site(url=address, name=config.site_name, contact=config.extra.get("contact"))


def site_url(root: Path) -> str:
    """The absolute address of the site, with a closing slash."""
    return site(root).url


class _Collector(logging.Handler):
    """Keeps what MkDocs warns of instead of printing it."""

    def __init__(self, messages: Messages) -> None:
        super().__init__(logging.WARNING)
        self.messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(("mkdocs-warning", record.getMessage()))


@contextmanager
def warnings() -> Iterator[Messages]:
    """What MkDocs warns of inside the block, printed nowhere."""
    messages: Messages = []
    collector = _Collector(messages)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        yield messages
    finally:
        logger.removeHandler(collector)


def findings(messages: Messages) -> tuple[Finding, ...]:
    """Each message once, as a finding about the settings."""
    said = dict.fromkeys(messages)
    return tuple(Finding(code, Place(SETTINGS), fragment=text) for code, text in said)
