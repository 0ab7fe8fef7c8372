"""Files of dispatches in the cache: what was read in each, and where what they say meets."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from congvan.model.citation import Citation
from congvan.model.finding import Finding
from congvan.model.partial_date import PartialDate
from congvan.model.prepared import Candidate, Claim
from congvan.model.span import Span
from congvan.model.symbol import Symbol
from congvan.store.coding import dumps, loads

Series = tuple[str, str]
"""An owner and the code of a number in its series."""

Told = tuple[tuple[Candidate, ...], tuple[Candidate, ...]]
"""What the claims of a series can mean: held documents, and others."""

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Row:
    """What is kept of one file beside its reading."""

    path: str
    reading: bytes
    """The key of its reading."""
    publicity: str = "hidden"
    id: str | None = None
    identity: str | None = None
    """What no other document may share: see `read.across`."""
    plain: str | None = None
    """Its address, where no reissue shares it."""
    noted: bool = False
    """Whether it is a reissue under a number already given."""
    candidate: Candidate | None = None
    claims: tuple[tuple[Series, Claim], ...] = ()
    stated: frozenset[str] = frozenset()
    """Ids that its clerk's references may be."""
    aliases: tuple[str, ...] = ()
    """Old addresses of a public one."""


class Dispatches:
    """The files of one cache, by path."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def put(self, row: Row) -> None:
        """Enters a file in the place of what was known of it; it waits to be resolved, and where it
        has or had a say the series are restless."""
        self.remove(row.path)
        candidate = row.candidate
        self._database.execute(
            "INSERT INTO dispatch VALUES (?,?,?,?,?,?,?,NULL,?,?,?,1)",
            (
                row.path,
                row.id,
                row.publicity,
                row.reading,
                row.identity,
                row.plain,
                row.noted,
                candidate.owner if candidate else None,
                candidate.symbol.key if candidate else None,
                dumps(candidate) if candidate else None,
            ),
        )
        grouped: dict[Series, list[Claim]] = {}
        for series, claim in row.claims:
            grouped.setdefault(series, []).append(claim)
        self._database.executemany(
            "INSERT INTO claim VALUES (?,?,?,?)",
            ((*series, row.path, _said(claims)) for series, claims in grouped.items()),
        )
        self.disturb(self.series_of(row.path))
        self._database.executemany(
            "INSERT INTO alias VALUES (?,?,?)", ((a, row.id, row.path) for a in row.aliases)
        )
        self._database.executemany(
            "INSERT INTO stated VALUES (?,?)", ((id_, row.path) for id_ in sorted(row.stated))
        )

    def remove(self, path: str) -> None:
        """Takes out a file with all that it says. Another file of the same id, an error until now,
        waits to be resolved."""
        self.disturb(self.series_of(path))
        self._database.execute(
            "UPDATE dispatch SET pending = 1 WHERE path <> ?"
            " AND id = (SELECT id FROM dispatch WHERE path = ?)",
            (path, path),
        )
        for table in ("dispatch", "claim", "stated", "alias"):
            self._database.execute(f"DELETE FROM {table} WHERE path = ?", (path,))  # noqa: S608 - our tables

    def series_of(self, path: str) -> frozenset[Series]:
        """Every series in which a file has a say: it claims a document there, or bears a number."""
        rows = self._database.execute("SELECT owner, code FROM claim WHERE path = ?", (path,))
        own = self._database.execute(
            "SELECT owner, code FROM dispatch WHERE path = ? AND code IS NOT NULL", (path,)
        )
        return frozenset((*rows.fetchall(), *own.fetchall()))

    def disturb(self, series: Iterable[Series]) -> None:
        """Notes series to be looked at again."""
        self._database.executemany("INSERT OR IGNORE INTO restless VALUES (?,?)", sorted(series))

    def restless(self) -> tuple[Series, ...]:
        """The series to be looked at again, in order."""
        rows = self._database.execute("SELECT owner, code FROM restless ORDER BY owner, code")
        return tuple(rows.fetchall())

    def rest(self) -> None:
        """Every series has been looked at."""
        self._database.execute("DELETE FROM restless")

    def held(self, series: Series, publicity: str = "public") -> tuple[Candidate, ...]:
        """The dispatches of a publicity that bear a code, in the order of their paths."""
        rows = self._database.execute(
            "SELECT candidate FROM dispatch WHERE owner = ? AND code = ? AND publicity = ?"
            " ORDER BY path",
            (*series, publicity),
        )
        return tuple(loads(Candidate, blob) for (blob,) in rows)

    def claims(self, series: Series) -> Iterator[Claim]:
        """What public dispatches say of a code, in the order of their paths and texts: enough of
        each claim to know a stub by."""
        rows = self._database.execute(
            "SELECT said FROM claim WHERE owner = ? AND code = ? ORDER BY path", series
        )
        for (said,) in rows:
            yield from _claims(said, series[0])

    def claiming(self, series: Series) -> tuple[str, ...]:
        """The paths of files that claim a document of a series."""
        rows = self._database.execute("SELECT path FROM claim WHERE owner = ? AND code = ?", series)
        return tuple(path for (path,) in rows)

    def referring(self, path: str) -> tuple[str, ...]:
        """The paths of files whose clerks refer to the document of a file by its id."""
        rows = self._database.execute(
            "SELECT path FROM stated WHERE id = (SELECT id FROM dispatch WHERE path = ?)", (path,)
        )
        return tuple(path for (path,) in rows)

    def told(self, series: Series) -> Told:
        """(held, not held): what a series last answered."""
        found = self._database.execute(
            "SELECT answer FROM series WHERE owner = ? AND code = ?", series
        ).fetchone()
        told: Told = loads(Told, found[0]) if found else ((), ())
        return told

    def tell(
        self, series: Series, held: tuple[Candidate, ...], stubs: tuple[Candidate, ...]
    ) -> None:
        """Keeps what a series answers from here on."""
        if held or stubs:
            row = (*series, dumps((held, stubs)))
            self._database.execute("INSERT OR REPLACE INTO series VALUES (?,?,?)", row)
        else:
            self._database.execute("DELETE FROM series WHERE owner = ? AND code = ?", series)

    def answers_for(self, path: str) -> Told:
        """(held, not held): all that the claims of a file can mean."""
        rows = self._database.execute(
            "SELECT answer FROM series WHERE (owner, code) IN"
            " (SELECT owner, code FROM claim WHERE path = ?) ORDER BY owner, code",
            (path,),
        )
        found: list[Told] = [loads(Told, blob) for (blob,) in rows]
        held = tuple(c for some, _ in found for c in some)
        return held, tuple(c for _, some in found for c in some)

    def count_awaiting(self) -> int:
        """How many dispatches nobody has approved yet."""
        query = "SELECT COUNT(*) FROM dispatch WHERE publicity = 'waiting'"
        return int(self._database.execute(query).fetchone()[0])

    def wait(self, paths: Iterable[str]) -> None:
        """Marks files as to be resolved again."""
        self._database.executemany(
            "UPDATE dispatch SET pending = 1 WHERE path = ?", ((path,) for path in paths)
        )

    def put_findings(self, path: str, stage: str, found: Iterable[tuple[str, Finding]]) -> None:
        """What a stage found in a file, each with its severity, in the place of what it found
        before."""
        self._database.execute("DELETE FROM finding WHERE path = ? AND stage = ?", (path, stage))
        self._database.executemany(
            "INSERT INTO finding VALUES (?,?,?,?)",
            ((path, stage, severity, dumps(finding)) for severity, finding in found),
        )


def _said(claims: Iterable[Claim]) -> str:
    """What stubs are known by, as text."""
    return json.dumps(
        [
            [
                claim.citation.symbol.written if claim.citation.symbol else "",
                claim.citation.type,
                str(claim.date) if claim.date else None,
                claim.citation.issuer,
                claim.citation.title,
                claim.document,
            ]
            for claim in claims
        ],
        ensure_ascii=False,
    )


def _claims(said: str, owner: str) -> Iterator[Claim]:
    for written, type_, date, issuer, title, document in json.loads(said):
        symbol = Symbol.parse(written)
        citation = Citation("body", _NOWHERE, "", "full", type_, symbol, issuer=issuer, title=title)
        yield Claim(document, citation, owner, PartialDate.parse(date) if date else None)
