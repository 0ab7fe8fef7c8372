"""The sentences of findings: each code's severity, what it says and what to do about it."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

import yaml

from congvan.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said of one code; `{…}` fields are filled from the finding's values."""

    severity: Severity
    sentence: str
    remedy: str
    waivable: bool = False
    """Whether a clerk may set the finding aside with a reason, under `waivers`."""

    @property
    def fields(self) -> frozenset[str]:
        """The names of the values that the sentence and the remedy ask for."""
        parts = string.Formatter().parse(self.sentence + self.remedy)
        return frozenset(name for _, name, _, _ in parts if name is not None)


class _Lenient(dict[str, str]):
    """Values for a sentence: one that is missing leaves its field standing, in sight."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _load() -> tuple[Mapping[str, Wording], Mapping[str, str]]:
    text = resources.files("congvan.language").joinpath("data/wording.yml").read_text("utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    codes = {
        code: Wording(
            severity=Severity(entry["severity"]),
            sentence=" ".join(entry["sentence"].split()),
            remedy=" ".join(entry["remedy"].split()),
            waivable=entry.get("waivable", False),
        )
        for code, entry in data["codes"].items()
    }
    return MappingProxyType(codes), MappingProxyType(data["words"])


CODES, WORDS = _load()
"""The wording of every code, and the words that a report is made of."""


def severity(code: str) -> Severity:
    """How much a code weighs. Raises KeyError for a code that has no wording."""
    return CODES[code].severity


def sentence(finding: Finding) -> str:
    """What is the matter, in one Vietnamese sentence. Raises KeyError for an unknown code."""
    return CODES[finding.code].sentence.format_map(_values(finding))


def remedy(finding: Finding) -> str:
    """What the clerk can do about it. Raises KeyError for an unknown code."""
    return CODES[finding.code].remedy.format_map(_values(finding))


def _values(finding: Finding) -> _Lenient:
    return _Lenient({"fragment": finding.fragment, **finding.values})
