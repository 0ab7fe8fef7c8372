"""From pages as written to pages as shown, and whether all that they point at is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from congvan import publish, store
from congvan.build import staging, versions
from congvan.build.memory import Memory
from congvan.build.sourcing import Sourced, portions
from congvan.model.finding import Finding, Place
from congvan.model.output import Output
from congvan.publish import Converted, Frame, Shard

BATCH = 400
"""Pages in one run of MkDocs: enough that what each run costs by itself is little beside them."""
HTML = "html"
"""The root under which the digests of shown pages stand: of what each was made from."""
LEDGER = "dispatches/addresses.csv"
_STAMP = "stamp"
_ANSWERED = "answered"
"""The note of the ledger for which every address was last found to answer."""
_HAND = "*hand"
"""The unit of all pages that are written by hand, and of what the theme brings."""


@dataclass
class Shown:
    """What running MkDocs came to."""

    findings: list[Finding] = field(default_factory=list)
    pointing: publish.Pointing = field(default_factory=publish.Pointing)

    def add(self, converted: Converted) -> None:
        """Takes in what came of one shard."""
        self.findings += converted.findings
        self.pointing |= converted.pointing


def show(memory: Memory, stage: publish.Stage) -> Shown:
    """Runs MkDocs over the pages that are new or show otherwise, and stages what comes of them."""
    frame = publish.read_frame(memory.settings.root)
    stamp = store.digest(frame.stamp.encode(), versions.of_showing())
    shown = Shown()
    _show_by_hand(memory, stage, stamp, shown)
    waiting = list(_waiting(memory, stamp))
    memory.kept[_STAMP] = stamp
    done = 0
    jobs = (_shard(stage, frame, paths) for paths in portions(waiting, BATCH))
    for converted in memory.workers.do(publish.convert, jobs):
        shown.add(converted)
        for path, content in converted.files.items():
            stage.write("site", path, content)
        done += len(converted.files)
        memory.tell("show", done, len(waiting))
    return shown


def site_path(page: str) -> str:
    """Where a page below `docs/` is shown.

    >>> site_path("nam/2021/index.md"), site_path("tim.md")
    ('nam/2021/index.html', 'tim/index.html')
    """
    stem = page.removesuffix(".md")
    name = stem.rpartition("/")[2]
    return f"{stem}.html" if name == "index" else f"{stem}/index.html"


def _waiting(memory: Memory, stamp: bytes) -> Iterator[str]:
    """Generated pages to be shown: those whose words or whose frame is another than when they were
    last shown. Every one is entered."""
    every = list(memory.outputs.fresh("docs"))
    if memory.notes.differs(_STAMP, stamp):
        every += memory.outputs.standing("docs")
    with store.transaction(memory.database):
        for path, unit, sha in every:
            made_from = store.digest(sha, stamp)
            html = site_path(path)
            memory.outputs.add(HTML, html, unit, made_from)
            if memory.outputs.sha(HTML, html) != made_from:
                yield path


def _shard(stage: publish.Stage, frame: Frame, paths: list[str]) -> Shard:
    pages = {path: stage.read("docs", path) or b"" for path in paths}
    return Shard(frame, pages, beside=dict.fromkeys(frame.nav, b""))


def _show_by_hand(memory: Memory, stage: publish.Stage, stamp: bytes, shown: Shown) -> None:
    """Shows all pages written by hand, with the theme's own files, where one of them, or anything
    they may lead to, has changed."""
    files = dict(_by_hand(memory.settings.docs))
    state = store.digest(stamp, *(p for n, c in files.items() for p in (n.encode(), c)))
    gone = next(memory.outputs.gone(), None) is not None
    same = not memory.notes.differs(_HAND, state) and not memory.outputs.doubtful(_HAND)
    if same and not gone:
        return
    frame = publish.read_frame(memory.settings.root, static=True)
    beside = dict.fromkeys(frame.nav, b"")
    for path, content in files.items():
        if path.endswith(".md"):
            beside |= {name: b"" for name in publish.linked(path, content) if _there(memory, name)}
    converted = publish.convert(Shard(frame, files, beside, static=True))
    shown.add(converted)
    memory.outputs.remake(_HAND)
    for path, content in converted.files.items():
        staging.put(memory, stage, _HAND, Output("site", path, content))
    rows = publish.rows(converted.files, memory.site.url)
    memory.parts.replace(_HAND, [(row.path, row.order, row.content) for row in rows])
    memory.kept[_HAND] = state


def _there(memory: Memory, page: str) -> bool:
    return memory.outputs.exists("docs", page)


def _by_hand(docs: Path) -> Iterator[tuple[str, bytes]]:
    """The files below `docs/` that are published and not generated."""
    for path in sorted(publish.written_by_hand(docs)):
        yield path.relative_to(docs).as_posix(), path.read_bytes()


def check_shown(memory: Memory, stage: publish.Stage, shown: Shown) -> Iterable[Finding]:
    """An error for everything that pages point at and that is not there."""
    yield from shown.findings
    yield from publish.check(
        shown.pointing,
        exists=lambda path: any(memory.outputs.exists(root, path) for root in (HTML, "site")),
        read=lambda path: stage.read("site", path) or b"",
    )


def lost(memory: Memory, sourced: Sourced) -> Iterator[Finding]:
    """An error for each published address at which the site would have no page any more."""
    memory.kept[_ANSWERED] = sourced.ledger
    same = not memory.notes.differs(_ANSWERED, sourced.ledger)
    if same and next(memory.outputs.gone(), None) is None:
        return
    rows = memory.database.execute("SELECT address, id, line, day FROM ledger ORDER BY line")
    for address, id_, line, day in rows.fetchall():
        page = f"{address}index.html"
        if not memory.outputs.exists(HTML, page) and not memory.outputs.exists("site", page):
            values = {"id": id_, "day": day}
            yield Finding("address-lost", Place(LEDGER, line), address, values)
