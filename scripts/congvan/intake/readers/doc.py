"""Old Word documents (.doc), by antiword: it runs no macros and opens nothing else."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from congvan.intake.layout.blocks import Block, Paragraph, Table


class Unavailable(Exception):
    """Antiword is not installed."""


def blocks(content: bytes, seconds: float) -> list[Block]:
    """The document's blocks. ValueError("broken"), Unavailable, TimeoutError."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "van-ban.doc")
        file.write_bytes(content)
        return list(_read(_run(file, seconds)))


def _run(file: Path, seconds: float) -> str:
    command = ["antiword", "-m", "UTF-8.txt", "-w", "0", str(file)]
    environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "HOME": "/"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command on a file of our own
            command, capture_output=True, timeout=seconds, env=environment, check=False,
        )  # fmt: skip
    except FileNotFoundError as error:
        raise Unavailable from error
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    if done.returncode or not done.stdout.strip():
        raise ValueError("broken")
    return done.stdout.decode("utf-8", errors="replace")


def _read(text: str) -> Iterator[Block]:
    """Antiword prints a table's rows between bars, one line a line of its cells."""
    rows: list[tuple[tuple[Block, ...], ...]] = []
    for line in text.split("\n"):
        if line.startswith("|") and line.rstrip().endswith("|"):
            cells = line.strip().strip("|").split("|")
            rows.append(tuple(_cell(cell) for cell in cells))
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        if line.strip():
            yield Paragraph((" ".join(line.split()),))
    if rows:
        yield Table(tuple(rows))


def _cell(words: str) -> tuple[Block, ...]:
    plain = " ".join(words.split())
    return (Paragraph((plain,), close=True),) if plain else ()
