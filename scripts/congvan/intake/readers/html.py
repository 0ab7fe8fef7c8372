"""HTML: the blocks that a browser shows, read without running or fetching anything."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from congvan.intake.layout.blocks import Block, Paragraph, Table

_UNSEEN = {"script", "style", "head", "noscript", "template", "svg", "iframe", "object"}
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "ul",
    ]
)
_DEEPEST = 200


def blocks(text: str) -> list[Block]:
    """The blocks of a page or a fragment. ValueError("broken") where it is no HTML."""
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text or "<p></p>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ValueError("broken") from error
    return list(_blocks(root, 0))


def _blocks(element: etree._Element, depth: int) -> Iterator[Block]:
    """Blocks below an element; words that stand loose between them are paragraphs too."""
    if depth > _DEEPEST:
        raise ValueError("broken")
    loose = [element.text or ""]
    for child in element:
        tag = str(child.tag)
        if tag == "table" or tag in _BLOCKS:
            yield from _paragraph("".join(loose))
            loose = []
            yield from [_table(child, depth + 1)] if tag == "table" else _blocks(child, depth + 1)
        elif tag not in _UNSEEN:
            loose.append(_inline(child, depth + 1))
        loose.append(child.tail or "")
    yield from _paragraph("".join(loose))


def _paragraph(words: str) -> Iterator[Paragraph]:
    lines = tuple(" ".join(line.split()) for line in words.split("\x00"))
    if any(lines):
        yield Paragraph(tuple(line for line in lines if line))


def _inline(element: etree._Element, depth: int) -> str:
    """The words of an element within a paragraph; a NUL stands for a line break by hand."""
    if depth > _DEEPEST:
        raise ValueError("broken")
    if element.tag == "br":
        return "\x00"
    parts = [element.text or ""]
    for child in element:
        parts += [_inline(child, depth + 1) if child.tag not in _UNSEEN else "", child.tail or ""]
    return "".join(parts)


def _table(table: etree._Element, depth: int) -> Table:
    rows = []
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is not table:
            continue
        cells = (cell for cell in row if cell.tag in ("td", "th"))
        rows.append(tuple(tuple(_close(_blocks(cell, depth + 1))) for cell in cells))
    return Table(tuple(rows))


def _close(found: Iterator[Block]) -> Iterator[Block]:
    for block in found:
        yield Paragraph(block.lines, close=True) if isinstance(block, Paragraph) else block
