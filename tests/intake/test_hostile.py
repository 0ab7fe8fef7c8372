"""Damaged files: whatever is done to one, the worker answers and nothing escapes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import papers
from congvan.intake import Kind, Limits
from congvan.intake.worker import read

BODY = papers.paragraph("Kính gửi: Sở Văn hóa.") + papers.paragraph(papers.PARAGRAPH)
FILES = {
    Kind.DOCX: papers.docx(papers.table(papers.HEADING) + BODY + papers.table(papers.FOOT)),
    Kind.PDF: papers.dispatch_pdf(),
    Kind.XLSX: papers.docx(BODY),
    Kind.EDXML: b"<edXML><MessageHeader><Subject>a</Subject></MessageHeader></edXML>",
    Kind.HTML: b"<table><tr><td>a</td><td>b</td></tr></table>",
}
# Pages of pictures would start another program for each example.
LIMITS = Limits(scanned_pages=0)

EDITS = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 40), st.binary(max_size=40)),
    min_size=1, max_size=8,
)  # fmt: skip


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=60, deadline=10_000)
@given(edits=EDITS)
def test_a_file_that_was_tampered_with_is_read_or_refused(
    kind: Kind, edits: Sequence[tuple[float, int, bytes]]
) -> None:
    """A text, or a code that says why there is none; never an exception."""
    content = FILES[kind]
    for place, length, put in edits:
        at = int(place * len(content))
        content = content[:at] + put + content[at + length :]
    outcome = read(kind, content, LIMITS, lambda _page: None)
    assert outcome.text or outcome.reasons or kind is Kind.XLSX
