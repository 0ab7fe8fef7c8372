"""Work on one file by itself: read, recognise, claim. Pure: the same values give the same bytes on
any machine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from congvan import read, recognise, resolve, store
from congvan.language import register as registers
from congvan.language.register import Register
from congvan.model.agency import OwnRegister
from congvan.model.prepared import Prepared, Publicity
from congvan.model.recognised import Recognised
from congvan.read import SourceFiles


@dataclass(frozen=True, slots=True)
class Reading:
    """Files to be read with the archive's own register."""

    files: tuple[tuple[bytes, SourceFiles], ...]
    """Each with the key under which its reading is kept."""
    own: bytes
    """The archive's own register, as `store.dumps` writes it."""


def prepare(job: Reading) -> list[tuple[bytes, bytes]]:
    """For each file its key, and what was read in it as `store.dumps` writes it."""
    register = register_of(job.own)
    return [(key, store.dumps(prepared(files, register))) for key, files in job.files]


def prepared(files: SourceFiles, register: Register) -> Prepared:
    """One file, read and recognised by itself. What may not be published is not recognised."""
    reading = read.read_file(files, register)
    if reading.dispatch is None:
        return Prepared(reading.findings)
    publicity, dispatch = read.part(reading.dispatch)
    if publicity is not Publicity.PUBLIC:
        return Prepared(reading.findings, dispatch, publicity)
    recognised: Recognised = recognise.recognise(dispatch, register)
    claims = resolve.claims_of(recognised, register)
    return Prepared(reading.findings, dispatch, publicity, recognised, claims)


@lru_cache(maxsize=2)
def register_of(own: bytes) -> Register:
    """The national register with an archive's own over it; made once in each process."""
    overrides: Any = OwnRegister | None
    return registers.load(store.loads(overrides, own))
