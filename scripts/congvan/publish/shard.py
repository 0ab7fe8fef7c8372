"""What a run of MkDocs over some of the pages takes and gives: values that can be sent anywhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from congvan.model.finding import Finding
from congvan.publish.frame import Frame
from congvan.publish.pointing import Pointing

_LINK = re.compile(r"\]\(\s*<?([^)\s>#?]+)|^ {0,3}\[[^\]]+\]:\s*<?([^\s>#?]+)", re.MULTILINE)
"""The target of a link or picture in Markdown, beside its text or apart from it."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Some pages to be made, and what they need."""

    frame: Frame
    """With `static`, a frame that was read with it."""
    pages: Mapping[str, bytes]
    """Path below `docs/` → source. A file that is no page, a picture say, is handed through."""
    beside: Mapping[str, bytes] = field(default_factory=dict)
    """Pages that are not made here but that these name: those of `frame.nav`, and those that
    hand-written pages link to (`linked`). The bytes may be empty, except for those in
    `frame.untitled`."""
    static: bool = False
    """Whether to give the theme's own files, too, and the page for addresses that are not."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What came of a shard."""

    files: Mapping[str, bytes]
    """Path below `site/` → content."""
    findings: tuple[Finding, ...]
    """What MkDocs warned of; each is an error."""
    pointing: Pointing
    """What the pages point at."""


def linked(path: str, source: bytes) -> Iterator[str]:
    """The files below `docs/` that a hand-written page may link to, there or not.

    >>> list(linked("huong-dan/a.md", b"[x](../tim.md#q) ![y](b.png) [z](https://example.org/)"))
    ['tim.md', 'huong-dan/b.png']
    """
    for found in _LINK.finditer(source.decode("utf-8", errors="replace")):
        target = unquote(found[1] or found[2])
        if ":" not in target and not target.startswith("/"):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
