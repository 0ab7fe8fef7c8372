"""Indexing: an archive into one index a year, only the years that changed."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import defaultdict
from hashlib import sha256
from pathlib import Path

from congvan import __version__
from congvan.language.register import Register
from congvan.model.archive import Archive, year_of
from congvan.search.entry import Entry, entry_of
from congvan.search.names import Names
from congvan.search.staff import schema
from congvan.search.staff.agency_names import keys, spellings
from congvan.search.staff.records import Record, as_plain, record_of
from congvan.search.staff.store import Store, opened

FORMAT = "2"
"""Raised whenever what is written changes: every index is then written anew."""

SOURCES = "sources"
"""Under which the store keeps the stamp of the sources."""

Rows = list[tuple[Entry, Record]]


def index(archive: Archive, register: Register, directory: Path, stamp: str = "") -> None:
    """Brings the index in `directory` up to `archive`; it can be deleted at any time.

    `stamp` is what `stamp(dispatches)` gave before the sources were read; `is_fresh` compares it.
    """
    names = Names(register)
    years: dict[str, Rows] = defaultdict(list)
    for document in archive.documents:
        entry = entry_of(document, archive, names)
        years[f"{year_of(document):04}"].append((entry, record_of(entry)))
    with opened(directory) as store:
        for year in set(store.years()) - set(years):
            store.forget(year)
        for year, rows in sorted(years.items()):
            _write_year(store, directory, year, rows)
        store.put_names(keys(archive, names))
        store.put_spellings(spellings(archive, names))
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


def _write_year(store: Store, directory: Path, year: str, rows: Rows) -> None:
    """A year whose key is unchanged stays as it is; else a folder of its own name is made."""
    key = _key(rows)
    folder = directory / f"{year}-{key}"
    if store.key(year) == key and folder.is_dir():
        return
    made = Path(tempfile.mkdtemp(prefix="new-", dir=directory))
    schema.create(made, rows)
    if not folder.exists():
        made.rename(folder)
    store.put(year, ((record, entry) for entry, record in rows))
    store.keep(year, key)


def _key(rows: Rows) -> str:
    digest = sha256(FORMAT.encode())
    for entry, record in rows:
        plain = [as_plain(record), [[p.text, int(p.fields)] for p in entry.passages]]
        digest.update(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode())
    return digest.hexdigest()[:12]
