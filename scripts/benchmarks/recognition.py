#!/usr/bin/env python3
"""How well documents are recognised, on the project's own labelled cases and on any others.

    recognition.py [--corpus DIR]... [--check] [--show]

The cases are `tests/cases/recognition/*.yml`, each a `source` and its `gold`. A corpus is a folder
of folders, each with a source.txt or source.md and a gold.json. `--check` exits with 1 where a
figure of the cases lies below its floor in `tests/cases/recognition-floors.yml`; `--show` prints
each field that differs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts")]

from benchmarks.scoring import Record, score  # noqa: E402  # works from a clone, no install
from congvan.language import register  # noqa: E402  # as above
from congvan.recognise import parse_text  # noqa: E402  # as above

CASES = ROOT / "tests" / "cases" / "recognition"
FLOORS = ROOT / "tests" / "cases" / "recognition-floors.yml"


def cases(folder: Path = CASES) -> Iterator[tuple[str, str, Record]]:
    """The name, text and label of each of the project's own cases."""
    for file in sorted(folder.glob("*.yml")):
        case = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
        yield file.stem, case["source"], case["gold"]


def labelled(corpus: Path) -> Iterator[tuple[str, str, Record]]:
    """The same of a corpus; what is no plain text is left to the reader of files."""
    for label in sorted(corpus.glob("*/gold.json")):
        source = next(iter(sorted(label.parent.glob("source.[tm][xd]*"))), None)
        if source is not None:
            yield label.parent.name, source.read_text("utf-8"), json.loads(label.read_text("utf-8"))


def measure(documents: Iterator[tuple[str, str, Record]]) -> tuple[int, dict[str, float]]:
    """How many documents there are, and their figures."""
    known = register.load()
    total = score((parse_text(text, known), label) for _, text, label in documents)
    return total.documents, total.figures()


def below(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """The figures that lie below their floor; an invented deadline has a ceiling instead."""
    return [
        f"{name}: {figures[name]:.3f}, floor {floor}"
        for name, floor in floors.items()
        if (figures[name] > floor if name == "due invented" else figures[name] < floor)
    ]


def table(columns: Mapping[str, tuple[int, Mapping[str, float]]]) -> str:
    """The figures side by side, in Markdown."""
    heads = [f"{name} ({count})" for name, (count, _) in columns.items()]
    lines = ["| figure | " + " | ".join(heads) + " |", "|---|" + "---:|" * len(heads)]
    for figure in next(iter(columns.values()))[1]:
        values = " | ".join(f"{figures[figure]:.3f}" for _, figures in columns.values())
        lines.append(f"| {figure} | {values} |")
    return "\n".join(lines)


def floors() -> dict[str, float]:
    """The recorded floors, by the names of the figures."""
    loaded: dict[str, float] = yaml.load(FLOORS.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return loaded


def _shown(documents: Iterator[tuple[str, str, Record]]) -> None:
    known = register.load()
    for name, text, label in documents:
        found = score([(parse_text(text, known), label)]).figures()
        short = {k: round(v, 2) for k, v in found.items() if v < 1 and k != "due invented"}
        print(name, short or "all right", file=sys.stderr)


def main() -> int:
    """Print the table. Returns 1 where a figure is below its floor and that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--show", action="store_true")
    asked: Any = parser.parse_args()
    columns = {"own cases": measure(cases())}
    columns |= {corpus.name: measure(labelled(corpus)) for corpus in asked.corpus}
    print(table(columns))
    if asked.show:
        _shown(cases())
    fallen = below(columns["own cases"][1], floors()) if asked.check else []
    print("\n".join(fallen), file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
