"""The site where readers see it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date as Day
from pathlib import Path

from congvan import publish, render
from congvan.build.order import build
from congvan.build.result import Result
from congvan.settings import Settings


def publish_to(settings: Settings, folder: Path, day: Day) -> Result:
    """Builds, switches `folder` over, and enters the addresses that are new into the ledger."""
    result = build(settings)
    if result.site is None or result.archive is None:
        return result
    with publish.staging(folder) as staged:
        shutil.copytree(result.site, staged, dirs_exist_ok=True)
        publish.swap(staged, folder)
    added = publish.append_new(settings.ledger, render.addresses(result.archive), day)
    return replace(result, added=added)


def serve(settings: Settings, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serves the built site until it is stopped; `tell` gets its address."""
    publish.serve(settings.site, host, port, tell, publish.site_url(settings.root))
