"""The measurements as tables, in `docs/dev/benchmarks.md` between two marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.building.results import Result

BEGIN = "<!-- building: written by scripts/benchmarks/bench.py -->"
END = "<!-- building: end -->"
OURS = "congvan"
_MEGA = 1_000_000
_HEAD = (
    "| builder | scenario | pages | CPU s | ms a page | wall s | peak MB | together MB | "
    "output MB | files | load |"
)
_RULE = "|---|---|" + "---:|" * 9


def write(file: Path, results: Sequence[Result], plots: Iterable[str], machine: str) -> None:
    """Put the tables into the file, in the place of those of an earlier run."""
    text = file.read_text("utf-8") if file.is_file() else f"# Benchmarks\n\n{BEGIN}\n{END}\n"
    if BEGIN not in text:
        text = f"{text.rstrip()}\n\n{BEGIN}\n{END}\n"
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    lines = "\n".join(_section(results, plots, machine))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{before}{BEGIN}\n\n{lines}\n\n{END}{after}", "utf-8")


def table(results: Iterable[Result]) -> str:
    """One table, a row for each measurement."""
    return "\n".join((_HEAD, _RULE, *map(_row, results)))


def _section(results: Sequence[Result], plots: Iterable[str], machine: str) -> Iterable[str]:
    yield machine
    for size in sorted({result.dispatches for result in results}):
        rows = [result for result in results if result.dispatches == size]
        yield f"\n### {size:,} dispatches\n"
        yield table(sorted(rows, key=lambda r: (r.builder != OURS, r.builder, _order(r))))
        yield from (f"\n{r.builder}, {r.scenario}: {r.note}." for r in rows if r.note)
        yield from (_stages(r) for r in rows if r.stages)
    yield from (f"\n![{Path(plot).stem}]({plot})" for plot in plots)


def _stages(r: Result) -> str:
    told = "; ".join(f"{stage} {cpu:.1f} ({wall:.1f})" for stage, wall, cpu in r.stages)
    return f"\n{r.builder}, {r.scenario}, seconds of CPU (and of the clock) by stage: {told}."


def _order(result: Result) -> tuple[bool, str]:
    return (result.scenario != "full", result.scenario)


def _row(r: Result) -> str:
    each = f"{1000 * r.cpu / r.pages:.2f}" if r.pages else ""
    values = (
        *(r.builder, r.scenario, f"{r.pages:,}" if r.pages else ""),
        *(f"{r.cpu:.1f}", each, f"{r.wall:.1f}"),
        *(f"{r.peak_process / _MEGA:.0f}", f"{r.peak_together / _MEGA:.0f}"),
        *(f"{r.output_bytes / _MEGA:.1f}", f"{r.output_files:,}", f"{r.load:.1f}"),
    )
    ended = f" (exit {r.code})" if r.code else ""
    return "| " + " | ".join(values) + f" |{ended}"
