"""MkDocs with its best-known theme: as it comes, trimmed, and with this program's theme."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.building.pages import Page, files, pages
from benchmarks.building.rival import Missing, Ready, fresh

_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
_PLAIN_MOST = 1000
"""Pages given to MkDocs with all of them in its navigation: every page holds every title, so that
ten thousand pages would come to some 40 GB."""
_PLAIN_ARCHIVE = 20_000
_SETTINGS = """\
site_name: Archive
site_url: https://archive.example.vn/
theme:
  name: material
  language: vi
  font: false
"""
_TRIMMED = """\
  custom_dir: theme
plugins: []
nav:
  - Home: index.md
  - Search: tim.md
  - Help: tro-giup.md
  - About: gioi-thieu.md
  - Data: du-lieu.md
  - Clerks: huong-dan/index.md
not_in_nav: |
  /*
markdown_extensions:
  - attr_list
  - tables
  - toc
"""
# What leads to another page needs no frame; the trimmed builder is given that too.
_MAIN = """\
{% extends "redirect.html" if page and page.meta.redirect else "base.html" %}
"""
_REDIRECT = """\
<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{{ page.title }}</title>
<meta http-equiv="refresh" content="0; url={{ page.meta.redirect }}"></head>
<body>{{ page.content }}</body></html>
"""


def mkdocs(settings: str, out: Path) -> tuple[str, ...]:
    """The command that builds with a settings file."""
    return (sys.executable, "-m", "mkdocs", "build", "-q", "-f", settings, "-d", str(out))


def copied(given: Iterable[Page], docs: Path) -> int:
    """Pages written below a folder as they are; how many."""
    count = 0
    for count, page in enumerate(given, 1):  # noqa: B007  # the count is what is wanted
        file = docs / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{page.head}\n---\n{page.body}" if page.head else page.body, "utf-8")
    return count


@dataclass(frozen=True, slots=True)
class Plain:
    """mkdocs-material as it comes: every page in its navigation, its own search."""

    name: str = "mkdocs-material, plain"

    def ready(self, docs: Path, work: Path, cache: Path) -> Ready:  # noqa: ARG002  # a Rival
        """On no more pages than it can build in reasonable time, and of a small archive only."""
        if len(files(docs)) > _PLAIN_ARCHIVE:
            raise Missing("a smaller archive shows as much: it would get as many pages of this one")
        given = copied(pages(docs, _PLAIN_MOST), fresh(work) / "docs")
        (work / "mkdocs.yml").write_text(_SETTINGS, "utf-8")
        note = f"the first {given} pages only: its cost grows with the square of the pages"
        out = work / "site"
        return Ready(mkdocs("mkdocs.yml", out), work, out, given, _QUIET, note)


@dataclass(frozen=True, slots=True)
class Trimmed:
    """mkdocs-material at its best: a small navigation of its own, no search."""

    name: str = "mkdocs-material, trimmed"

    def ready(self, docs: Path, work: Path, cache: Path) -> Ready:  # noqa: ARG002  # a Rival
        """On every page."""
        given = copied(pages(docs), fresh(work) / "docs")
        prepare_trimmed(work)
        out = work / "site"
        return Ready(mkdocs("mkdocs.yml", out), work, out, given, _QUIET)


@dataclass(frozen=True, slots=True)
class OwnTheme:
    """Plain `mkdocs build` with the settings and theme of the archive, in one process."""

    name: str = "mkdocs, congvan's theme"

    def ready(self, docs: Path, work: Path, cache: Path) -> Ready:  # noqa: ARG002  # a Rival
        """On every page, where they lie."""
        out = fresh(work) / "site"
        path = os.pathsep.join(p for p in sys.path if p)
        env = {**_QUIET, "PYTHONPATH": path}
        settings = str(docs.parent / "mkdocs.yml")
        return Ready(mkdocs(settings, out), work, out, len(files(docs)), env)


def prepare_trimmed(work: Path) -> None:
    """The settings and templates of the trimmed build."""
    theme = work / "theme"
    theme.mkdir(exist_ok=True)
    (theme / "main.html").write_text(_MAIN, "utf-8")
    (theme / "redirect.html").write_text(_REDIRECT, "utf-8")
    (work / "mkdocs.yml").write_text(_SETTINGS + _TRIMMED, "utf-8")
