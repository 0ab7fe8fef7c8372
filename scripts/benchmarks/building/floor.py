#!/usr/bin/env python3
"""The floor that no builder gets below: every source read, every finished page read and written.

    floor.py DOCS SITE OUT

Writes to OUT the pages of SITE that come from the sources below DOCS, byte for byte.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / "scripts")]

from benchmarks.building.pages import Page, files, pages  # noqa: E402  # works from a clone
from benchmarks.building.rival import Missing, Ready, fresh  # noqa: E402  # as above


@dataclass(frozen=True, slots=True)
class Floor:
    """A script that writes the same bytes."""

    name: str = "floor: the same bytes written"

    def ready(self, docs: Path, work: Path, cache: Path) -> Ready:  # noqa: ARG002  # a Rival
        """On every page of the site built beside `docs`."""
        site = docs.parent / "site"
        if not site.is_dir():
            raise Missing("no site was built before it")
        out = fresh(work) / "site"
        command = (sys.executable, __file__, str(docs), str(site), str(out))
        return Ready(command, work, out, len(files(docs)))


def write(docs: Path, site: Path, out: Path) -> Iterator[Page]:
    """The pages, as each is written."""
    for page in pages(docs):
        finished = site / page.address / "index.html"
        if finished.is_file():
            file = out / page.address / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(finished.read_bytes())
            yield page


if __name__ == "__main__":
    print(sum(1 for _ in write(*map(Path, sys.argv[1:4]))))
