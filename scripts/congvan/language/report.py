"""Findings as a reader sees them: lines of text for a person, JSON for a machine."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from congvan.language import wording
from congvan.model.finding import Finding, Severity

INDENT = "    "
_WEIGHTS = tuple(Severity)


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of their places, the same on every machine."""
    return tuple(sorted(findings, key=_rank))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings forbids building."""
    return any(wording.severity(found.code) is Severity.ERROR for found in findings)


def as_text(findings: Iterable[Finding]) -> str:
    """Each finding as `file:line:column  severity  sentence`, then its fragment and its remedy."""
    found = ordered(findings)
    blocks = ["\n".join(_lines(one)) for one in found]
    return "\n".join([*blocks, _total(found)]) + "\n"


def briefly(findings: Iterable[Finding]) -> str:
    """What is the matter with one file, a line each, the weightiest first."""
    weighed = sorted(ordered(findings), key=lambda f: _WEIGHTS.index(wording.severity(f.code)))
    lines = (f"{wording.WORDS[wording.severity(f.code)]}  {wording.sentence(f)}" for f in weighed)
    return "\n".join(f"{INDENT}{line}" for line in lines)


def remedies(findings: Iterable[Finding]) -> str:
    """What to do about each sort of finding, once, with how many there are of it."""
    listed = ordered(findings)
    first = {found.code: found for found in reversed(listed)}
    counts = Counter(found.code for found in listed)
    return "\n".join(
        f"{INDENT}{code} ({count}): {wording.remedy(first[code])}"
        for code, count in sorted(counts.items())
    )


def as_json(findings: Iterable[Finding]) -> str:
    """A JSON object with the counts and a list of findings, one object for each."""
    found = ordered(findings)
    counts = _counts(found)
    report = {
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
        "findings": [_object(one) for one in found],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _rank(finding: Finding) -> tuple[str, int, int, str, str, tuple[tuple[str, str], ...]]:
    place = finding.place
    values = tuple(sorted(finding.values.items()))
    return (place.file, place.line, place.column, finding.code, finding.fragment, values)


def _lines(finding: Finding) -> Iterator[str]:
    word = wording.WORDS[wording.severity(finding.code)]
    yield f"{finding.place}:{finding.place.column}  {word}  {wording.sentence(finding)}"
    if finding.fragment:
        yield f"{INDENT}{wording.WORDS['fragment']} {finding.fragment}"
    yield f"{INDENT}{wording.WORDS['remedy']} {wording.remedy(finding)}"


def _object(finding: Finding) -> dict[str, str | int | dict[str, str]]:
    return {
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "severity": wording.severity(finding.code).value,
        "code": finding.code,
        "sentence": wording.sentence(finding),
        "fragment": finding.fragment,
        "remedy": wording.remedy(finding),
        "values": dict(sorted(finding.values.items())),
    }


def _counts(findings: Iterable[Finding]) -> Counter[Severity]:
    return Counter(wording.severity(found.code) for found in findings)


def _total(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return wording.WORDS["clean"]
    counts = _counts(findings)
    return wording.WORDS["total"].format(
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
    )
