"""A site is built beside the one it replaces, and takes its place only when it is whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def staging(site: Path) -> Iterator[Path]:
    """An empty folder beside `site`, gone afterwards unless `swap` has moved it into place.

    Its name begins with ".site-" (after the folder it will replace), which git ignores.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swap(built: Path, site: Path) -> None:
    """Put the whole folder `built` where `site` is; both must be on one file system.

    Two renames: a reader meets the old site or the whole new one. Where the second fails, the
    old site is put back. Raises OSError.
    """
    old = built.with_name(f"{built.name}-old")
    replaced = site.exists()
    if replaced:
        site.rename(old)
    try:
        built.rename(site)
    except OSError:
        if replaced:
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)
