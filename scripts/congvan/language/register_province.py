"""The bodies of provinces: made when first asked for, a whole cluster of mergers at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day

from congvan.language.register_data import Kind, kinds, slug_of
from congvan.language.register_generate import Body, bodies
from congvan.language.register_groups import GroupRule
from congvan.language.register_index import Index, index
from congvan.language.register_names import Places, Reading, key, near
from congvan.language.register_own import Own
from congvan.model.agency import Agency, Province
from congvan.model.symbol import Symbol


def as_of(agencies: Iterable[Agency], day: Day | None) -> tuple[Agency, ...]:
    """Those alive on the day; where none is, those about to be or just gone; all for no day."""
    every = tuple(agencies)
    living = every if day is None else tuple(a for a in every if a.existed_on(day))
    return living or tuple(a for a in every if near(day, a.born, a.died))


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Provinces that merge into one another, with all their bodies."""

    agencies: Mapping[str, Agency]
    kinds: Mapping[str, Kind]
    """By agency id; bodies of the archive's own register have none."""
    index: Mapping[str, Index]
    """By the first part of a province's ids."""


class ProvinceBodies:
    """The bodies of every province."""

    def __init__(self, provinces: Mapping[str, Province], places: Places, own: Own) -> None:
        self._provinces = provinces
        self._places = places
        self._own = own
        self._members = _clusters(provinces.values())
        self._made: dict[str, _Cluster] = {}
        self._groups: dict[tuple[GroupRule, Day, str], tuple[str, ...]] = {}

    def get(self, id_: str) -> Agency | None:
        """The body of that id, None where there is none."""
        owned = self._own.province(id_)
        slug = slug_of(owned) if owned else self._slug(slug_of(id_))
        return None if slug is None else self._cluster(slug).agencies.get(id_)

    def of(self, province: Province) -> tuple[Agency, ...]:
        """Every body of the unit."""
        agencies = self._cluster(slug_of(province.id)).agencies.values()
        return tuple(a for a in agencies if a.province == province.id)

    def find(self, name: str, day: Day | None, province: str | None) -> tuple[Agency, ...]:
        """The bodies a name stands for about a day, in the province it prints or the one given."""
        for reading in self._places.readings(key(name)):
            slug = self._places.named(reading.place, day) if reading.place else province
            found = () if slug is None else self._read(reading, slug, day)
            if found:
                return found
        return ()

    def coded(self, symbol: Symbol, day: Day | None, province: str | None) -> tuple[Agency, ...]:
        """The bodies that alone write the code's letters in the province about a day."""
        if province is None or not symbol.bodies:
            return ()
        cluster = self._cluster(province)
        letters = symbol.bodies[0].replace("&", "").replace("-", "")
        writers = (
            agency
            for agency in _in(cluster, province)
            if (kind := cluster.kinds.get(agency.id)) is not None
            and letters in kind.codes
            and not kind.shared_code
        )
        return as_of(writers, day)

    def members(self, rule: GroupRule, day: Day | None, province: str) -> tuple[str, ...]:
        """The ids of a group's members in the province on the day, as far as they are known."""
        if day is None or (rule.province is not None and slug_of(rule.province) != province):
            return ()
        known = self._groups.get((rule, day, province))
        if known is None:
            cluster = self._cluster(province)
            known = self._groups[rule, day, province] = tuple(
                agency.id
                for agency in _in(cluster, province)
                if agency.existed_on(day) and self._belongs(agency, cluster, rule)
            )
        return known

    def _belongs(self, agency: Agency, cluster: _Cluster, rule: GroupRule) -> bool:
        if agency.id in rule.agencies:
            return True
        kind = cluster.kinds.get(agency.id)
        if kind is None:
            return agency.kind in (*rule.families, *rule.kinds)
        certain = not kind.optional or self._own.confirms(agency.id)
        return certain and (kind.family in rule.families or kind.id in rule.kinds)

    def _read(self, reading: Reading, slug: str, day: Day | None) -> tuple[Agency, ...]:
        if reading.level and not self._places.had_level(slug, reading.level, day):
            return ()
        cluster = self._cluster(slug)
        entries = cluster.index[slug].get(reading.base, ())
        ids = dict.fromkeys(e.agency for e in entries if e.satisfied(reading))
        return as_of((cluster.agencies[id_] for id_ in ids), day)

    def _slug(self, undated: str) -> str | None:
        """The first part of the province's ids with which an undated id ends."""
        words = undated.split("-")
        ends = ("-".join(words[start:]) for start in range(1, len(words)))
        return next((end for end in ends if end in self._members), None)

    def _cluster(self, slug: str) -> _Cluster:
        cluster = self._made.get(slug)
        if cluster is None:
            members = self._members[slug]
            cluster = _make(members, self._own)
            self._made.update((slug_of(p.id), cluster) for p in members)
        return cluster


def _in(cluster: _Cluster, province: str) -> Iterator[Agency]:
    return (a for a in cluster.agencies.values() if a.province and slug_of(a.province) == province)


def _make(members: tuple[Province, ...], own: Own) -> _Cluster:
    made = bodies(members, kinds(), own.corrected)
    slugs = tuple(dict.fromkeys(slug_of(p.id) for p in members))
    extra = [agency for slug in slugs for agency in own.of_province(slug)]
    agencies = own.linked((*(body.agency for body in made), *extra))
    return _Cluster(
        agencies={agency.id: agency for agency in agencies},
        kinds={body.agency.id: body.kind for body in made},
        index={slug: _index(slug, made, agencies, own) for slug in slugs},
    )


def _index(slug: str, made: Iterable[Body], agencies: Iterable[Agency], own: Own) -> Index:
    here = (a for a in agencies if a.province and slug_of(a.province) == slug)
    spellings = ((a.id, name) for a in here for name in own.spellings(a.id))
    return index((b for b in made if slug_of(b.province.id) == slug), spellings, kinds())


def _clusters(provinces: Iterable[Province]) -> dict[str, tuple[Province, ...]]:
    """By the first part of a unit's ids: the units that merge into one, itself included."""
    units = tuple(provinces)
    heir = {old: unit.id for unit in units for old in unit.merged_from}
    grouped: dict[str, list[Province]] = {}
    for unit in units:
        grouped.setdefault(heir.get(unit.id, unit.id), []).append(unit)
    return {slug_of(u.id): tuple(group) for group in grouped.values() for u in group}
