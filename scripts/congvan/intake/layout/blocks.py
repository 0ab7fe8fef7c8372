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
    """All lines in a cell, tables in it read cell by cell; "" parts groups of lines."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            for cell in cells_of(block):
                found += [*([""] if found else []), *lines_of(cell)]
        else:
            found += [*([] if block.close or not found else [""]), *block.lines]
    return found


def cells_of(table: Table) -> list[tuple[Block, ...]]:
    """The cells, column by column."""
    width = max((len(row) for row in table.rows), default=0)
    return [row[at] for at in range(width) for row in table.rows if at < len(row)]
