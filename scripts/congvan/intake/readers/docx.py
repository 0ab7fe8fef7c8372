"""Word documents (.docx): paragraphs and tables as a reader of the printed page sees them.

Tracked changes are accepted: what was inserted stands, what was deleted does not. Text boxes follow
the block they are anchored in; footnotes follow the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from congvan.intake.layout.blocks import Block, Paragraph, Table
from congvan.intake.readers.docx_numbering import Numbering
from congvan.intake.readers.safe import Package
from congvan.language import legacy

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DELETED = {_W + "del", _W + "moveFrom", _W + "rPrChange", _W + "pPrChange"}
_PROPERTIES = {_W + "rPr", _W + "pPr", _W + "tblPr", _W + "tcPr", _W + "trPr", _W + "sectPr"}
_SKIPPED = _DELETED | _PROPERTIES
_SIGNS = {
    _W + "tab": "\t",
    _W + "ptab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "-",
}
_OFF = ("0", "false", "off")
_DEEPEST = 60
"""Tables in tables and boxes in boxes beyond which a file is no document."""


@dataclass
class WordFile:
    """An open Word document. ValueError("broken") where it is none."""

    content: bytes
    encodings: set[str] = field(default_factory=set)
    """The old encodings that were met, by the fonts."""
    _boxes: list[Block] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Opens the package."""
        self._package = Package(self.content)
        root = self._package.xml("word/document.xml")
        body = None if root is None else root.find(_W + "body")
        if body is None:
            raise ValueError("broken")
        self._body = body
        styles, numbers = (
            self._package.xml("word/styles.xml"),
            self._package.xml("word/numbering.xml"),
        )
        self._numbering = Numbering(styles, numbers)
        footnotes = self._package.xml("word/footnotes.xml")
        found = () if footnotes is None else footnotes.findall(_W + "footnote")
        self._footnotes = {str(note.get(_W + "id")): note for note in found}

    def blocks(self) -> list[Block]:
        """The document from beginning to end, its footnotes last."""
        found: list[Block] = []
        for block in self._blocks(self._body, 0):
            found.append(block)
            found += self._boxes
            self._boxes.clear()
        notes = [self._note(number, id_) for number, id_ in enumerate(self._notes, start=1)]
        return [*found, *filter(None, notes)]

    def _note(self, number: int, id_: str) -> Paragraph | None:
        note = self._footnotes.get(id_)
        if note is None:
            return None
        words = " ".join(
            line for b in self._blocks(note, 0) if isinstance(b, Paragraph) for line in b.lines
        )
        return Paragraph((f"[{number}] {words.strip()}",))

    def _blocks(self, parent: etree._Element, depth: int) -> Iterator[Block]:
        """The paragraphs and tables below an element, through wrappers that say nothing."""
        if depth > _DEEPEST:
            raise ValueError("broken")
        for child in parent:
            if child.tag == _W + "p":
                yield self._paragraph(child, depth)
            elif child.tag == _W + "tbl":
                yield self._table(child, depth)
            elif child.tag == _MC + "AlternateContent":
                yield from self._blocks(_chosen(child), depth + 1)
            elif child.tag not in _SKIPPED:
                yield from self._blocks(child, depth + 1)

    def _table(self, table: etree._Element, depth: int) -> Table:
        rows = []
        for row in table.iter(_W + "tr"):
            if _nearest(row, _W + "tbl") is not table or row.find(f"{_W}trPr/{_W}del") is not None:
                continue
            cells = (cell for cell in row.iter(_W + "tc") if _nearest(cell, _W + "tr") is row)
            rows.append(tuple(tuple(_close(self._blocks(cell, depth + 1))) for cell in cells))
        return Table(tuple(rows))

    def _paragraph(self, paragraph: etree._Element, depth: int) -> Paragraph:
        """One paragraph; an empty one, which parts what stands around it, has no lines."""
        words = "".join(self._words(paragraph, depth))
        mark = self._numbering.mark(paragraph) if words.strip() else ""
        lines = tuple(line.strip(" ") for line in (mark + words).split("\n"))
        return Paragraph(lines if any(lines) else ())

    def _words(self, parent: etree._Element, depth: int) -> Iterator[str]:
        """The visible signs below an element, in order."""
        if depth > _DEEPEST:
            raise ValueError("broken")
        for child in parent:
            if child.tag not in _SKIPPED:
                yield from self._inline(child, depth)

    def _inline(self, child: etree._Element, depth: int) -> Iterator[str]:
        """The visible signs of one element of a paragraph."""
        tag = child.tag
        if tag == _W + "r":
            yield self._run(child, depth)
        elif tag == _MC + "AlternateContent":
            yield from self._words(_chosen(child), depth + 1)
        elif tag == _W + "txbxContent":
            self._boxes += self._blocks(child, depth + 1)
        elif tag == _W + "t":
            yield child.text or ""
        elif tag == _W + "footnoteReference":
            self._notes.append(str(child.get(_W + "id")))
            yield f"[{len(self._notes)}]"
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        else:
            yield from self._words(child, depth + 1)

    def _run(self, run: etree._Element, depth: int) -> str:
        """A run's words as its font shows them: hidden, in capitals, in an old encoding."""
        words = "".join(self._words(run, depth + 1))
        if _is_on(run, "vanish"):
            return ""
        font = run.find(f"{_W}rPr/{_W}rFonts")
        name = "" if font is None else str(font.get(_W + "ascii") or font.get(_W + "hAnsi") or "")
        encoding = legacy.of_font(name)
        if encoding is not None and not words.isascii():
            words = legacy.converted(words, encoding)
            self.encodings.add(encoding)
        capitals = _is_on(run, "caps") or legacy.shows_capitals(name)
        return words.upper() if capitals else words


def _close(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks of a cell: its paragraphs stand close, as lines of one heading or list."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.lines:
            yield Paragraph(block.lines, close=True)
        else:
            yield block


def _chosen(alternatives: etree._Element) -> etree._Element:
    """The first of several forms of the same content."""
    choice = alternatives.find(_MC + "Choice")
    fallback = alternatives.find(_MC + "Fallback")
    found = choice if choice is not None else fallback
    return alternatives if found is None else found


def _nearest(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _is_on(run: etree._Element, name: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(_W + "val") not in _OFF
