"""The register: every body of the state, the Party and their associations, asked by id and by name.

The bodies of a province are made by rule from the national data when they are first asked for; an
archive's `agencies.yml` corrects and extends them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date as Day

from congvan.language import register_central, register_data, register_split
from congvan.language.register_data import slug_of
from congvan.language.register_groups import Groups
from congvan.language.register_names import Places
from congvan.language.register_own import Own
from congvan.language.register_province import ProvinceBodies
from congvan.language.register_stems import Stems, nearest
from congvan.language.slugs import slug
from congvan.model.agency import Agency, Group, OwnRegister, Province
from congvan.model.symbol import Symbol

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def load(overrides: OwnRegister | None = None) -> Register:
    """The national register with an archive's own bodies, lives and groups over it.

    In: `agencies.yml` as checked by `read.register_file`; None for the national register alone.
    """
    return Register(Own(overrides or OwnRegister()))


class Register:
    """Bodies in time. What it hands out is frozen; what it has made it keeps."""

    def __init__(self, own: Own) -> None:
        self._own = own
        self._provinces = register_data.provinces()
        self._places = Places(self._provinces.values())
        self._bodies = ProvinceBodies(self._provinces, self._places, own)
        self._central = register_central.Central(own)
        self._groups = Groups(own.register.groups)
        self._stems = Stems(self._places, own.register.agencies)

    def agency(self, id_: str) -> Agency:
        """The body of that id. Raises KeyError where there is none."""
        found = self._central.get(id_) or self._bodies.get(id_)
        if found is None:
            raise KeyError(id_)
        return found

    def province(self, id_: str) -> Province:
        """The provincial unit of that id. Raises KeyError where there is none."""
        return self._provinces[id_]

    def provinces_on(self, day: Day) -> tuple[Province, ...]:
        """The provincial units that existed on a day, in the order of the data."""
        return tuple(p for p in self._provinces.values() if p.existed_on(day))

    def province_of(self, agency_id: str) -> Province | None:
        """The unit a body belongs to; None for a central one. Raises KeyError on an unknown id."""
        province = self.agency(agency_id).province
        return None if province is None else self._provinces[province]

    def agencies_of(self, province: str) -> tuple[Agency, ...]:
        """Every body of one provincial unit. Raises KeyError on an unknown province."""
        return self._bodies.of(self._provinces[province])

    def find(
        self, name: str, *, day: Day | None = None, province: str | None = None
    ) -> tuple[Agency, ...]:
        """The bodies a printed name stands for, as of a day and within a province.

        A name that prints a province is looked up there; a remark in brackets after it, "(để b/c)",
        is passed over. None where the name is unknown; several where it is ambiguous, which is
        never settled by a guess. A body that has just ended or is about to begin is found where no
        living one bears the name (`register_names.OVERLAP`).
        """
        place = None if province is None else slug_of(province)
        name = self._groups.unremarked(name)
        return self._bodies.find(name, day, place) or self._central.find(name, day)

    def organ_of(self, name: str) -> str | None:
        """The organ that a name begins with: "Ban Thường vụ" of "BTV Tỉnh ủy"; None for none."""
        return self._stems.organ(self._groups.unremarked(name))

    def find_group(
        self, name: str, *, day: Day | None = None, province: str | None = None
    ) -> Group | None:
        """The group, post or set phrase a printed line stands for, with its members as of the day.

        Members are known only with a day and a province.
        """
        rule = self._groups.find(name, day)
        if rule is None and not self.find(name, day=day, province=province):
            rule = self._groups.opening(name)
        if rule is None:
            return None
        members = () if province is None else self._bodies.members(rule, day, slug_of(province))
        return Group(rule.id, rule.name, members)

    def split(self, name: str, *, day: Day | None = None) -> tuple[str, ...]:
        """The full single names of a printed line: ("Hội Nhà báo tỉnh", "Hội Văn học Nghệ thuật
        tỉnh") for "Các Hội: Nhà báo, Văn học Nghệ thuật tỉnh"; a single name or a group as it is.
        """
        if self._groups.find(name, day) or self._groups.opening(name):
            return (name,)
        return register_split.split(name, self._stems.about(day))

    def owner_for(
        self,
        symbol: Symbol,
        issuer_text: str | None,
        day: Day | None,
        province: str | None,
    ) -> Agency | None:
        """The body in whose series a code stands: by the issuer's words, else by its letters.

        A post issues in the series of its body. Letters that lower levels share name nobody by
        themselves. None where the owner is unknown or ambiguous.
        """
        if issuer_text is not None:
            found = self.find(issuer_text, day=day, province=province)
            body = None if found else self._groups.without_post(issuer_text)
            found = found or (self.find(body, day=day, province=province) if body else ())
        else:
            place = None if province is None else slug_of(province)
            found = self._central.coded(symbol, day) or self._bodies.coded(symbol, day, place)
        return found[0] if len(found) == 1 else None

    def names(self) -> Iterable[str]:
        """Every name and abbreviation that stands without a province, as printed."""
        return self._stems.standing

    def stems(self) -> Iterable[str]:
        """Names that need a level word or a province after them: "UBND", "Báo", "Công an"."""
        return self._stems.leaning

    def places(self) -> Iterable[str]:
        """Every spelling of a province's name, without level word."""
        return self._stems.places

    def suggest(self, name: str) -> tuple[str, ...]:
        """The nearest known names, or ids for what is written as one, for a finding's remedy."""
        if not _ID.fullmatch(name):
            return self._stems.suggest(name)
        ids = self._ids()
        return tuple(dict.fromkeys(ids[found] for found in nearest(name, ids)))

    def _ids(self) -> dict[str, str]:
        """Every id by itself, and by what it would be if it had followed a change of name."""
        ids: dict[str, str] = {}
        for unit in self._provinces.values():
            for agency in self.agencies_of(unit.id):
                ids[agency.id.replace(slug_of(unit.id), slug(unit.name))] = agency.id
                ids[agency.id] = agency.id
        return ids
