import os
import sys
from pathlib import Path

import pytest

from benchmarks.building.processes import Moment, Watch
from benchmarks.building.running import output_of, run, stages

WORKING = "import time\nwhile time.process_time() < 0.3: pass"
HOLDING = "held = bytearray(90_000_000)\nimport time\ntime.sleep(1)"


def python(code: str) -> tuple[str, ...]:
    """A command that runs a few lines."""
    return (sys.executable, "-c", code)


def test_counts_the_processors_time_of_children(tmp_path: Path) -> None:
    """What a process started by the command has used is in the sum."""
    code = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {WORKING!r}])"
    assert run(python(code), cwd=tmp_path).cpu >= 0.3


def test_knows_each_process_by_its_own_memory(tmp_path: Path) -> None:
    """The peak of one process is its own; the peak together counts all that lived at once."""
    code = (
        "import subprocess, sys\n"
        f"two = [subprocess.Popen([sys.executable, '-c', {HOLDING!r}]) for _ in range(2)]\n"
        "for one in two: one.wait()"
    )
    cost = run(python(code), cwd=tmp_path)
    assert 90_000_000 <= cost.peak_process < 180_000_000 <= cost.peak_together
    assert cost.processes == 3


def test_sees_the_stages_that_a_command_tells_of(tmp_path: Path) -> None:
    """Lines that name a stage part what was used among the stages; other lines do not."""
    code = f"print('· rest', 'other', '· work', sep='\\n', flush=True)\n{WORKING}"
    cost = run(python(code), cwd=tmp_path)
    assert [stage for stage, _, _ in cost.stages] == ["rest", "work"]
    assert sum(cpu for _, _, cpu in cost.stages) <= cost.cpu + 0.01


def test_a_stage_lasts_until_the_next() -> None:
    """Each stage has what was used from its beginning to the next one's, the last to the end."""
    watch = Watch(0, Path())
    watch.moments = [Moment("read", 1, 0.5), Moment("render", 3, 2)]
    assert stages(watch, 10, 9) == (("read", 2, 1.5), ("render", 7, 7))


def test_tells_how_a_command_ended(tmp_path: Path) -> None:
    """The code of a command that failed, and the last of what it said."""
    cost = run(python("print('gone wrong')\nraise SystemExit(3)"), cwd=tmp_path)
    assert (cost.code, cost.stopped) == (3, False)
    assert "gone wrong" in cost.said


def test_ends_what_takes_too_long(tmp_path: Path) -> None:
    """At the limit the command and all it started are ended, and the result says so."""
    code = "import subprocess\nsubprocess.run(['sleep', '60'])"
    cost = run(python(code), cwd=tmp_path, limit=1)
    assert cost.stopped
    assert cost.code < 0


def test_ends_what_runs_when_it_is_broken_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever stops the benchmark leaves nothing of it running."""

    def broken_off(session: int, _options: int) -> None:
        started.append(session)
        raise KeyboardInterrupt

    started: list[int] = []
    with monkeypatch.context() as patched:
        patched.setattr(os, "wait4", broken_off)
        with pytest.raises(KeyboardInterrupt):
            run(("sleep", "60"), cwd=tmp_path)
    with pytest.raises(ProcessLookupError):
        os.kill(started[0], 0)


def test_output_is_counted_to_the_byte(tmp_path: Path) -> None:
    """Every file below the folders counts, folders themselves do not."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "one").write_bytes(b"12345")
    (tmp_path / "a" / "b" / "two").write_bytes(b"678")
    assert output_of(tmp_path / "a", tmp_path / "none") == (8, 2)
