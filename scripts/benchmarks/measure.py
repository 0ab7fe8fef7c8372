#!/usr/bin/env python3
"""Runs one command and says what it cost: seconds of processor and clock, memory, output.

    measure.py [--output DIR]... [--limit SECONDS] -- COMMAND…

Prints one JSON object; what the command prints goes to the file of `--log`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts")]

from benchmarks.building.running import output_of, run  # noqa: E402  # works from a clone


def main() -> int:
    """Run and print. Returns the command's own code, 1 where a signal ended it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, action="append", default=[])
    parser.add_argument("--limit", type=float, default=3600)
    parser.add_argument("--log", type=Path)
    parser.add_argument("command", nargs="+")
    asked: Any = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        log = asked.log or Path(folder) / "log"
        cost = run(asked.command, cwd=Path.cwd(), limit=asked.limit, log=log)
    size, files = output_of(*asked.output)
    record = asdict(cost) | {"cpu": cost.cpu, "output_bytes": size, "output_files": files}
    print(json.dumps(record, ensure_ascii=False))
    return max(cost.code, int(cost.code != 0))


if __name__ == "__main__":
    sys.exit(main())
