"""The one place where what may be published is parted from all else."""

from __future__ import annotations

from dataclasses import replace

from congvan.model.dispatch import Dispatch
from congvan.model.prepared import Publicity
from congvan.model.sources import Publishable, Sources
from congvan.read.publishing import PUBLIC, WITHDRAWN, awaits_approval


def part(dispatch: Dispatch) -> tuple[Publicity, Dispatch]:
    """What may be known of one dispatch, and what of it goes on: all of a public one, names, time
    and reason of a withdrawn one, of a hidden one what tells it from others in the same archive."""
    if dispatch.access != PUBLIC or awaits_approval(dispatch):
        why = Publicity.HIDDEN if dispatch.access != PUBLIC else Publicity.WAITING
        kept = replace(_emptied(dispatch), implements=dispatch.implements, marks=dispatch.marks)
        return why, kept
    if dispatch.status == WITHDRAWN:
        return Publicity.WITHDRAWN, replace(_emptied(dispatch), marks=dispatch.marks)
    return Publicity.PUBLIC, dispatch


def separate(sources: Sources) -> Publishable:
    """What may be published: public dispatches whole, withdrawn ones as a tombstone needs them.

    Internal dispatches and those that await approval are left out entirely, and with them every
    reference to them by id: nothing of what follows may know that they exist.
    """
    public = [d for d in sources.dispatches if d.access == PUBLIC and not awaits_approval(d)]
    hidden = frozenset(d.id for d in sources.dispatches) - frozenset(d.id for d in public)
    return Publishable(
        dispatches=tuple(without(d, hidden) for d in public if d.status != WITHDRAWN),
        withdrawn=tuple(_emptied(d) for d in public if d.status == WITHDRAWN),
    )


def without(dispatch: Dispatch, hidden: frozenset[str]) -> Dispatch:
    """A dispatch that refers to no hidden document by id."""
    return replace(
        dispatch,
        implements=_kept(dispatch.implements, hidden),
        relations=None
        if dispatch.relations is None
        else tuple(r for r in dispatch.relations if r.document not in hidden),
        links=tuple(link for link in dispatch.links if link.target not in hidden),
    )


def _kept(ids: tuple[str, ...] | None, hidden: frozenset[str]) -> tuple[str, ...] | None:
    return None if ids is None else tuple(id_ for id_ in ids if id_ not in hidden)


def _emptied(dispatch: Dispatch) -> Dispatch:
    """What is left of a withdrawn document: names, time, reason; nothing of its text."""
    return Dispatch(
        id=dispatch.id,
        path=dispatch.path,
        type=dispatch.type,
        issuer=dispatch.issuer,
        body="",
        number=dispatch.number,
        symbol=dispatch.symbol,
        organ=dispatch.organ,
        date=dispatch.date,
        access=dispatch.access,
        status=dispatch.status,
        published=dispatch.published,
        corrections=dispatch.corrections,
        key_note=dispatch.key_note,
        slug=dispatch.slug,
        aliases=dispatch.aliases,
        sha256=dispatch.sha256,
    )
