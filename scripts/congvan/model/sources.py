"""What reading brings home: dispatches, known documents, the ledger of addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day

from congvan.model.dispatch import Dispatch
from congvan.model.finding import Finding, Place


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document described in `known.yml`: known, not held."""

    citation: str
    """In the official form: "Kế hoạch số 28-KH/TU ngày 19/5/2021 của Tỉnh ủy Đắk Lắk"."""
    title: str | None = None
    owner: str | None = None
    """An agency id, where the citation's issuer does not say it."""
    url: str | None = None
    """Where it is published by others."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """One row of the ledger: an address once published works for ever."""

    id: str
    address: str
    first_published: Day


@dataclass(frozen=True, slots=True)
class Sources:
    """The archive's sources as read, with every finding on the way."""

    dispatches: tuple[Dispatch, ...]
    known: tuple[KnownDocument, ...] = ()
    ledger: tuple[Address, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Publishable:
    """What may be published, separated once from all else; nothing later sees the rest."""

    dispatches: tuple[Dispatch, ...]
    withdrawn: tuple[Dispatch, ...]
    """Withdrawn ones, bodies and originals emptied: all that a tombstone needs."""
