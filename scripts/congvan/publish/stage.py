"""New and changed files wait beside the site until all are there; then they move in together."""

from __future__ import annotations

import os
import shutil
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Literal

from congvan.publish.docs_folder import check_place
from congvan.publish.journal import STAGED, Move, commit, is_committing, recover

Tree = Literal["docs", "site"]

_TOGETHER = 1000
"""Files in one folder of the stage."""
_SYNCED_ONE_BY_ONE = 200
"""Up to so many files are flushed by themselves; beyond, the whole system's buffers are."""


class Stage:
    """What is to change in `docs/` and `site/`, as a whole or not at all.

        with Stage(root) as stage:
            stage.write("site", "nam/index.html", html)
            stage.remove("site", "nam/2020/index.html")
            stage.commit()

    What was staged and not committed is forgotten at the block's end: a failed build, a full disk
    or a cancelled run leave the old state whole. One at a time for an archive; an interrupted
    commit is finished first (`recovered` then holds its note).
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._staged = root / STAGED
        self._moves: dict[str, str] = {}
        self._removed: dict[str, None] = {}
        self._names = count()
        self.unchanged = 0
        """Files that were written and found to be there already."""
        self.recovered: str | None = None

    def __enter__(self) -> Stage:
        self.recovered = recover(self._root)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not is_committing(self._root):
            shutil.rmtree(self._staged, ignore_errors=True)

    def __len__(self) -> int:
        """How many files would change: written or removed."""
        return len(self._moves) + len(self._removed)

    def write(self, tree: Tree, path: str, content: bytes) -> bool:
        """The file is to hold these bytes. False where it does: it then keeps its time of change.

        Raises ValueError for a path that leads out of the tree, or in `docs` is no place for a
        generated page; OSError where the disk refuses.
        """
        place = _place(tree, path)
        self._removed.pop(place, None)
        if self._holds(place, content):
            self._moves.pop(place, None)
            self.unchanged += 1
            return False
        name = self._moves.get(place) or self._next()
        self._moves[place] = name
        (self._staged / name).write_bytes(content)
        return True

    def read(self, tree: Tree, path: str) -> bytes | None:
        """What the file will hold after the commit; None where there will be none."""
        place = _place(tree, path)
        staged = self._moves.get(place)
        file = self._staged / staged if staged else self._root / place
        return None if place in self._removed or not file.is_file() else file.read_bytes()

    def remove(self, tree: Tree, path: str) -> None:
        """The file is to go, if it is there, with folders that it leaves empty."""
        place = _place(tree, path)
        self._moves.pop(place, None)
        self._removed[place] = None

    def commit(self, note: str = "") -> None:
        """Make the change; `note` is what `recover` gives back where this is interrupted.

        Raises OSError. Where that comes before the journal is written, nothing has changed; after
        it, the next `Stage` or `recover` finishes the change.
        """
        if not len(self):
            return
        self._staged.mkdir(parents=True, exist_ok=True)
        self._flush()
        moves: list[Move] = [(name, place) for place, name in self._moves.items()]
        removed, self._moves, self._removed = list(self._removed), {}, {}
        commit(self._root, moves, removed, note)

    def _holds(self, place: str, content: bytes) -> bool:
        try:
            there = self._root / place
            return there.stat().st_size == len(content) and there.read_bytes() == content
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return False

    def _next(self) -> str:
        folder, number = divmod(next(self._names), _TOGETHER)
        if number == 0:
            (self._staged / str(folder)).mkdir(parents=True, exist_ok=True)
        return f"{folder}/{number}"

    def _flush(self) -> None:
        """On the disk before the journal says so: a power cut must not leave empty files."""
        if len(self._moves) > _SYNCED_ONE_BY_ONE:
            os.sync()
            return
        for name in self._moves.values():
            with (self._staged / name).open("rb") as file:
                os.fsync(file.fileno())


def _place(tree: Tree, path: str) -> str:
    if path.startswith("/") or not path or ".." in path.split("/"):
        raise ValueError(f"not a place in {tree}/: {path!r}")
    if tree == "docs":
        check_place(path)
    return f"{tree}/{path}"
