"""Rules across files: one id, one identity and one address each, and no circles of parents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from congvan.model.dispatch import Dispatch
from congvan.model.finding import Finding
from congvan.read.naming import slug_of, symbol_of
from congvan.read.places import of_file, of_key


def across_faults(dispatches: Iterable[Dispatch]) -> Iterator[Finding]:
    """What is wrong between dispatches; each finding at the file that came later by its path."""
    ordered = sorted(dispatches, key=lambda dispatch: dispatch.path)
    yield from _same_id(ordered)
    yield from _same_document(ordered)
    yield from _same_address(ordered)
    yield from _circles(ordered)


def _same_id(ordered: Iterable[Dispatch]) -> Iterator[Finding]:
    first: dict[str, Dispatch] = {}
    for dispatch in ordered:
        other = first.setdefault(dispatch.id, dispatch)
        if other is not dispatch:
            values = {"other": of_file(other)}
            yield Finding("duplicate-id", of_key(dispatch, "id"), dispatch.id, values)


def _same_document(ordered: Iterable[Dispatch]) -> Iterator[Finding]:
    """The clash that Decree 30/2020, annex VI asks a system to warn of: number, symbol, issuer."""
    first: dict[tuple[str, ...], Dispatch] = {}
    for dispatch in ordered:
        identity = identity_of(dispatch)
        if identity is None:
            continue
        other = first.setdefault(identity, dispatch)
        if other is not dispatch and dispatch.key_note is None and other.key_note is None:
            place = of_key(dispatch, "number")
            shown = str(symbol_of(dispatch))
            yield Finding("duplicate-document", place, shown, {"other": of_file(other)})


def identity_of(dispatch: Dispatch) -> tuple[str, ...] | None:
    """Owner, time, type and code; None for what has no number or no date.

    State numbers restart each year; Party numbers run through a term, so that only the full date
    tells two of them apart (Guideline 36-HD/VPTW, II.1.3).
    """
    symbol = symbol_of(dispatch)
    if symbol is None or symbol.number is None or dispatch.date is None:
        return None
    when = str(dispatch.date) if symbol.style == "party" else str(dispatch.date.year)
    return (dispatch.issuer, when, dispatch.type, symbol.key)


def _same_address(ordered: Iterable[Dispatch]) -> Iterator[Finding]:
    first: dict[tuple[str, int, str], Dispatch] = {}
    for dispatch in ordered:
        year = dispatch.date.year if dispatch.date else 0
        other = first.setdefault((dispatch.issuer, year, slug_of(dispatch)), dispatch)
        if other is dispatch or dispatch.key_note is not None or other.key_note is not None:
            continue
        # Two files of one document have their finding already, and need no second address.
        if identity_of(dispatch) is None or identity_of(dispatch) != identity_of(other):
            values = {"other": of_file(other)}
            yield Finding("slug-clash", of_key(dispatch, "slug"), slug_of(dispatch), values)


def _circles(ordered: Iterable[Dispatch]) -> Iterator[Finding]:
    """One finding for each circle of documents that implement each other by id."""
    by_id = {dispatch.id: dispatch for dispatch in ordered}
    parents = {
        id_: [parent for parent in dispatch.implements or () if parent in by_id]
        for id_, dispatch in by_id.items()
    }
    for circle in _cycles(parents):
        start = min(range(len(circle)), key=lambda n: by_id[circle[n]].path)
        turned = [*circle[start:], *circle[:start]]
        dispatch = by_id[turned[0]]
        key = f"implements.{(dispatch.implements or ()).index(turned[1 % len(turned)])}"
        chain = " → ".join([*turned, turned[0]])
        parent = turned[1 % len(turned)]
        yield Finding("cyclic-parents", of_key(dispatch, key), parent, {"chain": chain})


def _cycles(parents: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Circles of a graph, each once: walked in depth without recursion, parents in order."""
    done: set[str] = set()
    for root in parents:
        trail: list[str] = []
        branches = [[root]]
        while branches:
            if not branches[-1]:
                branches.pop()
                if trail:
                    done.add(trail.pop())
                continue
            node = branches[-1].pop(0)
            if node in trail:
                yield trail[trail.index(node) :]
            elif node not in done:
                trail.append(node)
                branches.append(list(parents[node]))
