"""Runs a command in a session of its own and says what it cost."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.building.processes import Moment, Watch

_KILLED_AFTER = 10
"""Seconds between the word to end and the end by force."""
_SHOWN = 2000
"""Characters of what a command that failed said last."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    wall: float
    """Seconds."""
    user: float
    system: float
    """Seconds of the processor, of the command and every process it started and waited for."""
    peak_process: int
    """Bytes: the most that one process had resident."""
    peak_together: int
    """Bytes: the most that all had resident at once, shared pages counted for each."""
    processes: int
    """How many were seen."""
    code: int
    """The exit code; negative, the signal that ended it."""
    stopped: bool
    """Whether the limit of time ended it."""
    said: str
    """The end of what it printed."""
    stages: tuple[tuple[str, float, float], ...]
    """What it said it was doing (a line that begins with "· "), with seconds of the clock and of
    the processor until the next."""
    load: float
    """How busy the machine was when it began: processes that wanted a processor."""

    @property
    def cpu(self) -> float:
        """Seconds of the processor in all."""
        return self.user + self.system


def run(
    command: Sequence[str],
    *,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    limit: float = 3600,
    log: Path | None = None,
) -> Cost:
    """Run to the end, or to the limit of seconds; what it prints goes to `log`.

    A command that cannot be started raises OSError; one that fails is told by its code.
    """
    log = log or cwd / "bench.log"
    load = os.getloadavg()[0]
    with log.open("wb") as printed:
        started = time.perf_counter()
        process = subprocess.Popen(
            list(command),
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        stopper = _Stopper(process, limit)
        with Watch(process.pid, log) as watch, stopper:
            _, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)  # it is waited for already
    return Cost(
        wall=wall,
        user=used.ru_utime,
        system=used.ru_stime,
        # The kernel's own figure begins with what this process had when it started the command.
        peak_process=max(watch.peaks.values(), default=used.ru_maxrss * 1024),
        peak_together=watch.together,
        processes=len(watch.peaks) or 1,
        code=process.returncode,
        stopped=stopper.used,
        said=log.read_text("utf-8", "replace")[-_SHOWN:],
        stages=stages(watch, wall, used.ru_utime + used.ru_stime),
        load=load,
    )


def stages(watch: Watch, wall: float, cpu: float) -> tuple[tuple[str, float, float], ...]:
    """What each stage took of clock and processor, of a run that ended with those sums."""
    moments = (*watch.moments, Moment("", wall, cpu))
    return tuple(
        (one.stage, round(after.wall - one.wall, 2), round(after.cpu - one.cpu, 2))
        for one, after in pairwise(moments)
    )


class _Stopper:
    """Ends a session that runs past its limit, by asking and then by force; and at once where the
    wait for it is broken off."""

    def __init__(self, process: subprocess.Popen[bytes], limit: float) -> None:
        self.used = False
        self._process = process
        self._timers = [
            threading.Timer(limit, self._end, [signal.SIGTERM]),
            threading.Timer(limit + _KILLED_AFTER, self._end, [signal.SIGKILL]),
        ]
        for timer in self._timers:
            timer.daemon = True
            timer.start()

    def __enter__(self) -> _Stopper:
        return self

    def __exit__(self, error: type[BaseException] | None, *_more: object) -> None:
        for timer in self._timers:
            timer.cancel()
        if error is not None:
            self._end(signal.SIGKILL)
            self._process.wait()

    def _end(self, sign: signal.Signals) -> None:
        self.used = True
        try:
            os.killpg(self._process.pid, sign)
        except ProcessLookupError:
            return


def output_of(*places: Path) -> tuple[int, int]:
    """(bytes, files) below the given folders."""
    size = count = 0
    pending = [place for place in places if place.is_dir()]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(Path(entry.path))
                else:
                    size += entry.stat(follow_symlinks=False).st_size
                    count += 1
    return size, count
