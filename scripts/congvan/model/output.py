"""Outputs: files to be written, and pieces of files that many units make together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Output:
    """One generated file, or a piece of one."""

    root: Literal["docs", "site", "part"]
    """`docs`: a page for MkDocs; `site`: written beside MkDocs' pages after it has run; `part`: a
    piece of a file of the site that is put together from such pieces."""
    path: str
    """Below the root, with "/" and no leading one: "nam/2021/index.md"."""
    content: bytes
    order: str = ""
    """Where a piece stands among those of its file: they are sorted by it, as bytes of UTF-8."""
