"""Readings that tell their findings as they go, run to their end."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

from congvan.model.finding import Finding

T = TypeVar("T")


def gather(reading: Generator[Finding, None, T]) -> tuple[T, tuple[Finding, ...]]:
    """What a reading returns, and the findings it made on the way."""
    findings: list[Finding] = []
    while True:
        try:
            findings.append(next(reading))
        except StopIteration as end:
            value: T = end.value
            return value, tuple(findings)
