#!/usr/bin/env python3
"""How fast real texts are recognised, beside Python-Markdown on the same texts in the same run.

    recognition_speed.py FILE.jsonl.gz...

Each line of a file is an object with a `text`. Every text is read as a whole document, every span
is held against the text it measures, and a text of growing length shows that time is linear.
Times are those of the processor, one core. Exits with 1 where a span is untrue.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import markdown

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts")]

from congvan.language import register  # noqa: E402  # works from a clone, no install
from congvan.language.register import Register  # noqa: E402  # as above
from congvan.recognise import parse_text, see  # noqa: E402  # as above

PAGE = 4096
"""Bytes of a usual dispatch: what the times are given for."""
LENGTHS = (2**17, 2**18, 2**19, 2**20)


def texts(file: Path) -> Iterator[str]:
    """The texts of a file of records; of titles alone, the titles."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record.get("text") or record.get("title") or ""


def untrue(text: str, known: Register) -> int:
    """How many spans of what is seen in a text do not hold what they say."""
    seen = see(None, text, date=None, register=known)
    spans = [
        *((c.span, c.quote) for c in seen.citations),
        *((m.span, m.quote) for m in seen.mentions),
    ]
    wrong = sum(span.of(text) != quote for span, quote in spans)
    return wrong + sum(not 0 <= t.span.start < t.span.end <= len(text) for t in seen.assignments)


def seconds(work: Callable[[str], object], given: Sequence[str]) -> float:
    """Processor time for all the texts, the better of two runs where that is soon done."""
    times = []
    for _ in range(2):
        started = time.process_time()
        for text in given:
            work(text)
        times.append(time.process_time() - started)
        if times[0] > 10:  # noqa: PLR2004  # seconds: a long run is steady by itself
            break
    return min(times)


def main() -> int:
    """Print the times. Returns 1 where a span is untrue."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    known = register.load()
    wrong = 0
    print("| texts | bytes | ms for 4 kB | Python-Markdown | untrue spans |")
    print("|---|---:|---:|---:|---:|")
    for file in parser.parse_args().files:
        given = list(texts(file))
        size = sum(len(text.encode()) for text in given)
        ours = seconds(lambda text: parse_text(text, known), given)
        theirs = seconds(markdown.markdown, given)
        false = sum(untrue(text, known) for text in given)
        wrong += false
        pages = size / PAGE / 1000
        print(f"| {file.name} ({len(given)}) | {size} | {ours / pages:.2f} | {theirs / pages:.2f}"
              f" | {false} |")  # fmt: skip
        print("".join(_grown(given, known)), file=sys.stderr)
    return 1 if wrong else 0


def _grown(given: Sequence[str], known: Register) -> Iterator[str]:
    """Times for texts of growing length, made of the file's own."""
    whole = "\n\n".join(given)
    whole *= 1 + LENGTHS[-1] // max(1, len(whole))
    for length in LENGTHS:
        taken = seconds(lambda text: see(None, text, date=None, register=known), [whole[:length]])
        yield f"{length >> 10:5} k characters: {taken / length * 1e6:.2f} µs each\n"


if __name__ == "__main__":
    sys.exit(main())
