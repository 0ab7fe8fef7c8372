"""What a run came to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from congvan.language import wording
from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.finding import Finding, Severity
from congvan.model.sources import Address

Tell = Callable[[str], None]
"""Told the name of each stage as it begins."""


def silent(_stage: str) -> None:
    """For callers that show no progress."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run came to."""

    findings: tuple[Finding, ...] = ()
    read: int = 0
    """Dispatches read."""
    archive: Archive | None = None
    """None where an error stood in the way."""
    register: Register | None = None
    ledger: tuple[Address, ...] = ()
    site: Path | None = None
    """Where the site was written; None where nothing was."""
    pages: int = 0
    added: int = 0
    """Addresses added to the ledger."""

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(wording.severity(f.code) is Severity.ERROR for f in self.findings)

    @property
    def awaiting(self) -> int:
        """How many dispatches nobody has approved for publication yet."""
        return sum(found.code == "awaiting-approval" for found in self.findings)

    @property
    def held(self) -> int:
        """Documents with their text."""
        return len(self.archive.held) if self.archive else 0

    @property
    def stubs(self) -> int:
        """Documents known by their citations."""
        return len(self.archive.documents) - self.held if self.archive else 0

    @property
    def warned(self) -> bool:
        """Whether a finding is a warning."""
        return any(wording.severity(f.code) is Severity.WARNING for f in self.findings)
