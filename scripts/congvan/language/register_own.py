"""What an archive's own `agencies.yml` says over the national register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import cast

from congvan.language.register_data import provinces, slug_of
from congvan.model.agency import Agency, OwnAgency, OwnRegister, Succession, SuccessionKind


@dataclass(frozen=True)
class Own:
    """An archive's own register, asked by agency id."""

    register: OwnRegister
    _entries: dict[str, OwnAgency] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_entries", {e.id: e for e in self.register.agencies})

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The bodies that the national register does not make."""
        return tuple(_agency(e) for e in self.register.agencies if e.province is not None)

    def province(self, id_: str) -> str | None:
        """The province of an own body; None where the archive has none of that id."""
        entry = self._entries.get(id_)
        return None if entry is None else entry.province

    def confirms(self, id_: str) -> bool:
        """Whether the archive says that the body exists."""
        return id_ in self._entries

    def of_province(self, slug: str) -> tuple[Agency, ...]:
        """The own bodies of the provinces of that name."""
        return tuple(a for a in self.agencies if a.province and slug_of(a.province) == slug)

    def spellings(self, id_: str) -> tuple[str, ...]:
        """What the archive says a body is also called, slips included."""
        entry = self._entries.get(id_)
        if entry is None:
            return ()
        official = (name for name in (entry.name, entry.short) if name)
        return (*official, *entry.names, *entry.misspellings)

    def corrected(self, agency: Agency) -> Agency:
        """A generated body with the life and names that the archive knows better."""
        entry = self._entries.get(agency.id)
        if entry is None:
            return agency
        return replace(
            agency,
            name=entry.name or agency.name,
            short=entry.short or agency.short,
            born=entry.since or agency.born,
            died=entry.until or agency.died,
            names=(*agency.names, *entry.names),
            misspellings=(*agency.misspellings, *entry.misspellings),
            source=entry.source if entry.since or entry.until else agency.source,
        )

    def linked(self, agencies: Iterable[Agency]) -> tuple[Agency, ...]:
        """The bodies with the archive's own parents and successors, every one mirrored."""
        every = tuple(self._tied(agency) for agency in agencies)
        before: dict[str, list[str]] = {}
        for agency in every:
            for succession in agency.successors:
                before.setdefault(succession.successor, []).append(agency.id)
        return tuple(replace(a, predecessors=tuple(before.get(a.id, ()))) for a in every)

    def _tied(self, agency: Agency) -> Agency:
        entry = self._entries.get(agency.id)
        if entry is None:
            return agency
        return replace(
            agency,
            parent=entry.parent or agency.parent,
            successors=_successors(entry) or agency.successors,
        )


def _agency(entry: OwnAgency) -> Agency:
    """A body of the archive's own; where its life has no stated end, the province's is its end."""
    name = entry.name or entry.id
    province = provinces().get(entry.province or "")
    born, died = (province.born, province.died) if province else (None, None)
    return Agency(
        id=entry.id,
        name=name,
        short=entry.short or name,
        kind=entry.kind or "",
        province=entry.province,
        born=entry.since or born,
        died=entry.until or died,
        parent=entry.parent,
        names=entry.names,
        misspellings=entry.misspellings,
        successors=_successors(entry),
        source=entry.source,
    )


def _successors(entry: OwnAgency) -> tuple[Succession, ...]:
    return tuple(
        Succession(heir.to, cast(SuccessionKind, heir.how), heir.since, heir.function, heir.basis)
        for heir in entry.successors
    )
