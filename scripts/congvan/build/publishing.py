"""The site where readers see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date as Day
from pathlib import Path

from congvan import publish, render
from congvan.build.memory import Memory, remembered
from congvan.build.order import build
from congvan.build.result import Result, Tell, silent
from congvan.build.workers import HERE, Workers
from congvan.settings import Settings

PUBLISHED = "du-lieu/index.json"
"""A file that every site of ours has, and hardly another folder."""


class NoSite(Exception):
    """Nothing has ever been built, and the sources have errors."""


class NotASite(Exception):
    """A folder to publish into that holds something other than a site published before."""


def publish_to(
    settings: Settings, folder: Path, day: Day, workers: Workers = HERE, tell: Tell = silent
) -> Result:
    """Builds, switches `folder` over, and enters the addresses that are new into the ledger.

    Switching over removes what the folder held. Raises NotASite, and touches nothing, where that is
    no site of ours, or where the folder is a part of the archive or holds it.
    """
    if not _may_be_replaced(folder, settings):
        raise NotASite(str(folder))
    result = build(settings, workers=workers, tell=tell)
    if result.site is None:
        return result
    publish.switch_over(result.site, folder)
    with remembered(settings, workers) as memory:
        added = publish.append_new(settings.ledger, _addresses(memory), day)
    return replace(result, added=added)


def _addresses(memory: Memory) -> Iterator[tuple[str, str]]:
    """(id, address) of every page that must answer for ever."""
    rows = memory.database.execute(
        "SELECT id, address FROM document UNION ALL SELECT id, address FROM tombstone"
    )
    for id_, address in rows:
        yield id_, address
        yield id_, render.permanent_address(id_)


@dataclass(frozen=True, slots=True)
class Telling:
    """Who is told what while a site is served."""

    address: Callable[[str], None]
    """Given the address once the server answers."""
    built: Callable[[Result], None]
    """Given what each build came to."""
    failed: Callable[[Exception], None]
    """Given what no build should meet; the server goes on with the old site."""


def serve(settings: Settings, host: str, port: int, telling: Telling, workers: Workers) -> None:
    """Builds the site, serves it, and builds it again after each change of a source, until it is
    stopped. A browser that shows a page of it loads it again. Where the sources have errors the
    site from before stays; raises NoSite where there is none."""

    def rebuild() -> bool:
        result = build(settings, workers=workers)
        telling.built(result)
        return result.site is not None and bool(result.written)

    rebuild()
    if not (settings.site / "index.html").is_file():
        raise NoSite(str(settings.site))
    loop = publish.Loop(telling.address, rebuild, telling.failed)
    url = publish.site_url(settings.root)
    folders, files = (settings.dispatches, settings.docs), (settings.root / "mkdocs.yml",)
    with publish.listening(folders, files, lambda path: _is_made(path, settings)) as changes:
        publish.serve_and_rebuild(settings.site, (host, port), url, changes, loop)


def _is_made(path: Path, settings: Settings) -> bool:
    """Whether a path holds generated pages, which are no sources."""
    if not path.is_relative_to(settings.docs) or path == settings.docs:
        return False
    top = path.relative_to(settings.docs).parts[0]
    return top in publish.GENERATED_FOLDERS or top in publish.GENERATED_FILES


def _may_be_replaced(folder: Path, settings: Settings) -> bool:
    target = folder.resolve()
    sources = (settings.dispatches, settings.docs)
    if settings.root.is_relative_to(target) or any(target.is_relative_to(s) for s in sources):
        return False
    if not target.exists():
        return True
    return target.is_dir() and (not any(target.iterdir()) or (target / PUBLISHED).is_file())
