"""`addresses.csv`: the ledger of every address ever published."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Generator
from datetime import date as Day
from pathlib import Path

from congvan.model.finding import Finding, Place
from congvan.model.sources import Address
from congvan.read.places import FOLDER
from congvan.read.text import MAX_BYTES, read_text

FILE = f"{FOLDER}/addresses.csv"
HEADER = ["id", "address", "first_published"]
MAX_LEDGER = 64 * MAX_BYTES
"""A row is about 90 bytes, so that this bound is two and a half million addresses."""

_ID = re.compile(r"[a-z0-9]{8}")
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9./-]*/?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read_ledger(root: Path) -> Generator[Finding, None, tuple[Address, ...]]:
    """The rows of the ledger in their order; none where there is no such file."""
    path = root / FILE
    if not path.exists():
        return ()
    text, findings = read_text(path, FILE, MAX_LEDGER)
    yield from findings
    if not text:
        return ()
    rows = list(csv.reader(io.StringIO(text)))
    if rows[0] != HEADER:
        yield Finding("ledger-header", Place(FILE), ",".join(rows[0])[:120])
        return ()
    return (yield from _addresses(rows[1:]))


def _addresses(rows: list[list[str]]) -> Generator[Finding, None, tuple[Address, ...]]:
    found: dict[str, Address] = {}
    lines: dict[str, int] = {}
    for line, row in enumerate(rows, start=2):
        address = _address(row)
        if address is None:
            yield Finding("ledger-row", Place(FILE, line), ",".join(row)[:120])
        elif address.address in found and found[address.address].id != address.id:
            first = {"first": str(lines[address.address])}
            yield Finding("ledger-repeats", Place(FILE, line), address.address, first)
        elif address.address not in found:
            found[address.address], lines[address.address] = address, line
    return tuple(found.values())


def _address(row: list[str]) -> Address | None:
    if len(row) != len(HEADER):
        return None
    id_, address, day = row
    shaped = _ID.fullmatch(id_) and _ADDRESS.fullmatch(address) and _DAY.fullmatch(day)
    try:
        return Address(id_, address, Day.fromisoformat(day)) if shaped else None
    except ValueError:
        return None
