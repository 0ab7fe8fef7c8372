"""Bodies of papers: letters, plans, decisions, notices, reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import exp, log

from benchmarks.archive import prose, tasks
from benchmarks.archive.outside import Known
from benchmarks.archive.prose import Slots
from benchmarks.archive.shelf import PHRASES
from benchmarks.archive.tasks import Task

_MEDIAN, _SPREAD = 1500, 0.6
"""Characters of background: the median, and the deviation of the logarithm."""
_LONG = 0.008
_NO_TASK = 0.15
_MOST_TASKS = 12
_USUAL_TASKS = 3.2
_LONG_DATE = 0.15
_SINGLE, _POINTS = 0.55, 0.87
"""Up to where a draw makes a task of its own, or a heading with points; a group's beyond."""
_AGAIN = 0.35


@dataclass(slots=True)
class Draft:
    """A body as it is being written."""

    slots: Slots
    subject: str
    cited: tuple[Known, ...]
    background: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)

    def add(self, text: str) -> None:
        """One more paragraph."""
        self.paragraphs.append(text)

    def say(self, pattern: str, **given: str) -> None:
        """One more paragraph, from its pattern."""
        self.add(self.slots.fill(pattern, subject=self.subject, **given))

    def one_of(self, patterns: list[str], **given: str) -> None:
        """One more paragraph, from one of the patterns."""
        self.say(self.slots.rng.choice(patterns), **given)


def written(slots: Slots, subject: str, cited: tuple[Known, ...]) -> Draft:
    """The body of a dispatch, with the tasks it gives."""
    draft = Draft(slots, subject, cited)
    draft.background = list(_background(draft))
    _FORMS[slots.it.kind["form"]](draft)
    return draft


def citation(slots: Slots, known: Known) -> str:
    """A document as a paper names it."""
    forms = PHRASES["cite"]
    said = {"type": known.type, "code": known.code, "issuer": known.issuer}
    if known.title:
        return slots.fill(forms["law"], title=known.title, short=prose.short(known.day))
    if slots.rng.random() < _LONG_DATE:
        return slots.fill(forms["long"], **said, long=prose.long(known.day))
    return slots.fill(forms["full"], **said, short=prose.short(known.day))


def _background(draft: Draft) -> Iterator[str]:
    """Paragraphs on how things stand, in which all but the first document are cited."""
    s = draft.slots
    left = exp(s.rng.gauss(log(_MEDIAN), _SPREAD))
    if s.rng.random() < _LONG:
        left = s.rng.uniform(12_000, 28_000)
    further = [
        s.pick(PHRASES["cite"]["sentences"], cited=citation(s, known), about=known.about)
        for known in draft.cited[1:]
    ]
    while left > 0 or further:
        own = [s.fresh(s.it.topic["notes"]), *(_note(s) for _ in range(s.rng.randrange(1, 4)))]
        if further:
            own.append(further.pop(0))
        paragraph = " ".join(own)
        left -= len(paragraph)
        yield paragraph


def _note(s: Slots) -> str:
    return s.fresh(s.it.topic["notes"] if s.rng.random() < 1 / 3 else PHRASES["notes"])


def _opening(draft: Draft) -> None:
    s, forms = draft.slots, PHRASES["openings"]
    if draft.cited:
        first = draft.cited[0]
        draft.one_of(forms["following"], cited=citation(s, first), about=first.about)
    else:
        draft.one_of(forms["alone"])


def _items(draft: Draft, count: int) -> None:
    """Numbered items, until as many tasks are given."""
    s, number = draft.slots, 0
    told = tasks.leads(s)
    while len(draft.tasks) < count:
        number += 1
        lead = told[(number - 1) % len(told)]
        drawn = s.rng.random()
        if drawn < _SINGLE:
            text, task = tasks.single(s, lead, [other for other in told if other != lead])
            draft.add(f"{number}. {text}")
            draft.tasks.append(task)
        elif drawn < _POINTS and count - len(draft.tasks) > 1:
            _points(draft, number, lead, count - len(draft.tasks))
        else:
            text, task = tasks.for_group(s, told[0])
            draft.add(f"{number}. {text}")
            draft.tasks.append(task)


