"""Names: every name and spelling under which readers look for an agency."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from congvan.language.register import Register
from congvan.model.agency import Agency


@dataclass(frozen=True)
class Names:
    """The register, asked for names. Answers are kept: a few agencies stand in most documents."""

    register: Register
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def official(self, agency: str) -> str:
        """The full name; the id itself where the register does not know it."""
        found = self._agency(agency)
        return found.name if found else agency

    def every(self, agency: str) -> tuple[str, ...]:
        """The full name first, then every other name, abbreviation and old spelling.

        The old spellings of the province are put into its names: readers who type them mean it.
        """
        if agency not in self._known:
            found = self._agency(agency)
            self._known[agency] = tuple(dict.fromkeys(self._spelled(found))) if found else ()
        return self._known[agency]

    def _agency(self, agency: str) -> Agency | None:
        try:
            return self.register.agency(agency)
        except KeyError:
            return None

    def _spelled(self, agency: Agency) -> Iterator[str]:
        dated = (name for d in agency.dated_names for name in (d.name, d.short))
        written = (agency.name, agency.short, *dated, *agency.names, *agency.misspellings)
        yield from written
        if agency.province is None:
            return
        province = self.register.province(agency.province)
        for name in written:
            for spelling in province.spellings:
                yield name.replace(province.name, spelling)
