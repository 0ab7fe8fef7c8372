"""MkDocs over some of the pages, as a pure function: values in, values out, on any machine."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.exceptions import Abort, ConfigurationError

from congvan.publish.frame import Frame
from congvan.publish.pages import clear_unused
from congvan.publish.partial import Partial
from congvan.publish.pointing import collect
from congvan.publish.settings import findings, load, warnings
from congvan.publish.shard import Converted, Shard

_NAME = "congvan-shard"
_DOCS = ".congvan-docs"
_SITE = ".congvan-site"


def convert(shard: Shard) -> Converted:
    """Run MkDocs over the shard's pages: the same bytes as from one run over all pages.

    Works in a temporary folder of its own and leaves nothing behind. Where MkDocs refuses the
    settings or breaks off, the finding `mkdocs-failed` says so and nothing is made.
    """
    partial = Partial(shard)
    site = "/"
    with tempfile.TemporaryDirectory(prefix="congvan-") as folder, warnings() as messages:
        root = Path(folder)
        _unpack(shard.frame, root)
        try:
            config = load(root, docs_dir=_DOCS, site_dir=str(root / _SITE), strict=False)
            site = config.site_url or site
            config.plugins[_NAME] = partial
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
            files = {**partial.made, **dict(_written(root / _SITE))}
        except (Abort, ConfigurationError) as stopped:
            messages.append(("mkdocs-failed", str(stopped)))
            files = {}
    return Converted(files, findings(messages), collect(sorted(files.items()), site, partial.plain))


def _unpack(frame: Frame, root: Path) -> None:
    (root / _DOCS).mkdir()
    for name, content in frame.files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _written(site: Path) -> Iterator[tuple[str, bytes]]:
    """What MkDocs wrote: the files that are not pages."""
    if site.is_dir():
        clear_unused(site)
        for path in sorted(site.rglob("*")):
            if path.is_file():
                yield path.relative_to(site).as_posix(), path.read_bytes()
