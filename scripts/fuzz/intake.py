#!/usr/bin/env python3
"""Fuzz a reader of files: `intake.py docx|xml|pdf [libFuzzer options] [FOLDER]`.

`docx` and `pdf` are whole files, damaged; `xml` is the text of a Word document, damaged inside a
sound file, so that what stands behind the package is reached. A run starts from the papers of the
tests, and stops at the first file that raises, takes over ten seconds or over one gigabyte.
Pictures are not recognised here: that is another program, held to its own time.
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

with atheris.instrument_imports(include=["congvan"]):
    import papers
    from congvan.intake import worker
    from congvan.intake.received import Kind, Limits

LIMITS = ("-timeout=10", "-rss_limit_mb=1024", "-max_len=60000")
_TEXT = "word/document.xml"
_NO_PICTURES = replace(Limits(), scanned_pages=0)
_PAPER = papers.docx(
    papers.table(papers.HEADING) + papers.paragraph(papers.PARAGRAPH) + papers.table(papers.FOOT)
)


def docx(data: bytes) -> None:
    """A damaged Word file is read or refused."""
    worker.read(Kind.DOCX, data, _NO_PICTURES, lambda _page: None)


def pdf(data: bytes) -> None:
    """A damaged PDF is read or refused."""
    worker.read(Kind.PDF, data, _NO_PICTURES, lambda _page: None)


def xml(data: bytes) -> None:
    """A damaged text in a sound Word file is read or refused."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_PAPER)) as sound, zipfile.ZipFile(packed, "w") as damaged:
        for name in sound.namelist():
            damaged.writestr(name, data if name == _TEXT else sound.read(name))
    docx(packed.getvalue())


def first(target: str) -> bytes:
    """A sound file to begin with."""
    if target == "pdf":
        return papers.dispatch_pdf()
    return zipfile.ZipFile(io.BytesIO(_PAPER)).read(_TEXT) if target == "xml" else _PAPER


def main() -> None:
    """Fuzz the target named first until the run ends."""
    name = sys.argv.pop(1)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "first").write_bytes(first(name))
        target = {"docx": docx, "xml": xml, "pdf": pdf}[name]
        atheris.Setup([sys.argv[0], *LIMITS, *sys.argv[1:], folder], target)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
