"""Tesseract: the words that character recognition sees in a picture, with its confidence.

The program and its Vietnamese data are Debian's tesseract-ocr and tesseract-ocr-vie.
"""

from __future__ import annotations

import csv
import io
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from congvan.intake.layout.words import Word

_LANGUAGE = "vie"
_WORD_LEVEL = "5"
_COLUMNS = 12
AUTOMATIC, ONE_BLOCK, SPARSE = "3", "6", "11"
"""How a picture is laid out, by tesseract's numbers."""


class Unavailable(Exception):
    """Tesseract or its Vietnamese data is not installed."""


def recognised(picture: Image.Image, layout: str, dpi: int, seconds: float) -> Iterator[list[Word]]:
    """Lines of words, in pixels. Raises Unavailable, TimeoutError, and ValueError on a failure."""
    options = ["--psm", layout, "--dpi", str(dpi), "-c", "tessedit_create_tsv=1"]
    yield from _lines(_run(["-l", _LANGUAGE, *options], picture, seconds))


def quarter_turns(picture: Image.Image, dpi: int, seconds: float) -> int:
    """By how many degrees, clockwise, a page must be turned to stand upright; 0 where unsure."""
    try:
        said = _run(["-l", "osd", "--psm", "0", "--dpi", str(dpi)], picture, seconds)
    except (ValueError, Unavailable):
        return 0
    facts = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line)
    sure = float(facts.get("Orientation confidence", "0"))
    return int(facts.get("Rotate", "0")) if sure > 1 else 0


def _run(arguments: list[str], picture: Image.Image, seconds: float) -> str:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=1)
    # One thread a page: pages are read beside each other.
    environment = {"OMP_THREAD_LIMIT": "1", "PATH": os.environ.get("PATH", os.defpath)}
    environment |= {k: v for k, v in os.environ.items() if k == "TESSDATA_PREFIX"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, the picture on its standard input
            ["tesseract", "stdin", "stdout", *arguments],  # noqa: S607 - as the shell finds it
            input=buffer.getvalue(), capture_output=True, timeout=seconds,
            env=environment, check=False, cwd=Path("/"),
        )  # fmt: skip
    except FileNotFoundError as error:
        raise Unavailable from error
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    if done.returncode:
        missing = b"Failed loading language" in done.stderr
        raise Unavailable if missing else ValueError("broken")
    return done.stdout.decode("utf-8", errors="replace")


def _lines(table: str) -> Iterator[list[Word]]:
    line: list[Word] = []
    key: tuple[str, ...] = ()
    for row in csv.reader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(row) < _COLUMNS or row[0] != _WORD_LEVEL or not row[11].strip():
            continue
        if tuple(row[2:5]) != key and line:
            yield line
            line = []
        key = tuple(row[2:5])
        x, y, width, height = map(float, row[6:10])
        line.append(Word(row[11].strip(), x, y, x + width, y + height, float(row[10])))
    if line:
        yield line
