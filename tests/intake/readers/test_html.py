"""HTML, alone and in Markdown."""

from __future__ import annotations

from congvan.intake.layout import arrange
from congvan.intake.readers import html, markdown
from papers import HEAD_TEXT, HEADING

ROWS = "".join(f"<tr><td>{left}</td><td>{right}</td></tr>" for left, right in HEADING)


def test_what_a_browser_shows_is_read_and_nothing_runs() -> None:
    """Scripts and styles are left out, breaks by hand stay lines."""
    head = "<head><title>t</title><script>x()</script></head>"
    page = f"<html>{head}<body><p>Kính <b>gửi</b>:<br>Sở A</p>"
    assert arrange.text_of(html.blocks(page)) == "Kính gửi:\nSở A\n"


def test_a_heading_in_a_table_comes_out_in_order() -> None:
    """In a page and in Markdown alike."""
    table = f"<table>{ROWS}</table>"
    assert arrange.text_of(html.blocks(table)).strip() == HEAD_TEXT
    assert markdown.without_tables(f"{table}\n\n**Kính gửi:**").strip().startswith(HEAD_TEXT)


def test_markdown_without_tables_stays_as_it_is() -> None:
    """It is the text as received; a table that never ends is left alone too."""
    for text in ("1\\. Giao *Sở A*\n", "a <table> b\n"):
        assert markdown.without_tables(text) == text
