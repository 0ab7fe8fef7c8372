"""Rules on what may be published: approved, in order of time, consented to, not internal."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.language import calendar
from congvan.language.party import is_party
from congvan.language.register import Register
from congvan.model.dispatch import Dispatch
from congvan.model.finding import Finding
from congvan.read.places import of_key

PUBLIC = "public"
INTERNAL = "internal"
WITHDRAWN = "withdrawn"


def awaits_approval(dispatch: Dispatch) -> bool:
    """Whether nobody has decided yet that a public document is published."""
    undecided = not any(
        getattr(dispatch, key) is not None or key in dispatch.marks
        for key in ("published", "approved_by")
    )
    return undecided and dispatch.access == PUBLIC and dispatch.status != WITHDRAWN


def publishing_faults(
    dispatch: Dispatch, register: Register, *, internal: bool
) -> Iterator[Finding]:
    """What forbids publishing, and contradictions between the keys that say so.

    `internal` says that the file is in the staff's own root, where internal papers belong.
    """
    if dispatch.access == INTERNAL:
        yield from _internal(dispatch, internal=internal)
    elif dispatch.status != WITHDRAWN:
        yield from _approved(dispatch)
        yield from _consented(dispatch, register)
    elif not dispatch.corrections:
        yield Finding("withdrawn-without-reason", of_key(dispatch, "status"), dispatch.status)
    yield from _in_order(dispatch)


def _internal(dispatch: Dispatch, *, internal: bool) -> Iterator[Finding]:
    if not internal:
        yield Finding("internal-in-archive", of_key(dispatch, "access"), dispatch.access)
    for key in ("published", "approved_by"):
        if getattr(dispatch, key) is not None:
            value = str(getattr(dispatch, key))
            yield Finding("internal-published", of_key(dispatch, key), value, {"key": key})


def _approved(dispatch: Dispatch) -> Iterator[Finding]:
    """Publication is the agency's decision (Law 104/2016/QH13, article 19), so it is recorded.

    A decision half recorded is a mistake; where none is recorded none has been taken.
    """
    if awaits_approval(dispatch):
        yield Finding("awaiting-approval", of_key(dispatch, "published"))
        return
    for key in ("published", "approved_by"):
        # A date that could not be read has its own finding already.
        if getattr(dispatch, key) is None and key not in dispatch.marks:
            yield Finding("not-approved", of_key(dispatch, key), "", {"key": key})


def _consented(dispatch: Dispatch, register: Register) -> Iterator[Finding]:
    """The access law binds state agencies only; the Party decides about its own papers."""
    if dispatch.consent is None and _of_party(dispatch, register):
        yield Finding("party-without-consent", of_key(dispatch, "issuer"), dispatch.issuer)


def _of_party(dispatch: Dispatch, register: Register) -> bool:
    try:
        return is_party(register.agency(dispatch.issuer))
    except KeyError:
        return False


def _in_order(dispatch: Dispatch) -> Iterator[Finding]:
    """A document is issued before it is published and before its tasks fall due."""
    if dispatch.date is None:
        return
    issued = {"date": calendar.say(dispatch.date)}
    if dispatch.published and dispatch.published < dispatch.date.earliest:
        place = of_key(dispatch, "published")
        yield Finding("published-before-issued", place, dispatch.published.isoformat(), issued)
    for index, task in enumerate(dispatch.tasks or ()):
        if task.due is not None and task.due.surely_before(dispatch.date):
            place = of_key(dispatch, f"tasks.{index}.due")
            yield Finding("due-before-issued", place, str(task.due), issued)
