"""Tasks as papers give them, with what a careful reader sees in each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from benchmarks.archive import prose
from benchmarks.archive.prose import Slots
from benchmarks.archive.shelf import PHRASES, PLACES

_QUOTED = 12
"""Words of a task's sentence by which it is known."""
_WITHOUT_TERM = 0.45
_REPEATED = 0.12
_VIA = 0.15
_REMARK = 0.4
_LAST_MONTHS = {1: 3, 2: 6, 3: 9, 4: 12}
_LAST_DAYS = {3: 31, 6: 30, 9: 30, 12: 31}


@dataclass(frozen=True, slots=True)
class Task:
    """One task, in the terms of `congvan parse`."""

    lead: str
    quote: str
    with_: tuple[str, ...] = ()
    due: str | None = None
    repeat: str | None = None
    phrase: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """By when or how often, as printed and as meant."""

    text: str = ""
    due: str | None = None
    repeat: str | None = None
    phrase: str | None = None


def single(s: Slots, lead: str, helpers: list[str]) -> tuple[str, Task]:
    """A sentence that gives one agency a task, mostly with others to help."""
    term = _term(s)
    patterns = PHRASES["tasks"]["single"]
    pattern: str = s.rng.choice([p for p in patterns if helpers or "{with}" not in p])
    with_ = helpers[: 1 + s.rng.randrange(2)] if "{with}" in pattern else []
    text = s.fill(pattern, lead=lead, **_duty(s), term=term.text, **_joined(with_))
    return _remarked(s, text), _task(lead, text, term, with_=tuple(with_))


def for_group(s: Slots, via: str) -> tuple[str, Task]:
    """A sentence that gives a group of agencies a task, sometimes answered through one of them."""
    groups = PHRASES["groups"]
    group: str = s.rng.choice(groups["after" if s.it.day >= groups["since"] else "before"])
    if s.rng.random() >= _VIA:
        term = _term(s)
        text = s.fill(PHRASES["tasks"]["group"], group=group, **_duty(s), term=term.text)
        return _remarked(s, text), _task(group, text, term)
    day = s.it.day + timedelta(days=s.rng.randrange(5, 90))
    given = {"group": group, "via": via, "short": prose.short(day)}
    text = s.fill(PHRASES["tasks"]["via"], **given, **_duty(s))
    term = Term(due=day.isoformat(), phrase=text.rpartition(")")[2].strip(" ."))
    return text, _task(group, text, term, via=via)


def heading(s: Slots, lead: str) -> str:
    """A line that names who the points below it are for."""
    return s.pick(PHRASES["tasks"]["heading"], lead=lead)


def point(s: Slots, lead: str) -> tuple[str, Task]:
    """A point below a heading, which gives its task to the agency named there."""
    term = _term(s)
    text = s.fill(PHRASES["tasks"]["point"], **_duty(s), term=term.text)
    return text, _task(lead, text, term)


def leads(s: Slots) -> list[str]:
    """Who can be told in a paper of this topic, those first who are told first."""
    names, topic = s.it.era.names, s.it.topic
    kinds = [kind for kind in (*topic["lead"], *topic["with"]) if kind in names]
    found = [names[kind] for kind in kinds if names[kind] != s.it.issuer]
    if s.it.era.province.id.startswith(PLACES["province"]):
        found.append(f"{PLACES['districts']['word']} {prose.named_place(s.rng, s.it.day)}")
    return list(dict.fromkeys(found)) or [names["ubnd"]]


def _duty(s: Slots) -> dict[str, str]:
    duty = s.fresh(s.it.topic["duties"])
    return {"do": duty, "Do": prose.capital(duty)}


def _joined(with_: list[str]) -> dict[str, str]:
    return {"with": ", ".join(with_)} if with_ else {}


def _remarked(s: Slots, text: str) -> str:
    return text + s.pick(PHRASES["tasks"]["after"]) if s.rng.random() < _REMARK else text


def _task(lead: str, text: str, term: Term, **more: Any) -> Task:
    said = text.removeprefix(f"{lead}: ")  # a name before a colon is a heading of the task
    quote = " ".join(said.split()[:_QUOTED])
    return Task(lead, quote, due=term.due, repeat=term.repeat, phrase=term.phrase, **more)


def _term(s: Slots) -> Term:
    drawn = s.rng.random()
    if drawn < _WITHOUT_TERM:
        return Term()
    if drawn < _WITHOUT_TERM + _REPEATED:
        often = s.rng.choice(PHRASES["repeats"])
        return Term(s.fill(often["text"]), repeat=often["repeat"], phrase=often["repeat"])
    day = s.it.day + timedelta(days=s.rng.randrange(5, 150))
    form = s.rng.choice(PHRASES["terms"])
    said = {
        "short": prose.short(day),
        "long": prose.long(day).partition(" ")[2],
        "month": prose.month(day),
        "quarter": prose.quarter(day),
    }
    quarter_ends = _LAST_MONTHS[(day.month + 2) // 3]
    due = {
        "day": day.isoformat(),
        "month": day.isoformat()[:7],
        "quarter": f"{day.year}-{quarter_ends:02d}-{_LAST_DAYS[quarter_ends]}",
    }
    return Term(
        s.fill(form["text"], **said), due[form["due"]], None, s.fill(form["phrase"], **said)
    )
