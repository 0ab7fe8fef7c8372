"""The archive's folder: made as `congvan init` makes it, with its register, its known documents."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.archive.prose import short
from benchmarks.archive.shelf import OUTSIDE, PHRASES, PLACES
from congvan.build.founding import init
from congvan.language.slugs import slug
from congvan.publish.ledger import COLUMNS

Published = tuple[str, str, str]
"""The day a dispatch was published, its id, its address below `van-ban/`."""


def found(folder: Path) -> None:
    """A new archive with all but its dispatches. Raises FileExistsError where anything is there."""
    init(folder)
    sources = folder / "dispatches"
    (sources / "agencies.yml").write_text("\n".join(_agencies()) + "\n", "utf-8")
    (sources / "known.yml").write_text("\n".join(_known()) + "\n", "utf-8")


def write_ledger(folder: Path, published: Iterable[Published]) -> None:
    """Every address as first published: those of each day in the order in which they are added."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for day, id_, place in sorted(published):
        writer.writerow((id_, f"id/{id_}/", day))
        writer.writerow((id_, f"van-ban/{place}/", day))
    (folder / "dispatches" / "addresses.csv").write_text(text.getvalue(), "utf-8")


def _agencies() -> Iterator[str]:
    """Districts until they were abolished and communes since, each a body of the archive's own."""
    yield "agencies:"
    province: str = PLACES["province"]
    full, word = PLACES["districts"]["full"], PLACES["districts"]["word"]
    for name in PLACES["districts"]["names"]:
        yield from _agency(f"{word} {name}", f"{full} {name}", province)
        yield f'    until: "{PLACES["districts"]["until"]}"'
    for name in PLACES["communes"]["names"]:
        yield from _agency(f"{word} {name}", f"{full} {name}", f"{province}-2025")
        yield f'    since: "{PLACES["communes"]["since"]}"'
    yield "groups: []"


def _agency(name: str, full: str, province: str) -> Iterator[str]:
    yield f"  - id: {slug(name)}-{PLACES['province']}"
    yield f"    name: {json.dumps(full, ensure_ascii=False)}"
    yield f"    short: {json.dumps(name, ensure_ascii=False)}"
    yield f"    province: {province}"
    yield "    kind: chinh-quyen"
    yield f"    source: {json.dumps(PLACES['source'], ensure_ascii=False)}"


def _known() -> Iterator[str]:
    for act in OUTSIDE["central"]:
        said = {name: act[name] for name in ("type", "code", "issuer")}
        citation = PHRASES["cite"]["full"].format(**said, short=short(act["date"]))
        yield f"- citation: {json.dumps(citation, ensure_ascii=False)}"
        yield f"  title: {json.dumps(act.get('title') or act['about'], ensure_ascii=False)}"
