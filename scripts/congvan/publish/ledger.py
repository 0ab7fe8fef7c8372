"""The ledger of addresses: once published, an address works for ever."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date as Day
from pathlib import Path

from congvan.model.finding import Finding, Place
from congvan.model.sources import Address
from congvan.publish.writing import write_if_changed

COLUMNS = ("id", "address", "first_published")


def missing_addresses(ledger: Iterable[Address], site: Path, path: str) -> Iterator[Finding]:
    """An error for each published address at which the built site has no page.

    A page, a redirect and a tombstone all are pages. `path` is the ledger's, relative to the
    archive's root, for the finding.
    """
    for line, row in enumerate(ledger, start=2):  # the first line names the columns
        if not (site / row.address / "index.html").is_file():
            values = {"id": row.id, "day": row.first_published.isoformat()}
            yield Finding("address-lost", Place(path, line), row.address, values)


def append_new(path: Path, rows: Iterable[tuple[str, str]], day: Day) -> int:
    """Add to the ledger the (id, address) pairs it does not hold, as first published on `day`.

    What stands there stays byte for byte. Returns how many were added. Raises OSError.
    """
    before = path.read_text("utf-8") if path.is_file() else ""
    known = {row["address"] for row in csv.DictReader(io.StringIO(before))}
    fresh = [(id_, address) for id_, address in rows if address not in known]
    if not fresh:
        return 0
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    if not before:
        writer.writerow(COLUMNS)
    writer.writerows((id_, address, day.isoformat()) for id_, address in sorted(set(fresh)))
    gap = "" if not before or before.endswith("\n") else "\n"
    write_if_changed(path, (before + gap + text.getvalue()).encode())
    return len(set(fresh))