def _points(draft: Draft, number: int, lead: str, count: int) -> None:
    draft.add(f"{number}. {tasks.heading(draft.slots, lead)}")
    for mark in "abcd"[:count]:
        text, task = tasks.point(draft.slots, lead)
        draft.add(f"{mark}) {text}")
        draft.tasks.append(task)


def _count(draft: Draft) -> int:
    rng = draft.slots.rng
    if rng.random() < _NO_TASK:
        return 0
    return min(_MOST_TASKS, 1 + int(rng.expovariate(1 / _USUAL_TASKS)))


def _letter(draft: Draft) -> None:
    for paragraph in draft.background:
        draft.add(paragraph)
    _opening(draft)
    count = _count(draft)
    if not count:
        draft.one_of(PHRASES["notes"])
    _items(draft, count)
    if draft.cited and not draft.cited[0].title and draft.slots.rng.random() < _AGAIN:
        draft.one_of(PHRASES["cite"]["sentences"][:2], cited=_again(draft))
    closing = PHRASES["closings" if draft.slots.it.kind["id"] == "cong-van" else "closings_named"]
    draft.one_of(closing)


def _again(draft: Draft) -> str:
    """The first document once more: by its type where no other of that type is cited."""
    first = draft.cited[0]
    alone = sum(known.type == first.type for known in draft.cited) == 1
    form = PHRASES["cite"]["above" if alone else "again"]
    return draft.slots.fill(form, type=first.type, code=first.code)


def _sections(draft: Draft, section: str) -> None:
    for number, paragraph in enumerate(draft.background, 1):
        draft.add(f"{number}. {draft.slots.fill(section)}")
        draft.add(paragraph)


def _plan(draft: Draft) -> None:
    forms = PHRASES["plan"]
    if draft.cited:
        first = draft.cited[0]
        said = citation(draft.slots, first)
        draft.say(forms["opening_following"], cited=said, about=first.about)
    else:
        draft.say(forms["opening"])
    aims, contents, work = forms["aims"]
    draft.add(aims)
    draft.say("1. " + forms["aim"])
    draft.say("2. " + forms["aim"])
    draft.add(contents)
    _sections(draft, forms["section"])
    draft.add(work)
    _items(draft, max(1, _count(draft)))
    draft.one_of(PHRASES["closings_named"])


def _decision(draft: Draft) -> None:
    s, forms = draft.slots, PHRASES["decision"]
    for known in draft.cited[:1]:
        draft.say(forms["ground"], cited=citation(s, known), about=known.about)
    draft.add(forms["decides"])
    draft.one_of(forms["first"])
    for paragraph in draft.background:
        draft.add(paragraph)
    lead, *helpers = tasks.leads(s)
    text, task = tasks.single(s, lead, helpers or [lead])
    draft.tasks.append(task)
    draft.say(forms["second"], text=text)
    draft.say(forms["force"])
    draft.say(forms["executes"], lead=lead)


def _notice(draft: Draft) -> None:
    draft.say(PHRASES["notice"]["opening"], short=prose.short(draft.slots.it.day))
    for known in draft.cited[:1]:
        said = citation(draft.slots, known)
        draft.one_of(PHRASES["cite"]["sentences"], cited=said, about=known.about)
    for paragraph in draft.background:
        draft.add(paragraph)
    _items(draft, _count(draft))
    draft.one_of(PHRASES["closings_named"])


def _report(draft: Draft) -> None:
    forms = PHRASES["report"]
    for known in draft.cited[:1]:
        said = citation(draft.slots, known)
        draft.say(forms["following"], cited=said, about=known.about)
    _sections(draft, forms["section"])
    draft.one_of(PHRASES["closings_upward"])


_FORMS: dict[str, Callable[[Draft], None]] = {
    "letter": _letter,
    "plan": _plan,
    "decision": _decision,
    "notice": _notice,
    "report": _report,
}
