"""A whole dispatch: all that its front matter, its text and the record of facts are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta

from benchmarks.archive import body, prose
from benchmarks.archive.chance import chance
from benchmarks.archive.citing import cited_by
from benchmarks.archive.identity import Identity, Recipe, identity
from benchmarks.archive.outside import Known
from benchmarks.archive.prose import Slots
from benchmarks.archive.shelf import PHRASES
from benchmarks.archive.tasks import Task, leads
from congvan.language import slugs
from congvan.model.dispatch import Signer
from congvan.model.symbol import Symbol

_MARKED = 0.5
_SIGNERS = 4
_TERM = 5


@dataclass(frozen=True, slots=True)
class Paper:
    """Dispatch i, whole."""

    identity: Identity
    subject: str
    paragraphs: tuple[str, ...]
    to: tuple[str, ...]
    copies: tuple[str, ...]
    signer: Signer
    published: Day
    cited: tuple[Known, ...]
    tasks: tuple[Task, ...]

    @property
    def slug(self) -> str:
        """The last part of its address."""
        it = self.identity
        symbol = Symbol.of(it.number, it.symbol)
        return slugs.document_slug(symbol, it.symbol, it.kind["id"], it.id)

    @property
    def folder(self) -> str:
        """Where it lies, below `dispatches/` and below `van-ban/`."""
        return f"{self.identity.agency.id}/{self.identity.day.year}"


def paper(recipe: Recipe, index: int) -> Paper:
    """Dispatch i of an archive, from the seed and i alone."""
    it = identity(recipe, index)
    rng = chance(recipe.seed, index, "paper")
    s = prose.slots(rng, it)
    subject = prose.subject(recipe, it)
    cited = cited_by(recipe, it, rng)
    text = body.written(s, subject, cited)
    to = _to(s, text.tasks)
    return Paper(
        identity=it,
        subject=subject,
        paragraphs=tuple(text.paragraphs),
        to=to,
        copies=_copies(s, bool(to)),
        signer=_signer(recipe, s),
        published=it.day + timedelta(days=rng.randrange(1, 10)),
        cited=cited,
        tasks=tuple(text.tasks),
    )


def _to(s: Slots, tasks: list[Task]) -> tuple[str, ...]:
    kind = s.it.kind["id"]
    if kind in PHRASES["addressed"]:
        return (s.pick(PHRASES["addressed"][kind]),)
    if kind != "cong-van":
        return ()
    told = tuple(dict.fromkeys(prose.capital(task.lead) for task in tasks))
    return told or (leads(s)[-1],)


def _copies(s: Slots, addressed: bool) -> tuple[str, ...]:
    forms = PHRASES["copies"]
    as_above, *others = (s.fill(line) for line in forms["letter"])
    kept = sorted(s.rng.sample(range(len(others)), s.rng.randrange(1, 6)))
    room = s.it.symbol.rpartition("-")[2] if "letters" not in s.it.kind else s.it.topic["unit"]
    initial = prose.person(s.rng).rpartition(" ")[2][0]
    filed = s.fill(
        forms["mark" if s.rng.random() < _MARKED else "filed"], room=room, initial=initial
    )
    return (*([as_above] if addressed else []), *(others[n] for n in kept), filed)


def _signer(recipe: Recipe, s: Slots) -> Signer:
    """One of the few who sign for a body in a term."""
    it, place = s.it, s.rng.randrange(_SIGNERS)
    forms = PHRASES["signatures"][it.issuing]
    form = forms[place % len(forms)]
    name = prose.person(chance(recipe.seed, it.agency.id, it.day.year // _TERM, place))
    return Signer(tuple(form["authority"]), form["title"], name)
