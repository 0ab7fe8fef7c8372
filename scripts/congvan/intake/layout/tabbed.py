"""Headings and feet that a typist put in two columns with tabs instead of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from congvan.intake.layout.blocks import Block, Paragraph, Table

_TABS = re.compile(r"\t+|[ ]{4,}")
_FEWEST = 2
"""Lines in two columns that make a heading or a foot."""


def in_columns(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, runs of tabbed paragraphs made tables of two columns."""
    run: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and any(_cut(line) is not None for line in block.lines):
            run.append(block)
            continue
        yield from _written(run)
        run = []
        yield block
    yield from _written(run)


def _written(run: Sequence[Paragraph]) -> Iterator[Block]:
    lines = [_cut(line) or (line, "") for paragraph in run for line in paragraph.lines]
    if sum(bool(left and right) for left, right in lines) < _FEWEST:
        yield from run
        return
    columns = ([left for left, _ in lines], [right for _, right in lines])
    yield Table((tuple(tuple(_lines(column)) for column in columns),))


def _lines(column: Sequence[str]) -> Iterator[Paragraph]:
    yield from (Paragraph((line.strip(),), close=True) for line in column if line.strip())


def _cut(line: str) -> tuple[str, str] | None:
    """What stands before and after the tabs of a line; None where it has none between words."""
    found = _TABS.search(line.rstrip())
    if found is None:
        return None
    left, right = line[: found.start()], line[found.end() :]
    return (left.strip(), " ".join(right.split())) if right.strip() else None
