"""What is recognised in files that are no dispatches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from congvan import read, recognise
from congvan.language import register as registers
from congvan.language import wording


def parse(files: Sequence[Path]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """What is recognised in each file; {"error": reason} for one that cannot be read."""
    register = registers.load()
    for file in files:
        text, findings = read.read_text(file)
        if text is None:
            yield file, {"error": "; ".join(map(wording.sentence, findings))}
        else:
            yield file, recognise.parse_text(text, register)
