from __future__ import annotations

from pathlib import Path

import pytest

from congvan import publish
from congvan.publish.built_page import read_page
from congvan.publish.pointing import scan

pytestmark = pytest.mark.slow

SHARDS = 7


def sources(archive_root: Path) -> dict[str, bytes]:
    """Everything below the archive's `docs/`."""
    docs = archive_root / "docs"
    return {p.relative_to(docs).as_posix(): p.read_bytes() for p in docs.rglob("*") if p.is_file()}


def shards(archive_root: Path) -> list[publish.Shard]:
    """The pages of the archive dealt out like cards, each shard with what it needs beside it."""
    frame, pages = publish.read_frame(archive_root), sources(archive_root)
    made = []
    for number in range(SHARDS):
        some = dict(sorted(pages.items())[number::SHARDS])
        linked = {to for path, text in some.items() for to in publish.linked(path, text)}
        beside = dict.fromkeys({*frame.nav, *linked} & pages.keys(), b"")
        made.append(publish.Shard(frame, some, beside))
    return made


def test_shards_make_the_same_pages(archive_root: Path, site: Path) -> None:
    """However the pages are dealt out, the shards make every page as one run of MkDocs does."""
    made = [publish.convert(shard) for shard in shards(archive_root)]
    assert [finding for one in made for finding in one.findings] == []
    files = {path: content for one in made for path, content in one.files.items()}
    built = {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*.html")}
    assert files.keys() == built.keys() - {"404.html"}
    assert [path for path, content in files.items() if content != built[path]] == []


def test_scanning_finds_what_parsing_finds(site: Path) -> None:
    """In a generated page, the quick scan finds exactly the links and names that a parser does."""
    generated = [
        p for p in site.rglob("*.html") if b'class="trang trang-viet-tay' not in p.read_bytes()
    ]
    assert len(generated) > 100
    for path in generated:
        links, names = scan(path.read_bytes())
        page = read_page(path)
        assert (set(links), names) == (set(page.links), page.anchors), path
