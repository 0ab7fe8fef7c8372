"""`dispatches/agencies.yml`: the archive's own bodies, lives and groups over the national ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day
from pathlib import Path

from congvan.language import calendar, fields, register, register_data
from congvan.language.register import Register
from congvan.model.agency import Agency, OwnAgency, OwnGroup, OwnRegister
from congvan.model.finding import Finding, Place
from congvan.model.partial_date import PartialDate
from congvan.read.front_matter import Yaml, compose
from congvan.read.limits import nearest_of
from congvan.read.nodes import marks, read_value
from congvan.read.places import FOLDER
from congvan.read.shapes import record_of
from congvan.read.text import read_text

NAME = "agencies.yml"


@dataclass(frozen=True, slots=True)
class _Checked:
    """The file's register with what its rules are checked against."""

    own: OwnRegister
    places: Mapping[str, Place]
    national: Register
    whole: Register
    """The national register with the file over it: what ids may name."""

    def place(self, key: str) -> Place:
        return self.places.get(key) or self.places[""]


def register_file(root: Path) -> tuple[OwnRegister | None, tuple[Finding, ...]]:
    """The archive's own register and every finding about it; None where there is no file.

    In: the archive's root. A file that cannot be read gives an empty register and the reason.
    """
    path = root / FOLDER / NAME
    if not path.exists():
        return None, ()
    name = f"{FOLDER}/{NAME}"
    text, findings = read_text(path, name)
    if text is None:
        return OwnRegister(), findings
    own, places, more = _parsed(Yaml(name, text, fields.FORMS["agencies"]))
    checked = _Checked(own, places, register.load(), register.load(_distinct(own)))
    return _distinct(own), (*findings, *more, *_rules(checked))


def _parsed(source: Yaml) -> tuple[OwnRegister, Mapping[str, Place], list[Finding]]:
    node, findings = compose(source)
    kept = list(findings)
    if node is None:
        return OwnRegister(), {"": Place(source.file)}, kept
    reading = read_value(record_of(OwnRegister), node, "", source)
    own: OwnRegister | None = None
    while True:
        try:
            kept.append(next(reading))
        except StopIteration as end:
            own = end.value
            break
    return own or OwnRegister(), dict(marks(node, source)), kept


def _distinct(own: OwnRegister) -> OwnRegister:
    """Each id once, the first that stands in the file."""
    first = {entry.id: entry for entry in reversed(own.agencies)}
    return OwnRegister(tuple(e for e in own.agencies if first[e.id] is e), own.groups)


def _rules(checked: _Checked) -> Iterator[Finding]:
    seen: dict[str, Place] = {}
    for index, entry in enumerate(checked.own.agencies):
        key = f"agencies.{index}"
        place = checked.place(f"{key}.id")
        if entry.id in seen:
            yield Finding("agency-repeated", place, entry.id, {"first": str(seen[entry.id].line)})
        seen.setdefault(entry.id, place)
        yield from _entry(entry, key, checked)
    for index, group in enumerate(checked.own.groups):
        yield from _group(group, f"groups.{index}", checked)


def _entry(entry: OwnAgency, key: str, checked: _Checked) -> Iterator[Finding]:
    if entry.province is None:
        yield from _known(entry.id, f"{key}.id", checked, checked.national)
    else:
        yield from _own(entry, entry.province, key, checked)
    if entry.parent is not None:
        yield from _known(entry.parent, f"{key}.parent", checked, checked.whole)
    for number, heir in enumerate(entry.successors):
        place = f"{key}.successors.{number}.to"
        yield from _known(heir.to, place, checked, checked.whole)
        if heir.to == entry.id:
            yield Finding("successor-itself", checked.place(place), heir.to)
    yield from _life(entry, key, checked)


def _own(entry: OwnAgency, province: str, key: str, checked: _Checked) -> Iterator[Finding]:
    place = checked.place(f"{key}.id")
    national = _agency(entry.id, checked.national)
    if national is not None:
        yield Finding("agency-already-known", place, entry.id, {"name": national.name})
    if entry.name is None:
        yield Finding("agency-unnamed", place, entry.id)
    yield from _province(province, f"{key}.province", checked)
    slug = register_data.slug_of(province)
    if not register_data.slug_of(entry.id).endswith(f"-{slug}"):
        example = f"{entry.id}-{slug}"
        yield Finding("id-without-province", place, entry.id, {"example": example})
    kinds = {name for kind in register_data.kinds().kinds for name in (kind.id, kind.family)}
    if entry.kind is not None and entry.kind not in kinds:
        values = {"key": "kind", "nearest": nearest_of(entry.kind, kinds)}
        values["choices"] = ", ".join(sorted({k.family for k in register_data.kinds().kinds}))
        yield Finding("unknown-value", checked.place(f"{key}.kind"), entry.kind, values)


def _group(group: OwnGroup, key: str, checked: _Checked) -> Iterator[Finding]:
    if group.province is not None:
        yield from _province(group.province, f"{key}.province", checked)
    for number, member in enumerate(group.members):
        yield from _known(member, f"{key}.members.{number}", checked, checked.whole)
    yield from _backwards(group.id, group.since, group.until, checked.place(f"{key}.until"))


def _known(id_: str, key: str, checked: _Checked, within: Register) -> Iterator[Finding]:
    if _agency(id_, within) is None:
        nearest = ", ".join(within.suggest(id_))
        yield Finding("unknown-agency", checked.place(key), id_, {"nearest": nearest})


def _province(id_: str, key: str, checked: _Checked) -> Iterator[Finding]:
    provinces = register_data.provinces()
    if id_ not in provinces:
        nearest = nearest_of(id_, provinces)
        yield Finding("unknown-province", checked.place(key), id_, {"nearest": nearest})


def _life(entry: OwnAgency, key: str, checked: _Checked) -> Iterator[Finding]:
    yield from _backwards(entry.id, entry.since, entry.until, checked.place(f"{key}.until"))
    agency = _agency(entry.id, checked.whole)
    province = register_data.provinces().get((agency and agency.province) or "")
    if province is None:
        return
    for name, day in (("since", entry.since), ("until", entry.until)):
        if day is not None and not province.existed_on(day):
            values = {"province": province.full_name, "life": _period(province.born, province.died)}
            yield Finding("life-outside-province", checked.place(f"{key}.{name}"), entry.id, values)


def _backwards(id_: str, since: Day | None, until: Day | None, place: Place) -> Iterator[Finding]:
    if since is not None and until is not None and until < since:
        values = {"since": _said(since), "until": _said(until)}
        yield Finding("life-backwards", place, id_, values)


def _agency(id_: str, within: Register) -> Agency | None:
    try:
        return within.agency(id_)
    except KeyError:
        return None


def _said(day: Day) -> str:
    return calendar.say(PartialDate.parse(day.isoformat()))


def _period(since: Day | None, until: Day | None) -> str:
    written = "/".join(day.isoformat() if day else ".." for day in (since, until))
    return calendar.say(PartialDate.parse(written))
