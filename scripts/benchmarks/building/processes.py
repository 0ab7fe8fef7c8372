"""What a command and all it starts use, read from the kernel's own tables while it runs."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

_EVERY = 0.1
"""Seconds between two looks. The kernel keeps each process's own peak, so none is missed by it."""
_SESSION = 3
_TIMES = slice(11, 15)
"""Fields of /proc/PID/stat after the name: the session; ticks used by the process and by those it
waited for."""
_TICKS = os.sysconf("SC_CLK_TCK")
_STAGE = "· "
"""What opens the line by which a program says that a stage of its work begins."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a stage was said to begin, to the tenth of a second in which it was seen."""

    stage: str
    wall: float
    cpu: float


@dataclass
class Watch:
    """Every process of a session while it runs. Use it as a context around the command's life."""

    session: int
    log: Path
    moments: list[Moment] = field(default_factory=list)
    peaks: dict[int, int] = field(default_factory=dict)
    """Peak resident bytes by process."""
    together: int = 0
    """The most that all had resident at one look; pages that they share count for each."""
    _ended: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def __enter__(self) -> Watch:
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._ended.set()
        if self._thread is not None:
            self._thread.join()

    def _look(self) -> None:
        started = time.perf_counter()
        while not self._ended.wait(_EVERY):
            together = 0
            living = members(self.session)
            self._see_stages(time.perf_counter() - started, living)
            for process in living:
                now, peak = memory(process)
                together += now
                if peak:
                    self.peaks[process] = max(peak, self.peaks.get(process, 0))
            self.together = max(self.together, together)

    def _see_stages(self, wall: float, living: list[int]) -> None:
        lines = self.log.read_text("utf-8", "replace").splitlines()
        said = [line.removeprefix(_STAGE) for line in lines if line.startswith(_STAGE)]
        for stage in said[len(self.moments) :]:
            self.moments.append(Moment(stage, wall, sum(map(used, living))))


def members(session: int) -> list[int]:
    """The processes of a session that live now."""
    every = (folder for folder in Path("/proc").iterdir() if folder.name.isdigit())
    return [int(folder.name) for folder in every if _session(folder) == session]


def memory(process: int) -> tuple[int, int]:
    """(resident now, most ever resident) in bytes; zeros for a process that has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0, 0
    said = dict(line.split(":", 1) for line in lines if line.startswith(("VmHWM:", "VmRSS:")))
    now, peak = (int(said.get(name, "0 kB").split()[0]) * 1024 for name in ("VmRSS", "VmHWM"))
    return now, peak


def used(process: int) -> float:
    """Seconds of the processor of a process and of those it waited for; 0 once it has ended."""
    return sum(map(int, _stat(Path(f"/proc/{process}"))[_TIMES])) / _TICKS


def _session(folder: Path) -> int | None:
    fields = _stat(folder)
    return int(fields[_SESSION]) if fields else None


def _stat(folder: Path) -> list[str]:
    """The fields after the name, which may hold anything; none once the process has ended."""
    try:
        return (folder / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
