#!/usr/bin/env python3
"""Draws measurements: the processor's time of a full build against the number of dispatches.

plot.py RESULTS.jsonl OUT.svg
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / "scripts")]

from benchmarks.building.results import Result, read  # noqa: E402  # works from a clone

mpl.use("svg")
mpl.rcParams["svg.hashsalt"] = "congvan"  # the same picture from the same figures

from matplotlib import pyplot as plt  # noqa: E402  # after the backend is chosen


def draw(results: list[Result], file: Path) -> None:
    """One picture: full builds left, what a change costs right."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.5), layout="constrained")
    _lines(left, [r for r in results if r.scenario == "full"], lambda r: r.builder)
    left.set_title("Full build")
    _lines(right, [r for r in results if r.builder == "congvan"], lambda r: r.scenario)
    right.set_title("congvan build after a change")
    file.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(file, metadata={"Date": None})


def _lines(axes: Any, results: list[Result], name: Callable[[Result], str]) -> None:
    for label in sorted({name(r) for r in results}):
        rows = sorted((r for r in results if name(r) == label), key=lambda r: r.dispatches)
        axes.plot([r.dispatches for r in rows], [r.cpu for r in rows], marker="o", label=label)
    axes.set(xscale="log", yscale="log", xlabel="dispatches", ylabel="CPU seconds")
    axes.grid(visible=True, which="both", alpha=0.3)
    axes.legend(fontsize="small")


if __name__ == "__main__":
    draw(read(Path(sys.argv[1])), Path(sys.argv[2]))
