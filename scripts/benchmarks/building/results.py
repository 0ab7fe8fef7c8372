"""Measurements as lines of JSON, the latest of each kind kept."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Result:
    """One measurement: who built what, from how much, at what cost."""

    run: str
    """What tells one run from another: machine, versions; only rows of one run are compared."""
    builder: str
    scenario: str
    dispatches: int
    pages: int
    """Pages that the builder was given; 0 where that is its own matter."""
    wall: float
    user: float
    system: float
    peak_process: int
    peak_together: int
    processes: int
    output_bytes: int
    output_files: int
    code: int
    load: float
    note: str = ""
    stages: tuple[tuple[str, float, float], ...] = ()
    """Stages of the work with seconds of clock and processor, where the builder tells of them."""

    @property
    def cpu(self) -> float:
        """Seconds of the processor."""
        return self.user + self.system

    @property
    def key(self) -> tuple[str, str, int]:
        """What a later measurement takes the place of."""
        return (self.builder, self.scenario, self.dispatches)


def read(file: Path) -> list[Result]:
    """Every measurement of the file; none where there is no file."""
    if not file.is_file():
        return []
    names = {field.name for field in fields(Result)}
    lines = file.read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    return [_result({k: v for k, v in record.items() if k in names}) for record in records]


def _result(record: dict[str, Any]) -> Result:
    stages = tuple(tuple(stage) for stage in record.pop("stages", ()))
    return Result(**record, stages=stages)


def keep(file: Path, results: Iterable[Result]) -> list[Result]:
    """Add measurements to the file, each in the place of an earlier one of its kind."""
    kept = {result.key: result for result in (*read(file), *results)}
    ordered = sorted(kept.values(), key=lambda r: (r.dispatches, r.scenario, r.builder))
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(asdict(result), ensure_ascii=False) for result in ordered)
    file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return ordered
