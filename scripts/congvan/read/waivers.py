"""Waivers: findings that a clerk has set aside with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congvan.language import wording
from congvan.model.dispatch import Dispatch, Waiver
from congvan.model.finding import Finding
from congvan.read.places import of_key


def waived(dispatch: Dispatch, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that stand, and one for each waiver that sets nothing aside."""
    made = tuple(findings)
    allowed = {n: w for n, w in enumerate(dispatch.waivers) if _waivable(w.finding)}
    used = {n for n, waiver in allowed.items() if any(_covers(waiver, f) for f in made)}
    for finding in made:
        if not any(_covers(waiver, finding) for waiver in allowed.values()):
            yield finding
    for number, waiver in allowed.items():
        if number not in used:
            yield Finding("waiver-unused", of_key(dispatch, f"waivers.{number}"), waiver.finding)


def _waivable(code: str) -> bool:
    return code in wording.CODES and wording.CODES[code].waivable


def _covers(waiver: Waiver, finding: Finding) -> bool:
    return waiver.finding == finding.code and waiver.fragment in (None, finding.fragment)
