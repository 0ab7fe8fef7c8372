"""Parties: the bodies and groups that addressees, leads and mentions name on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day

from congvan.language.register import Register
from congvan.model.assignment import Assignment, Deadline
from congvan.model.citation import Mention
from congvan.model.dispatch import Dispatch, StatedTask
from congvan.model.document import Task
from congvan.model.link import AgencyLink, Party
from congvan.model.recognised import Recognised


@dataclass(frozen=True, slots=True)
class Names:
    """Names as one dispatch means them: on its day, in its province."""

    register: Register
    day: Day | None
    province: str | None

    @classmethod
    def of(cls, dispatch: Dispatch, register: Register) -> Names:
        """Those of a dispatch: its date's first day, its issuer's province."""
        day = dispatch.date.earliest if dispatch.date else None
        return cls(register, day, province_of(dispatch, register))

    def party(self, printed: str, name: str | None = None, line: int | None = None) -> Party:
        """The one body or group of the name; neither where there is none, or more than one."""
        wanted = name or printed
        full = None if wanted == printed else wanted
        found = self.register.find(wanted, day=self.day, province=self.province)
        if len(found) == 1:
            return Party(printed, agency=found[0].id, name=full, line=line)
        group = self.register.find_group(wanted, day=self.day, province=self.province)
        return Party(printed, group=group.id if group else None, name=full, line=line)

    def parties(self, lines: Iterable[str]) -> tuple[Party, ...]:
        """Those of printed addressee lines; a line that names several gives several."""
        return tuple(
            self.party(_printed(name, line), name, index)
            for index, line in enumerate(lines)
            for name in self.register.split(line)
        )


def province_of(dispatch: Dispatch, register: Register) -> str | None:
    """The id of its issuer's province; None for a central issuer and for an unknown one, which
    reading has told the clerk of."""
    try:
        province = register.province_of(dispatch.issuer)
    except KeyError:
        return None
    return province.id if province else None


def agency_links(recognised: Recognised, names: Names) -> tuple[AgencyLink, ...]:
    """Every mention in subject and body with the party it means."""
    return tuple(_agency_link(mention, names) for mention in recognised.seen.mentions)


def tasks_of(recognised: Recognised, names: Names) -> tuple[Task, ...]:
    """The tasks a clerk stated, or else those recognised, in order."""
    dispatch = recognised.dispatch
    if dispatch.tasks is not None:
        return tuple(_stated(dispatch.id, n, t, names) for n, t in enumerate(dispatch.tasks, 1))
    seen = recognised.seen.assignments
    return tuple(_recognised(dispatch.id, n, a, names) for n, a in enumerate(seen, 1))


def _agency_link(mention: Mention, names: Names) -> AgencyLink:
    return AgencyLink(mention, names.party(" ".join(mention.quote.split()), mention.name))


def _recognised(document: str, ordinal: int, assignment: Assignment, names: Names) -> Task:
    return Task(
        document=document,
        ordinal=ordinal,
        lead=tuple(names.party(name) for name in assignment.lead),
        with_=tuple(names.party(name) for name in assignment.with_),
        text=assignment.text,
        anchor=assignment.anchor,
        deadline=assignment.deadline,
        via=names.party(assignment.via) if assignment.via else None,
    )


def _stated(document: str, ordinal: int, task: StatedTask, names: Names) -> Task:
    timed = task.due or task.phrase or task.repeat
    deadline = Deadline(task.phrase or "", task.when or "", task.due, task.repeat)
    return Task(
        document=document,
        ordinal=ordinal,
        lead=tuple(names.party(name) for name in task.lead),
        with_=tuple(names.party(name) for name in task.with_),
        text=task.text,
        anchor=None,
        deadline=deadline if timed else None,
        via=names.party(task.via) if task.via else None,
        stated=True,
    )


def _printed(name: str, line: str) -> str:
    """The longest run of the name's words that stands in the line.

    In a list under a common head ("Các Hội: Nhà báo, …") that is the name without its head.
    """
    words = name.split()
    runs = (
        " ".join(words[start : start + length])
        for length in range(len(words), 0, -1)
        for start in range(len(words) - length + 1)
    )
    return next((run for run in runs if run in line), line)
