"""Names: every name and spelling under which readers look for an agency."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from congvan.model.agency import Agency, Province
from congvan.model.archive import Archive

_KEPT = 4096
"""Agencies whose names are kept: few stand in most documents."""


@dataclass(frozen=True, slots=True)
class Names:
    """The archive, asked for names of agencies.

    Each document asks anew, so that what it was made from is known; the work is done once.
    """

    archive: Archive

    def official(self, agency: str) -> str:
        """The full name; the id itself where the register does not know it."""
        found = self.archive.agency(agency)
        return found.name if found else agency

    def every(self, agency: str) -> tuple[str, ...]:
        """The full name first, then every other name, abbreviation and old spelling.

        The old spellings of the province are put into its names: readers who type them mean it.
        """
        found = self.archive.agency(agency)
        if found is None:
            return ()
        province = self.archive.province(found.province) if found.province else None
        return _spelled(found, province)


@lru_cache(maxsize=_KEPT)
def _spelled(agency: Agency, province: Province | None) -> tuple[str, ...]:
    dated = (name for d in agency.dated_names for name in (d.name, d.short))
    written = (agency.name, agency.short, *dated, *agency.names, *agency.misspellings)
    return tuple(dict.fromkeys((*written, *_respelled(written, province))))


def _respelled(written: tuple[str, ...], province: Province | None) -> Iterator[str]:
    if province is not None:
        for name in written:
            for spelling in province.spellings:
                yield name.replace(province.name, spelling)
