"""The pages that `congvan build` hands to MkDocs, for others to build from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_FENCE = "---\n"
_NOT_PUBLISHED = "dev"


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown page: generated or written by hand."""

    path: str
    """Below `docs/`: van-ban/ubnd-dak-lak/2021/28-kh-ubnd/index.md."""
    head: str
    """Its front matter, without the fences."""
    body: str

    @property
    def address(self) -> str:
        """Below the site: van-ban/ubnd-dak-lak/2021/28-kh-ubnd/."""
        stem = self.path.removesuffix(".md").removesuffix("index").strip("/")
        return f"{stem}/" if stem else ""

    @property
    def meta(self) -> dict[str, Any]:
        """The front matter as values."""
        loaded = yaml.load(self.head, Loader=yaml.CSafeLoader)
        return loaded if isinstance(loaded, dict) else {}


def pages(docs: Path, most: int | None = None) -> Iterator[Page]:
    """The pages of a `docs/` folder in the order of their paths, at most so many."""
    for count, file in enumerate(files(docs)):
        if count == most:
            return
        head, body = _split(file.read_text("utf-8"))
        yield Page(file.relative_to(docs).as_posix(), head, body)


def files(docs: Path) -> list[Path]:
    """The Markdown files of the site, dispatches first."""
    every = (f for f in docs.rglob("*.md") if f.relative_to(docs).parts[0] != _NOT_PUBLISHED)
    return sorted(every, key=lambda f: ("van-ban" not in f.parts, f))


def _split(text: str) -> tuple[str, str]:
    if not text.startswith(_FENCE):
        return "", text
    head, _, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    return head, body
