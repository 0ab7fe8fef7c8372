"""The bodies of a province, made from the kinds by rule.

A body lives while an edition of its kind and its province do. Its id is the kind's slug and the
province's name; a later body of the same name carries the year it began, and where an earlier one
began in that year too, the month ("so-xay-dung-dak-lak", "…-2025", "…-2025-07").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from datetime import timedelta

from congvan.language.register_data import Edition, Heir, Kind, Kinds, slug_of
from congvan.model.agency import Agency, DatedName, Province, ProvinceName, Succession

_NEXT_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Body:
    """A generated agency with the kind and the province it was made from."""

    agency: Agency
    kind: Kind
    edition: Edition
    province: Province

    def lives(self, day: Day) -> bool:
        """Whether it existed on `day`."""
        return self.agency.existed_on(day)


def bodies(
    cluster: Sequence[Province], kinds: Kinds, corrected: Callable[[Agency], Agency]
) -> tuple[Body, ...]:
    """All bodies of provinces that merge into one another, linked both ways.

    In: every province of the cluster, so that no successor lies outside it, and what an archive
    knows better of a body that has its id.
    """
    drafts = [body for province in cluster for body in _drafts(province, kinds)]
    named = [replace(b, agency=corrected(b.agency)) for b in _identified(drafts)]
    by_kind: dict[tuple[str, str], list[Body]] = {}
    for body in named:
        by_kind.setdefault((body.province.id, body.kind.id), []).append(body)
    merged_into = {old: new.id for new in cluster for old in new.merged_from}
    return _linked(named, _Kin(by_kind, merged_into, kinds.merger_basis))


def spelled(pattern: str, phase: ProvinceName, kinds: Kinds, base: str = "") -> str:
    """A pattern of names or slugs filled in for a province's name and level."""
    words = kinds.words[phase.level]
    return pattern.format(
        base=base.format(**words, place=phase.name),
        province=phase.full_name,
        place=phase.name,
        **words,
    )


@dataclass(frozen=True, slots=True)
class _Kin:
    """Who takes over from whom within a cluster."""

    by_kind: Mapping[tuple[str, str], list[Body]]
    merged_into: Mapping[str, str]
    merger_basis: str

    def living(self, province: str, kind: str, day: Day) -> Body | None:
        """The body of that kind on that day in the province or in the one it merged into."""
        found = (b for b in self.by_kind.get((province, kind), ()) if b.lives(day))
        merged = self.merged_into.get(province)
        return next(found, None) or (self.living(merged, kind, day) if merged else None)

    def successions(self, body: Body) -> Iterator[Succession]:
        """What follows when the body ends, in the order of the data."""
        died, province = body.agency.died, body.province
        if died is None:
            return
        if died != province.died or body.edition.until == died:
            for heir in body.edition.heirs:
                yield from self._inherited(body, heir, heir.since or died + _NEXT_DAY)
            return
        same = Heir((body.kind.id, *body.kind.instead), "merged", basis=self.merger_basis)
        yield from self._inherited(body, same, died + _NEXT_DAY)

    def _inherited(self, body: Body, heir: Heir, since: Day) -> Iterator[Succession]:
        found = (self.living(body.province.id, kind, since) for kind in heir.to)
        target = next((b for b in found if b is not None), None)
        if target is not None:
            yield Succession(target.agency.id, heir.how, since, heir.function, heir.basis)

    def parent(self, body: Body) -> str | None:
        """The parent at the end of the body's life, or today's."""
        last = body.agency.died or Day.max
        kinds = [kind for since, kind in body.kind.parents if since <= last]
        above = self.by_kind.get((body.province.id, kinds[-1]), ()) if kinds else ()
        return next((b.agency.id for b in above if b.lives(last)), None)


