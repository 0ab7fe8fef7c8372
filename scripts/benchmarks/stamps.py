#!/usr/bin/env python3
"""How many stamps are found on made scans, and how many are seen where there are none.

    stamps.py [--pages N] [--seed N] [--show] [FILE.pdf...]

For each kind of scan so many pages are made (tests/stamped_pages.py): every mark of secrecy and
urgency, framed or not, level or askew, fresh or faded, free or over print, on clean and dirty
scans. As many pages bear no stamp, half of them a seal. Files named are read as well, and what is
found on them is printed: known to bear no stamp, they show false alarms.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

import stamped_pages as pages  # noqa: E402  # works from a clone, no install
from congvan.intake.readers.ocr import DPI  # noqa: E402  # as above
from congvan.intake.readers.stamps import Heading, Stamps, read_stamps  # noqa: E402  # as above

_SECONDS = 600
"""Enough on any machine: what is measured is reading, not haste."""
WORDS = (*pages.SECRET, *pages.URGENT)


@dataclass(frozen=True, slots=True)
class Sample:
    """A page to make and to read; `words` is None where it bears no stamp."""

    mode: str
    number: int
    words: str | None
    seed: int

    @property
    def picture(self) -> Image.Image:
        """The page as a scanner gives it."""
        if self.words is None:
            return pages.plain(self.number, self.mode, self.seed)
        return pages.made(self.number, self.mode, self.words, self.seed)


def samples(mode: str, count: int, seed: int) -> Iterator[Sample]:
    """So many stamped pages of a kind of scan, and as many without a stamp."""
    for number in range(count):
        yield Sample(mode, number, WORDS[number % len(WORDS)], seed)
        yield Sample(mode, number, None, seed)


def read(sample: Sample) -> tuple[Sample, Stamps, float]:
    """What is found on a page, and how long it took."""
    made = sample.picture
    start = perf_counter()
    width, height = (round(side * DPI / pages.DPI) for side in made.size)
    picture = made.resize((width, height), Image.Resampling.BICUBIC)
    found = read_stamps(picture, DPI, _SECONDS, heading=Heading.SCANNED)
    return sample, found, perf_counter() - start


def main() -> None:
    """Print a row for each kind of scan, then a line for each page of the files."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=45)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", action="store_true")
    options.add_argument("files", nargs="*", type=Path)
    asked = options.parse_args()
    with ProcessPoolExecutor() as pool:
        for mode in pages.MODES:
            results = pool.map(read, samples(mode, asked.pages, asked.seed))
            _row(mode, list(results), show=asked.show)
    for file in asked.files:
        _real(file)


def _row(mode: str, results: list[tuple[Sample, Stamps, float]], *, show: bool) -> None:
    stamped = [(s, found) for s, found, _ in results if s.words is not None]
    right = [s for s, found in stamped if _right(s, found)]
    told = [s for s, found in stamped if not _right(s, found) and (found.unread or found.found)]
    free = [found for s, found, _ in results if s.words is None]
    false = sum(bool(found.found) for found in free)
    unread = sum(bool(found.unread) for found in free)
    seconds = sum(taken for _, _, taken in results) / len(results)
    print(
        f"{mode}: found {len(right)} of {len(stamped)}, told otherwise {len(told)}; "
        f"false {false}, unread {unread} of {len(free)}; {seconds:.1f} s a page",
        flush=True,
    )
    for sample, found in stamped if show else ():
        if not _right(sample, found):
            print(f"    {sample.number} {sample.words!r}: {found}", flush=True)


def _right(sample: Sample, found: Stamps) -> bool:
    words = " ".join(str(sample.words).split())
    return words.casefold() in [one.casefold() for one in found.found]


def _real(file: Path) -> None:
    document = pypdfium2.PdfDocument(file)
    for number in range(len(document)):
        picture = document[number].render(scale=DPI / 72).to_pil().convert("RGB")
        heading = Heading.NONE if number else Heading.SCANNED
        found = read_stamps(picture, DPI, _SECONDS, heading=heading)
        print(f"{file} {number + 1}: {', '.join(found.found) or '-'}; unread {found.unread}")


if __name__ == "__main__":
    main()
