"""A commit that a crash cannot halve: a journal says what moves where before anything moves."""

from __future__ import annotations

import json
import os
import shutil
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

STAGED = Path(".cache") / "stage"
"""Below the archive's root, and so on the file system of `site/` and `docs/`."""
_JOURNAL = "journal"

Move = tuple[str, str]
"""A file of the stage, and its place below the archive's root."""


def commit(root: Path, moves: Iterable[Move], removed: Iterable[str], note: str) -> None:
    """Put every staged file in its place and remove what is gone: all of it, now or at `recover`.

    SIGINT and SIGTERM are held back until it is done. Raises OSError; where the journal could not
    be written nothing has changed.
    """
    with _undisturbed():
        _write(root / STAGED, {"note": note, "moves": list(moves), "removed": list(removed)})
        _finish(root)


def recover(root: Path) -> str | None:
    """Finish the commit that was interrupted, or forget what was only staged.

    Gives the note of the commit that was finished; None where there was none. To be called by the
    one who writes the archive, before anything else. Raises OSError.
    """
    if not is_committing(root):
        shutil.rmtree(root / STAGED, ignore_errors=True)
        return None
    with _undisturbed():
        return _finish(root)


def is_committing(root: Path) -> bool:
    """Whether a commit has begun and not ended."""
    return (root / STAGED / _JOURNAL).is_file()


def _write(stage: Path, content: dict[str, object]) -> None:
    beside = stage / f"{_JOURNAL}.part"
    with beside.open("w", encoding="utf-8") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(stage / _JOURNAL)


def _finish(root: Path) -> str:
    """What the journal says, as far as it is not done yet; may be begun again at any point."""
    stage = root / STAGED
    content = json.loads((stage / _JOURNAL).read_text("utf-8"))
    folders: set[str] = set()
    for place in content["removed"]:  # first: a file may make room for a folder of its name
        remove(root, place)
    for staged, place in content["moves"]:
        folder = place.rpartition("/")[0]
        if folder not in folders:
            (root / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        with suppress(FileNotFoundError):  # moved before the interruption
            (stage / staged).replace(root / place)
    (stage / _JOURNAL).unlink()
    shutil.rmtree(stage, ignore_errors=True)
    return str(content["note"])


def remove(root: Path, place: str) -> None:
    """Remove a file, and the folders that it leaves empty, up to the first below `root`."""
    # Begun again after an interruption, a folder may stand where a file was, or the reverse.
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        (root / place).unlink()
    folder = place.rpartition("/")[0]
    while "/" in folder:
        try:
            (root / folder).rmdir()
        except FileNotFoundError:
            pass  # removed before the interruption
        except OSError:
            return  # not empty, or a file now
        folder = folder.rpartition("/")[0]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals that ask for an end are heeded after the block. Threads but the main get none."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []

    def hear(number: int, _frame: FrameType | None) -> None:
        heard.append(number)

    before = {number: signal.signal(number, hear) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if heard:
            signal.raise_signal(heard[0])
