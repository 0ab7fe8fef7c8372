"""Central bodies by id, name and code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date as Day
from functools import cache
from typing import Any

from congvan.language.register_data import Certainty, document, strings
from congvan.language.register_names import key, near
from congvan.language.register_own import Own
from congvan.language.register_province import as_of
from congvan.model.agency import Agency, Succession
from congvan.model.symbol import Symbol

# "QH15", "UBTVQH15": the number of the legislature is no part of the letters.
_LEGISLATURE = re.compile(r"\d+$")


@cache
def central() -> tuple[tuple[Agency, tuple[str, ...]], ...]:
    """Central bodies, each with the letters that codes write for it."""
    data = document("central")
    says = Certainty(data["defaults"])
    made = [(_central(entry, says), strings(entry, "codes")) for entry in data["agencies"]]
    before: dict[str, list[str]] = {}
    for agency, _ in made:
        for succession in agency.successors:
            before.setdefault(succession.successor, []).append(agency.id)
    return tuple((replace(a, predecessors=tuple(before.get(a.id, ()))), codes) for a, codes in made)


class Central:
    """The bodies of the centre, with what an archive knows better of them."""

    def __init__(self, own: Own) -> None:
        self._agencies = {a.id: a for a in own.linked(own.corrected(a) for a, _ in central())}
        self._names: dict[str, list[Agency]] = {}
        self._codes: dict[str, list[Agency]] = {}
        for known, codes in central():
            agency = self._agencies[known.id]
            names = (agency.name, agency.short, *agency.names, *own.spellings(agency.id))
            for name in dict.fromkeys(map(key, names)):
                self._names.setdefault(name, []).append(agency)
            for code in codes:
                self._codes.setdefault(code, []).append(agency)

    def get(self, id_: str) -> Agency | None:
        """The body of that id, None where it is no central one."""
        return self._agencies.get(id_)

    def find(self, name: str, day: Day | None) -> tuple[Agency, ...]:
        """The bodies that bear the name about a day."""
        return as_of(self._names.get(key(name), ()), day)

    def coded(self, symbol: Symbol, day: Day | None) -> tuple[Agency, ...]:
        """The bodies that write the code's letters about a day."""
        letters = _LEGISLATURE.sub("", symbol.bodies[0]) if symbol.bodies else ""
        bearers = self._codes.get(letters, ())
        return tuple(agency for agency in bearers if near(day, agency.born, agency.died))


def _central(entry: Mapping[str, Any], says: Certainty) -> Agency:
    heirs = tuple(
        Succession(
            successor=heir["to"],
            kind=heir["how"],
            since=heir["since"],
            function=heir.get("function"),
            basis=heir.get("basis"),
        )
        for heir in entry.get("successors", ())
    )
    return Agency(
        id=entry["id"],
        name=entry["name"],
        short=entry.get("short", entry["name"]),
        kind=entry["kind"],
        province=None,
        born=entry.get("since"),
        died=entry.get("until"),
        parent=entry.get("parent"),
        names=strings(entry, "names"),
        successors=heirs,
        source=says(entry) if {"since", "until"} & entry.keys() else None,
    )
