"""The public index: static files that a browser searches by itself.

Their form is described in `docs/dev/search-format.md`; the reader is `theme/assets/search/`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.output import Output
from congvan.search.entry import Entry, entry_of
from congvan.search.names import Names
from congvan.search.public.blocks import CARDS, TEXTS, as_json, cards, texts
from congvan.search.public.day_column import days, newest_first
from congvan.search.public.facet_files import KINDS, facets
from congvan.search.public.inverted import Inverted, Sort
from congvan.search.public.shard_files import packed, shards

FORMAT = 1
"""Raised when an older reader would read the files wrongly."""

FOLDER = "chi-muc"
"""Below the site's root."""

SORTS: tuple[Sort, ...] = ("w", "p", "c")


def build(archive: Archive, register: Register) -> Iterator[Output]:
    """The files of the index over all documents of `archive`, the directory last."""
    documents = sorted(archive.documents, key=newest_first)
    names = Names(register)
    entries = [entry_of(document, archive, names) for document in documents]
    files, tier = _tier(entries)
    tier["folder"] = folder = _name_of(files)
    for name, content in files.items():
        yield Output("site", f"{FOLDER}/{folder}/{name}", content, ("archive",))
    directory = {"format": FORMAT, "tiers": [tier]}
    yield Output("site", f"{FOLDER}/index.json", as_json(directory), ("archive",))


def _tier(entries: Sequence[Entry]) -> tuple[dict[str, bytes], dict[str, object]]:
    """The files of one tier and what the directory says of it."""
    dated, day_bytes = days([entry.document for entry in entries])
    files = {"days.bin": packed(day_bytes)}
    files |= {f"cards-{i}.bin": content for i, content in enumerate(cards(entries))}
    files |= {f"texts-{i}.bin": content for i, content in enumerate(texts(entries))}
    for facet in facets(entries):
        files[f"facet-{facet.kind}.bin"] = facet.lists
        files[f"labels-{facet.kind}.bin"] = facet.labels
    tier: dict[str, object] = {
        "documents": len(entries),
        "held": sum(entry.document.held for entry in entries),
        "dated": dated,
        "cards": CARDS,
        "texts": TEXTS,
        "facets": list(KINDS),
        "shards": _write_shards(entries, files),
    }
    return files, tier


def _write_shards(entries: Sequence[Entry], files: dict[str, bytes]) -> dict[str, list[str]]:
    """Adds the shards to `files`; the first term of each, for every sort of term."""
    inverted = Inverted()
    for number, entry in enumerate(entries):
        inverted.add(number, entry)
    firsts: dict[str, list[str]] = {sort: [] for sort in SORTS}
    for sort in SORTS:
        for i, shard in enumerate(shards(inverted.entries(sort))):
            files[f"{sort}-{i}.bin"] = shard.content
            firsts[sort].append(shard.first)
    return firsts


def _name_of(files: dict[str, bytes]) -> str:
    """A name made of the content, so that no cache mixes two builds."""
    digest = sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + sha256(files[name]).digest())
    return digest.hexdigest()[:12]
