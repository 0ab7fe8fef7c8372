"""Recognition: what stands in a text, as values. Pure: no files, no archive, no guesses."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.language.register import Register
from congvan.model.citation import Citation
from congvan.model.dispatch import Dispatch
from congvan.model.recognised import Recognised
from congvan.recognise.letter import read_letter
from congvan.recognise.parse import parse_text
from congvan.recognise.seen import see

__all__ = ["parse_text", "read_letter", "recognise", "reference", "see"]


def recognise(dispatch: Dispatch, register: Register) -> Recognised:
    """A held dispatch with its outline, citations, mentions and tasks.

    The clerk's own references to documents ("Kế hoạch số … ngày … của …") are read as well; one
    that is an id, or that says nothing certain, is left out.
    """
    seen = see(
        dispatch.subject,
        dispatch.body,
        date=dispatch.date,
        register=register,
        own_type=dispatch.type,
        issuer=_name_of(dispatch.issuer, register),
        names=_addressees(dispatch, register),
    )
    read = {words: reference(words, register) for words in _references(dispatch)}
    return Recognised(dispatch, seen, {words: said for words, said in read.items() if said})


def _name_of(agency: str, register: Register) -> str | None:
    try:
        return register.agency(agency).name
    except KeyError:
        return None


def reference(words: str, register: Register) -> Citation | None:
    """The one document with a code that a reference names; None for none or several."""
    found = see(None, words, date=None, register=register).citations
    coded = [citation for citation in found if citation.symbol is not None]
    return coded[0] if len(coded) == 1 else None


def _references(dispatch: Dispatch) -> Iterator[str]:
    yield from dispatch.implements or ()
    yield from (relation.document for relation in dispatch.relations or ())
    yield from (link.target for link in dispatch.links)


def _addressees(dispatch: Dispatch, register: Register) -> Iterator[str]:
    """The bodies that the heading addresses by name, groups left out."""
    day = dispatch.date.earliest if dispatch.date else None
    for line in dispatch.to or ():
        for name in register.split(line, day=day):
            if register.find_group(name, day=day) is None and ":" not in name:
                yield name
