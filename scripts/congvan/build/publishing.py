"""The site where readers see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
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


def serve(settings: Settings, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serves the built site until it is stopped; `tell` gets its address."""
    publish.serve(settings.site, host, port, tell, publish.site_url(settings.root))


def _may_be_replaced(folder: Path, settings: Settings) -> bool:
    target = folder.resolve()
    sources = (settings.dispatches, settings.docs)
    if settings.root.is_relative_to(target) or any(target.is_relative_to(s) for s in sources):
        return False
    if not target.exists():
        return True
    return target.is_dir() and (not any(target.iterdir()) or (target / PUBLISHED).is_file())
