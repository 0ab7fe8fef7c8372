#!/usr/bin/env python3
"""Fuzz one reader: `recognition.py header|citation|date|deadline [libFuzzer options]`.

Texts are made of raw characters and of pieces of real writing, so that the grammar is reached. A
run without end stops at the first text that breaks what must hold, takes over ten seconds or over
one gigabyte; `-runs=N` bounds it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts")]

with atheris.instrument_imports(include=["congvan"]):
    from fuzz.targets import TARGETS

PIECES = (ROOT / "tests" / "cases" / "fuzz" / "pieces.txt").read_text("utf-8").split("\n")
LIMITS = ("-timeout=10", "-rss_limit_mb=1024", "-max_len=2000")
_MOST_PIECES = 60


def text_of(data: bytes) -> str:
    """The text that the fuzzer's bytes stand for."""
    provider = atheris.FuzzedDataProvider(data)
    if provider.ConsumeBool():
        return str(provider.ConsumeUnicodeNoSurrogates(sys.maxsize))
    pieces: list[str] = []
    while provider.remaining_bytes() and len(pieces) < _MOST_PIECES:
        pieces.append(PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)])
        pieces.append((" ", "\n", "\n\n", "   ")[provider.ConsumeIntInRange(0, 3)])
        if provider.ConsumeProbability() < 1 / 4:
            pieces.append(provider.ConsumeUnicodeNoSurrogates(4))
    return "".join(pieces)


def main() -> None:
    """Fuzz the target named first until the run ends."""
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup([sys.argv[0], *LIMITS, *sys.argv[1:]], lambda data: target(text_of(data)))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
