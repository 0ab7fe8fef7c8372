"""Blocks: what a document consists of before it is written as text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: a line, or the lines that its author broke by hand."""

    lines: tuple[str, ...]
    close: bool = False
    """Whether it stands close under the block before: a line of the same list or heading."""

    @property
    def text(self) -> str:
        """Its words in one line."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell is blocks again. Two columns side by side are a table of one row."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]


Block = Paragraph | Table


def lines_of(blocks: tuple[Block, ...]) -> list[str]:
    """All lines in a cell, tables in it read column by column; "" parts groups of lines."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            for column in columns_of(block):
                found += [*([""] if found else []), *column]
        else:
            found += [*([] if block.close or not found else [""]), *block.lines]
    return found


def columns_of(table: Table) -> list[list[str]]:
    """The lines of each column, empty columns left out."""
    width = max((len(row) for row in table.rows), default=0)
    columns = [
        _column([lines_of(row[at]) for row in table.rows if at < len(row)]) for at in range(width)
    ]
    return [column for column in columns if any(column)] or [[]]


def _column(cells: list[list[str]]) -> list[str]:
    """The lines of cells one below the other; cells of one line are lines of one group."""
    lines: list[str] = []
    above = 0
    for cell in cells:
        apart = bool(lines) and (len(cell) != 1 or above > 1)
        lines += [*([""] if apart else []), *cell]
        above = len(cell)
    return lines
