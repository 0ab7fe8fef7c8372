"""What a run came to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from congvan.language import wording
from congvan.model.finding import Finding, Severity

Tell = Callable[[str, int, int], None]
"""Told the name of each stage as it begins and goes on, how much of it is done and how much there
is to do; 0 and 0 where that is not counted."""


def silent(_stage: str, _done: int, _all: int) -> None:
    """For callers that show no progress."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run came to."""

    findings: tuple[Finding, ...] = ()
    """Everything found; where that is more than a person reads, all errors, and what was found in
    the files that have changed."""
    read: int = 0
    """Dispatches there are."""
    changed: int = 0
    """Dispatches that were new, changed or gone."""
    held: int = 0
    """Documents with their text."""
    awaiting: int = 0
    """Dispatches that nobody has approved for publication yet."""
    stubs: int = 0
    """Documents known by their citations."""
    site: Path | None = None
    """Where the site was written; None where nothing was."""
    pages: int = 0
    written: int = 0
    """Files that were written or removed."""
    added: int = 0
    """Addresses added to the ledger."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many findings there are in the sources, by severity."""

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(wording.severity(f.code) is Severity.ERROR for f in self.findings)

    @property
    def warned(self) -> bool:
        """Whether a finding is a warning."""
        found = any(wording.severity(f.code) is Severity.WARNING for f in self.findings)
        return found or bool(self.counts.get(Severity.WARNING.value))
