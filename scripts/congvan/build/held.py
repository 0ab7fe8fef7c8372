"""What an archive has already: the same file, the same document, a page for what is only cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from congvan.language.folding import fold
from congvan.model.archive import Archive
from congvan.model.document import Card
from congvan.model.finding import Finding, Place
from congvan.model.recognised import Letter
from congvan.model.symbol import Symbol

_HASH = re.compile(r"^source:.*?sha256:\s*\"?([0-9a-f]{64})", re.MULTILINE)
_PAIR = re.compile(
    r"^(issuer|number|symbol|date|subject):[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE
)
_FENCE = "\n---"

Name = tuple[str, ...]


@dataclass
class Held:
    """The dispatches of an archive by what they are known by; grows as a run goes on."""

    root: Path
    by_source: dict[str, Path] = field(default_factory=dict)
    """By the hash of the file that each was made from."""
    by_name: dict[Name, Path] = field(default_factory=dict)
    cited: Mapping[tuple[str, str], tuple[Card, int]] = field(default_factory=dict)
    """What is cited and not held, by owner and code, with how many cite it."""

    def add(self, file: Path) -> None:
        """Takes note of a dispatch's file."""
        text = file.read_text(encoding="utf-8", errors="replace")
        front = text[: text.find(_FENCE, 1)] if text.startswith("---") else ""
        if match := _HASH.search(front):
            self.by_source[match[1]] = file
        stated = {pair[1]: pair[2] for pair in _PAIR.finditer(front)}
        name = _name(
            *(stated.get(k, "") for k in ("issuer", "number", "symbol", "date", "subject"))
        )
        if name is not None:
            self.by_name.setdefault(name, file)

    def findings(self, letter: Letter, owner: str, place: Place) -> Iterator[Finding]:
        """What a clerk should know of a letter that comes in."""
        date = str(letter.date or "")
        name = _name(owner, letter.number or "", letter.symbol or "", date, letter.subject or "")
        twin = self.by_name.get(name) if name else None
        if twin is not None:
            shown = twin.relative_to(self.root).as_posix()
            yield Finding("import-twin", place, shown)
        key = _key(letter.number, letter.symbol)
        stub, count = self.cited.get((owner, key), (None, 0)) if key else (None, 0)
        if stub is not None and _same_year(stub, letter):
            values = {"count": str(count), "url": stub.address}
            yield Finding("import-awaited", place, stub.code or "", values)


def held(dispatches: Path, archive: Archive | None) -> Held:
    """What the folder of dispatches holds, and what its public documents cite."""
    made = Held(dispatches, cited=dict(_cited(archive)) if archive else {})
    for file in sorted(dispatches.rglob("*.md")):
        made.add(file)
    return made


def _cited(archive: Archive) -> Iterator[tuple[tuple[str, str], tuple[Card, int]]]:
    for place in archive.shelf("all/known").places():
        stub = archive.card(place.document)
        key = _key(stub.number, stub.symbol)
        if key:
            yield (stub.owner, key), (stub, len(archive.shelf(f"naming/{stub.id}")))


def _name(owner: str, number: str, symbol: str, date: str, subject: str) -> Name | None:
    """What two copies of one document share; a blank number is made up for by the subject."""
    if not symbol or not (number or subject):
        return None
    return (
        owner,
        number.lstrip("0"),
        symbol,
        date,
        "" if number else " ".join(fold(subject).split()),
    )


def _key(number: str | None, symbol: str | None) -> str | None:
    try:
        return Symbol.of(number, symbol).key if number and symbol else None
    except ValueError:
        return None


def _same_year(stub: Card, letter: Letter) -> bool:
    return stub.date is None or letter.date is None or stub.date.year == letter.date.year
