"""Registers: lists of documents kept as CSV or as a sheet, read as documents known, not held.

The first row names the columns, in words a clerk uses; what a column means is in the data.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from congvan.intake import plain, sandbox
from congvan.intake.kinds import kind_of
from congvan.intake.received import Kind, Limits
from congvan.language import calendar, types, vocabulary
from congvan.language.folding import fold
from congvan.model.finding import Finding, Place
from congvan.model.partial_date import PartialDate
from congvan.model.sources import KnownDocument
from congvan.model.symbol import Symbol

_MEANING = {
    fold(heading): key
    for key, headings in vocabulary.sorted_words("intake", "columns").items()
    for heading in headings
}
_PHRASES = dict(vocabulary.table("intake")["citation"])
_SEPARATORS = ",;\t|"
_TIME = re.compile(r"[ T]\d\d:\d\d(?::\d\d)?$")


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of a register as a known document, or what is wrong with it."""

    known: KnownDocument | None
    finding: Finding | None = None


def read_register(path: Path, *, limits: Limits | None = None) -> Iterator[Listed]:
    """The rows of a register, in order; a file that cannot be read is one row with the reason."""
    measure, place = limits or Limits(), Place(path.as_posix())
    try:
        content = path.read_bytes() if path.stat().st_size <= measure.bytes else None
    except OSError:
        content = None
    text = None if content is None else _table(content, path, measure)
    if text is None:
        yield Listed(None, Finding("file-unreadable", place, path.name))
        return
    rows = csv.reader(io.StringIO(text), delimiter=_separator(text))
    keys = [_MEANING.get(fold(cell).strip(" .:*")) for cell in next(rows, [])]
    if "code" not in keys and "number" not in keys:
        yield Listed(None, Finding("register-columns-unknown", place, path.name))
        return
    yield from _documents(rows, keys, place)


def _table(content: bytes, path: Path, limits: Limits) -> str | None:
    """The register as comma-separated text."""
    if kind_of(content, path.suffix) is Kind.XLSX:
        return sandbox.run(Kind.XLSX, content, limits).text
    return plain.decoded(content)[0]


def _separator(text: str) -> str:
    first = text.partition("\n")[0]
    return max(_SEPARATORS, key=first.count)


def _documents(rows: Iterable[list[str]], keys: list[str | None], place: Place) -> Iterator[Listed]:
    for line, row in enumerate(rows, start=2):
        cells = {key: " ".join(cell.split()) for key, cell in zip(keys, row, strict=False) if key}
        if not any(cells.values()):
            continue
        citation = _citation(cells)
        at = Place(place.file, line)
        if citation is None:
            words = " · ".join(filter(None, row))[:120]
            yield Listed(None, Finding("register-row-unread", at, words))
        else:
            title, url = cells.get("subject") or None, cells.get("url") or None
            yield Listed(KnownDocument(citation, title, url=url, place=at))


def _citation(cells: Mapping[str, str]) -> str | None:
    """A row in the official form, "Kế hoạch số 28-KH/TU ngày 19/5/2021 của …"; None where it
    names no document."""
    written = cells.get("code") or "/".join(
        filter(None, (cells.get("number"), cells.get("symbol")))
    )
    date = _date(cells.get("date", ""))
    try:
        symbol = Symbol.parse(written)
    except ValueError:
        return None
    if symbol.number is None or date is None or not cells.get("issuer"):
        return None
    named = types.by_name(cells.get("type", ""))
    known = types.by_symbol(symbol)
    kind = named.name if named else known[0].name if len(known) == 1 else _PHRASES["any"]
    return str(_PHRASES["form"]).format(
        type=kind, code=symbol, date=calendar.say(date), issuer=cells["issuer"]
    )


def _date(text: str) -> PartialDate | None:
    """A date as clerks write it, or as programs do: "2024-01-02", "2024-01-02 00:00:00"."""
    try:
        return PartialDate.parse(_TIME.sub("", text.strip()))
    except ValueError:
        return calendar.read(text)


def as_yaml(known: KnownDocument) -> str:
    """An entry of `known.yml`."""
    pairs = (("citation", known.citation), ("title", known.title), ("url", known.url))
    quoted = [f"{key}: {json.dumps(v, ensure_ascii=False)}" for key, v in pairs if v]
    return "- " + "\n  ".join(quoted) + "\n"
