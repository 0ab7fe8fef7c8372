"""What a command and all it starts use, read from the kernel's own tables while it runs."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

_EVERY = 0.1
"""Seconds between two looks. The kernel keeps each process's own peak, so none is missed by it."""
_SESSION = 3
"""The field of /proc/PID/stat, after the name, that names the session."""


@dataclass
class Watch:
    """The memory of every process of a session. Use it as a context around the command's life."""

    session: int
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
        while not self._ended.wait(_EVERY):
            together = 0
            for process in members(self.session):
                now, peak = memory(process)
                together += now
                if peak:
                    self.peaks[process] = max(peak, self.peaks.get(process, 0))
            self.together = max(self.together, together)


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


def _session(folder: Path) -> int | None:
    try:
        stat = (folder / "stat").read_text()
    except OSError:
        return None
    return int(stat.rpartition(")")[2].split()[_SESSION])
