#!/usr/bin/env python3
"""Makes an archive of any size to measure with; the same seed gives the same archive.

    make_archive.py DIR --dispatches 10000 [--seed 7] [--years 10] [--jobs 2] [--truth FILE]

A larger archive of the same seed and years holds every dispatch of a smaller one, byte for byte.
`--truth` writes the facts that were put in, one JSON object a line: labels as `scoring` takes them.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts")]

from benchmarks.archive.identity import Recipe  # noqa: E402  # works from a clone, no install
from benchmarks.archive.making import make  # noqa: E402  # as above


def main() -> None:
    """Make the archive that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dispatches", type=int, required=True)
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--years", type=int, default=Recipe().years)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--truth", type=Path)
    asked: Any = parser.parse_args()
    recipe = Recipe(asked.seed, asked.years)
    make(asked.folder, recipe, asked.dispatches, jobs=asked.jobs, facts=asked.truth)


if __name__ == "__main__":
    main()
