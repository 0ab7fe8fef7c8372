#!/usr/bin/env python3
"""Builds made archives in every way and measures it, beside other builders on the same pages.

    bench.py [--sizes 1000 10000] [--jobs 2] [--only NAME]... [--limit SECONDS] [--work DIR]

Everything is made and installed below the working folder, which git ignores; the figures go to
docs/dev/benchmarks/building.jsonl, the tables to docs/dev/benchmarks.md. `--only` takes words of
builders' and scenarios' names.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts")]

from benchmarks.archive.identity import Recipe  # noqa: E402  # works from a clone, no install
from benchmarks.archive.making import make  # noqa: E402  # as above
from benchmarks.building import report, results, scenarios  # noqa: E402  # as above
from benchmarks.building.eleventy import Eleventy  # noqa: E402  # as above
from benchmarks.building.floor import Floor  # noqa: E402  # as above
from benchmarks.building.hugo import Hugo  # noqa: E402  # as above
from benchmarks.building.mkdocs_rivals import OwnTheme, Plain, Trimmed  # noqa: E402  # as above
from benchmarks.building.pages import files  # noqa: E402  # as above
from benchmarks.building.results import Result  # noqa: E402  # as above
from benchmarks.building.rival import Missing, Rival  # noqa: E402  # as above
from benchmarks.building.running import Cost, output_of, run  # noqa: E402  # as above

RIVALS: tuple[Rival, ...] = (OwnTheme(), Trimmed(), Plain(), Hugo(), Eleventy(), Floor())
RESULTS = ROOT / "docs" / "dev" / "benchmarks" / "building.jsonl"
PAGE = ROOT / "docs" / "dev" / "benchmarks.md"
PLOT = ROOT / "docs" / "dev" / "benchmarks" / "building.svg"
WORK = ROOT / ".cache" / "bench"


@dataclass(frozen=True, slots=True)
class Bench:
    """What is asked for."""

    work: Path
    jobs: int
    limit: float
    only: tuple[str, ...]
    machine: str

    def wants(self, name: str) -> bool:
        """Whether a builder or scenario is asked for."""
        return not self.only or any(word in name for word in self.only)


def measured(bench: Bench, size: int) -> Iterator[Result]:
    """Every measurement of archives of one size."""
    archive = scenarios.Archive(bench.work / f"archive-{size}", Recipe(), size)
    shutil.rmtree(archive.root, ignore_errors=True)
    tell(f"making {size} dispatches")
    make(archive.root, archive.recipe, size, jobs=bench.jobs)
    yield ours(bench, archive, size, "full")
    yield from others(bench, archive.root / "docs", size)
    for name in scenarios.SCENARIOS:
        if name != "full" and bench.wants(name):
            yield ours(bench, archive, size, name)


def ours(bench: Bench, archive: scenarios.Archive, size: int, scenario: str) -> Result:
    """One `congvan build`, after what the scenario does."""
    scenarios.SCENARIOS[scenario](archive)
    tell(f"congvan, {scenario}, {size}")
    cost = run(
        scenarios.build_command(archive.root, bench.jobs),
        cwd=bench.work,
        env=scenarios.environment(),
        limit=bench.limit,
    )
    site, pages = archive.root / "site", len(files(archive.root / "docs"))
    return result(bench, (report.OURS, scenario, size), cost, (pages, site, ""))


def others(bench: Bench, docs: Path, size: int) -> Iterator[Result]:
    """Full builds of the other builders, on the pages that were just built."""
    for rival in RIVALS:
        if not bench.wants(rival.name):
            continue
        try:
            ready = rival.ready(docs, bench.work / "rival", bench.work / "cache")
        except Missing as why:
            tell(f"{rival.name} is left out: {why}")
            continue
        tell(f"{rival.name}, {ready.pages} pages")
        log = bench.work / "bench.log"
        cost = run(ready.command, cwd=ready.cwd, env=ready.env, limit=bench.limit, log=log)
        yield result(bench, (rival.name, "full", size), cost, (ready.pages, ready.out, ready.note))
        shutil.rmtree(bench.work / "rival")


def result(
    bench: Bench, what: tuple[str, str, int], cost: Cost, made: tuple[int, Path, str]
) -> Result:
    """The row of one run."""
    pages, out, note = made
    size, files = output_of(out)
    if cost.code:
        tell(cost.said)
    stopped = f"stopped after {bench.limit:.0f} s" if cost.stopped else ""
    return Result(
        run=bench.machine,
        builder=what[0],
        scenario=what[1],
        dispatches=what[2],
        pages=pages,
        wall=round(cost.wall, 3),
        user=round(cost.user, 3),
        system=round(cost.system, 3),
        peak_process=cost.peak_process,
        peak_together=cost.peak_together,
        processes=cost.processes,
        output_bytes=size,
        output_files=files,
        code=cost.code,
        load=round(cost.load, 2),
        note="; ".join(filter(None, (note, stopped))),
        stages=cost.stages,
    )


def machine(jobs: int) -> str:
    """What the figures were taken on."""
    names = ("mkdocs", "mkdocs-material", "markdown")
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in names)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}, "
        f"CPython {platform.python_version()}, {versions}; {jobs} processes"
    )


def drawn(work: Path) -> list[str]:
    """The picture's path from the page; none, and why, where matplotlib cannot be had."""
    place = work / "cache" / "matplotlib"
    env = {**os.environ, "PYTHONPATH": str(place)}
    pip = (sys.executable, "-m", "pip", "install", "-q", "--target", str(place), "matplotlib<4")
    script = Path(__file__).parent / "building" / "plot.py"
    try:
        if not place.is_dir():
            subprocess.run(pip, check=True)
        subprocess.run((sys.executable, str(script), str(RESULTS), str(PLOT)), env=env, check=True)
    except subprocess.CalledProcessError as error:
        tell(f"no picture: {error}")
    return [PLOT.relative_to(PAGE.parent).as_posix()] if PLOT.is_file() else []


def tell(what: str) -> None:
    """Say what is going on."""
    print(f"· {what}", file=sys.stderr, flush=True)


def main() -> None:
    """Measure; what was found is kept at once, the tables are written after each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000])
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--limit", type=float, default=3600)
    parser.add_argument("--work", type=Path, default=WORK)
    asked: Any = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what runs is ended too
    work = asked.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    bench = Bench(work, asked.jobs, asked.limit, tuple(asked.only), machine(asked.jobs))
    for size in asked.sizes:
        for found in measured(bench, size):
            print(report.table([found]).splitlines()[-1], flush=True)
            results.keep(RESULTS, [found])
        report.write(PAGE, results.read(RESULTS), drawn(work), bench.machine)


if __name__ == "__main__":
    main()
