"""A MkDocs plugin: the build sees the pages it is given, and writes none of them to disk."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from congvan.publish.finished import HARMLESS, FinishedPage, finished
from congvan.publish.shard import Shard

_LOG = logging.getLogger("mkdocs.plugins.congvan")


class NoSettings(Config):  # type: ignore[no-untyped-call]  # MkDocs' own base class
    """The plugin is given what it needs when it is made."""


class Partial(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]  # MkDocs' own base class
    """Gives a build its pages from memory and takes the HTML from it there."""

    def __init__(self, shard: Shard) -> None:
        self._shard = shard
        self.made: dict[str, bytes] = {}
        """Path below `site/` → HTML."""
        self.plain: set[str] = set()
        """The pages, as paths below `site/`, whose HTML is all our own."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Without the theme's own files, keep MkDocs from looking through its thousands."""
        if not self._shard.static:
            config.theme.static_templates.clear()
            root = Path(config.docs_dir).parent
            places = enumerate(map(Path, config.theme.dirs))
            config.theme.dirs[:] = [_shallow(place, root, number) for number, place in places]

    @event_priority(100)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """The pages of the shard; those beside it stand there to be named and linked to."""
        if not self._shard.static:
            files = Files([])
        named = self._shard.frame.nav
        bare = set(config.markdown_extensions) <= HARMLESS
        for path, source in {**self._shard.beside, **self._shard.pages}.items():
            file = File(path, None, config.site_dir, config.use_directory_urls)
            file.content_bytes = source
            if path not in self._shard.pages and not source:
                file.inclusion = InclusionLevel.EXCLUDED
                if path in self._shard.frame.untitled:
                    _LOG.warning("'nav' gives '%s' no title, so the page itself is needed", path)
            files.append(file)
            is_page = path in self._shard.pages and path.endswith(".md")
            if bare and is_page and path not in named and _finish(file, source, config):
                self.plain.add(file.dest_uri)
        return files

    def on_env(self, env: Environment, **_: Any) -> None:
        """Templates are compiled once in a process."""
        env.bytecode_cache = _COMPILED

    @event_priority(-100)
    def on_post_page(self, output: str, page: Page, **_: Any) -> str:
        """Keeps the HTML; MkDocs writes no page whose output is empty."""
        if page.file.src_uri in self._shard.pages and output.strip():
            self.made[page.file.dest_uri] = output.encode("utf-8", errors="xmlcharrefreplace")
        return ""


def _shallow(place: Path, root: Path, number: int) -> str:
    """A folder of links to what stands in `place`: MkDocs lists no linked folder."""
    if place.is_relative_to(root):
        return str(place)
    folder = root / f".congvan-theme-{number}"
    folder.mkdir()
    for entry in place.iterdir():
        (folder / entry.name).symlink_to(entry)
    return str(folder)


class _Compiled(BytecodeCache):
    """Compiled templates in memory, each under the hash of its source."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - a file is where its shard was
        """By name: each shard unpacks the same templates somewhere else."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self._code.get((bucket.key, bucket.checksum))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def _finish(file: File, source: bytes, config: MkDocsConfig) -> bool:
    try:
        parts = finished(source.decode("utf-8"))
    except UnicodeDecodeError:
        return False  # MkDocs says so when it reads the page
    if parts is not None:
        FinishedPage(file, config, parts)  # a page enters itself into its file
    return parts is not None
