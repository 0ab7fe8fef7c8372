"""Keys: the names of what an output is made from.

An incremental build renders an output again where the value behind one of its keys has changed.
"""

from __future__ import annotations

from collections.abc import Iterable


def document(id_: str) -> str:
    """One document: its text, its metadata, its links."""
    return f"document:{id_}"


def relations(id_: str) -> str:
    """All relations of a document, both ways."""
    return f"relations:{id_}"


def agency(id_: str) -> str:
    """One body as the register describes it."""
    return f"agency:{id_}"


def group(id_: str) -> str:
    """One group of addressees, its members in time."""
    return f"group:{id_}"


def tombstone(id_: str) -> str:
    """What is left of a withdrawn document."""
    return f"tombstone:{id_}"


def listing(name: str) -> str:
    """Which documents or tasks stand in a list, in order: "nam/2021", "nhiem-vu/<agency>"."""
    return f"list:{name}"


def schema(name: str) -> str:
    """A JSON Schema that is published as it is."""
    return f"schema:{name}"


def gathered(keys: Iterable[str]) -> tuple[str, ...]:
    """Each key once, sorted."""
    return tuple(sorted(set(keys)))