def _drafts(province: Province, kinds: Kinds) -> Iterator[Body]:
    for kind in kinds.kinds:
        if slug_of(province.id) in kind.absent:
            continue
        for general in kind.editions:
            edition = _as_known(general, kind, province, kinds)
            born = _latest(edition.since, province.born)
            died = _earliest(edition.until, province.died)
            if born is None or died is None or born <= died:
                source = _source(edition, province, born, died) or kinds.unbounded
                agency = _agency(kind, province, born, died, source, kinds)
                yield Body(agency, kind, edition, province)


def _source(edition: Edition, province: Province, born: Day | None, died: Day | None) -> str | None:
    """Where the ends of a life are known from: the kind's edition, the province, or both."""
    ends = ((born, edition.since), (died, edition.until))
    known = (edition.source if end == of_kind else province.source for end, of_kind in ends if end)
    return "; ".join(dict.fromkeys(source for source in known if source)) or None


def _as_known(edition: Edition, kind: Kind, province: Province, kinds: Kinds) -> Edition:
    known = kinds.exceptions.get((kind.id, province.id))
    if known is None:
        return edition
    return replace(
        edition,
        since=known.since or edition.since,
        until=known.until or edition.until,
        source=known.source,
    )


def _agency(
    kind: Kind,
    province: Province,
    born: Day | None,
    died: Day | None,
    source: str,
    kinds: Kinds,
) -> Agency:
    """A body whose id is still the undated one and whose kin are still unknown."""
    phases = _phases(province, born, died)
    names = tuple(
        DatedName(
            name=spelled(kind.name, phase, kinds, kind.bases[0]),
            short=spelled(kind.short, phase, kinds, kind.bases[0]),
            since=phase.since,
            until=phase.until,
        )
        for phase in phases
    )
    return Agency(
        id=f"{spelled(kind.slug, phases[0], kinds)}-{slug_of(province.id)}",
        name=names[-1].name,
        short=names[-1].short,
        kind=kind.id,
        province=province.id,
        born=born,
        died=died,
        names=tuple(spelled(n, phases[-1], kinds) for n in (*kind.bases[1:], *kind.abbreviations)),
        source=source,
        dated_names=names if len(names) > 1 else (),
    )


def _phases(province: Province, born: Day | None, died: Day | None) -> tuple[ProvinceName, ...]:
    """The province's names during a life, their periods cut to it."""
    cut = (
        replace(p, since=_latest(p.since, born), until=_earliest(p.until, died))
        for p in province.phases
    )
    return tuple(p for p in cut if p.since is None or p.until is None or p.since <= p.until)


def _identified(drafts: Iterable[Body]) -> tuple[Body, ...]:
    """The same bodies with ids of their own, first come first undated."""
    taken: set[str] = set()
    ordered = sorted(drafts, key=lambda b: b.agency.born or Day.min)
    return tuple(replace(b, agency=replace(b.agency, id=_mint(b.agency, taken))) for b in ordered)


def _mint(agency: Agency, taken: set[str]) -> str:
    born = agency.born or Day.min
    dates = ("", f"-{born:%Y}", f"-{born:%Y-%m}", f"-{born:%Y-%m-%d}")
    id_ = next(agency.id + date for date in dates if agency.id + date not in taken)
    taken.add(id_)
    return id_


def _linked(named: Sequence[Body], kin: _Kin) -> tuple[Body, ...]:
    after = {body.agency.id: tuple(kin.successions(body)) for body in named}
    before: dict[str, list[str]] = {}
    for id_, successions in after.items():
        for succession in successions:
            before.setdefault(succession.successor, []).append(id_)
    return tuple(
        replace(
            body,
            agency=replace(
                body.agency,
                parent=kin.parent(body),
                successors=after[body.agency.id],
                predecessors=tuple(before.get(body.agency.id, ())),
            ),
        )
        for body in named
    )


def _latest(one: Day | None, other: Day | None) -> Day | None:
    return max((day for day in (one, other) if day is not None), default=None)


def _earliest(one: Day | None, other: Day | None) -> Day | None:
    return min((day for day in (one, other) if day is not None), default=None)
