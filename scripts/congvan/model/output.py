"""Outputs: files to be written, each with what it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Output:
    """One generated file."""

    root: Literal["docs", "site"]
    """`docs`: a page for MkDocs; `site`: written beside MkDocs' pages after it has run."""
    path: str
    """Below the root, with "/" and no leading one: "nam/2021/index.md"."""
    content: bytes
    made_from: tuple[str, ...] = ()
    """Keys of all that its bytes depend on, sorted: "document:k7d2m9qa", "agency:ubnd-dak-lak",
    "list:nam/2021". Program, templates and settings count for every output and are not named."""
