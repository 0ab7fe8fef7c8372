"""Indexing: an archive into one index a year, only the years that changed."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from congvan import __version__
from congvan.model.archive import Archive
from congvan.model.link import Party
from congvan.search.entry import Entry, entry_of
from congvan.search.staff import schema
from congvan.search.staff.agency_names import groups_of, keys, spellings
from congvan.search.staff.records import Record, as_plain, record_of
from congvan.search.staff.store import Store, opened

FORMAT = "3"
"""Raised whenever what is written changes: every index is then written anew."""

SOURCES = "sources"
"""Under which the store keeps the stamp of the sources."""

Row = tuple[Entry, Record]


def index(archive: Archive, directory: Path, stamp: str = "") -> None:
    """Brings the index in `directory` up to `archive`; it can be deleted at any time.

    `stamp` is what `stamp(dispatches)` gave before the sources were read; `is_fresh` compares it.
    Documents are read one by one, those of changed years twice, so that memory stays flat.
    """
    groups: set[Party] = set()
    with opened(directory) as store:
        years = {f"{int(year):04}" for year, _ in archive.under("year/")}
        for year in set(store.years()) - years:
            store.forget(year)
        for year in sorted(years):
            _write_year(store, directory, year, archive, groups)
        store.put_names(keys(archive, groups))
        store.put_spellings(spellings(archive, groups))
        store.keep(SOURCES, stamp)
        kept = {f"{year}-{store.key(year)}" for year in years}
    for folder in directory.iterdir():
        if folder.is_dir() and folder.name not in kept:
            shutil.rmtree(folder)


def stamp(dispatches: Path) -> str:
    """What changes whenever a source or the program does: paths, sizes and times of all files.

    Reading them would take longer than most searches.
    """
    digest = sha256(f"{FORMAT} {__version__}".encode())
    for file in sorted(dispatches.rglob("*")):
        if file.is_file():
            state = file.stat()
            row = (file.relative_to(dispatches).as_posix(), state.st_size, state.st_mtime_ns)
            digest.update(repr(row).encode())
    return digest.hexdigest()


def is_fresh(directory: Path, dispatches: Path) -> bool:
    """Whether the index in `directory` was made from the sources as they are."""
    if not (directory / "store.sqlite").is_file():
        return False
    with opened(directory) as store:
        return store.key(SOURCES) == stamp(dispatches)


def _write_year(
    store: Store, directory: Path, year: str, archive: Archive, groups: set[Party]
) -> None:
    """A year whose key is unchanged stays as it is; else a folder of its own name is made.

    The groups that its documents name are added to `groups`.
    """
    key = _key(_rows(archive, year), groups)
    folder = directory / f"{year}-{key}"
    if store.key(year) == key and folder.is_dir():
        return
    store.forget(year)
    made = Path(tempfile.mkdtemp(prefix="new-", dir=directory))
    schema.create(made, _put(store, year, _rows(archive, year)))
    if not folder.exists():
        made.rename(folder)
    store.keep(year, key)


def _rows(archive: Archive, year: str) -> Iterator[Row]:
    for place in archive.shelf(f"year/{int(year)}").places():
        entry = entry_of(place.document, archive)
        yield entry, record_of(entry)


def _put(store: Store, year: str, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, each put into the store as it passes."""
    for entry, record in rows:
        store.put(year, record, entry)
        yield entry, record


def _key(rows: Iterable[Row], groups: set[Party]) -> str:
    digest = sha256(FORMAT.encode())
    for entry, record in rows:
        groups |= groups_of(entry.document)
        plain = [as_plain(record), [[p.lines, int(p.fields)] for p in entry.passages]]
        digest.update(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode())
    return digest.hexdigest()[:12]
