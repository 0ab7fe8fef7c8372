"""Reading: from the files that clerks edit to dispatches, with every finding on the way.

A file that is wrong never stops another: everything is read, everything is said at once.
"""

from __future__ import annotations

from pathlib import Path

from congvan.language.register import Register
from congvan.language.report import ordered
from congvan.model.finding import Finding
from congvan.model.sources import Address, KnownDocument, Sources
from congvan.read import schema
from congvan.read.across import across_faults, identity_of
from congvan.read.agencies_file import register_file
from congvan.read.dispatch_file import Reading, read_file
from congvan.read.gathering import gather
from congvan.read.known import read_known
from congvan.read.ledger import read_ledger
from congvan.read.publication import part, separate, without
from congvan.read.scan import Scan, scan
from congvan.read.source_files import SourceFiles, collect
from congvan.read.text import read_text
from congvan.read.tree import dispatch_paths, file_of, stray_files

__all__ = [
    "Reading",
    "Scan",
    "SourceFiles",
    "across_faults",
    "check_file",
    "collect",
    "file_of",
    "identity_of",
    "part",
    "read_file",
    "read_known_file",
    "read_ledger_file",
    "read_sources",
    "read_text",
    "register_file",
    "scan",
    "schema",
    "separate",
    "without",
]


def read_sources(root: Path, register: Register, *, internal: bool = False) -> Sources:
    """Everything below `root/dispatches` but the register, and all that is wrong with it.

    `internal` says that the root is the staff's own, where internal papers belong. Dispatches are
    in the order of their paths, findings in the order of their places. Nothing is raised.
    """
    findings: list[Finding] = []
    dispatches = []
    for path in dispatch_paths(root):
        reading = read_file(collect(root, path), register, internal=internal)
        findings += reading.findings
        if reading.dispatch is not None:
            dispatches.append(reading.dispatch)
    findings += stray_files(root)
    findings += across_faults(dispatches)
    known, known_faults = gather(read_known(root, register))
    ledger, ledger_faults = gather(read_ledger(root))
    every = ordered((*findings, *known_faults, *ledger_faults))
    return Sources(tuple(dispatches), known, ledger, every)


def check_file(
    root: Path, path: Path, register: Register, *, internal: bool = False
) -> tuple[Finding, ...]:
    """What is wrong with one dispatch file and its folder, without reading any other."""
    return ordered(read_file(collect(root, path), register, internal=internal).findings)


def read_known_file(
    root: Path, register: Register
) -> tuple[tuple[KnownDocument, ...], tuple[Finding, ...]]:
    """The entries of `known.yml`, and what is wrong with them."""
    return gather(read_known(root, register))


def read_ledger_file(root: Path) -> tuple[tuple[Address, ...], tuple[Finding, ...]]:
    """The rows of the ledger of addresses, and what is wrong with them."""
    return gather(read_ledger(root))
