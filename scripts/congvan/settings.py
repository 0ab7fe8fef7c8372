"""Settings: where an archive's folders are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class NotAnArchive(Exception):
    """No folder at or above the given one holds `dispatches/` and `mkdocs.yml`."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One archive on disk; everything else is found from its root."""

    root: Path

    @property
    def dispatches(self) -> Path:
        """What clerks edit."""
        return self.root / "dispatches"

    @property
    def docs(self) -> Path:
        """Hand-written pages, and the generated ones beside them."""
        return self.root / "docs"

    @property
    def site(self) -> Path:
        """The built site."""
        return self.root / "site"

    @property
    def cache(self) -> Path:
        """What builds remember; it can be deleted at any time."""
        return self.root / ".cache"

    @property
    def staff_index(self) -> Path:
        """The staff's search index; it can be deleted at any time."""
        return self.cache / "staff-search"

    @property
    def ledger(self) -> Path:
        """Every address ever published."""
        return self.dispatches / "addresses.csv"

    @classmethod
    def at(cls, root: Path) -> Settings:
        """The archive whose root is the given folder. Raises NotAnArchive where it is none."""
        if not (root / "dispatches").is_dir():
            raise NotAnArchive(str(root))
        return cls(root.resolve())

    @classmethod
    def find(cls, start: Path) -> Settings:
        """The archive that `start` lies in. Raises NotAnArchive where there is none."""
        for folder in (start.resolve(), *start.resolve().parents):
            if (folder / "dispatches").is_dir() and (folder / "mkdocs.yml").is_file():
                return cls(folder)
        raise NotAnArchive(str(start))
