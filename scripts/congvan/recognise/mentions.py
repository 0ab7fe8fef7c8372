"""Mentions: agencies and groups named in running text, outside the citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Day
from functools import lru_cache

from congvan.language.register import Register
from congvan.model.citation import Citation, Mention, Text
from congvan.model.span import Span
from congvan.recognise.parties import PartyName, PartyReader


def mentions(
    parties: PartyReader,
    text: Text,
    citations: Iterable[Citation],
    register: Register,
    day: Day | None,
) -> tuple[Mention, ...]:
    """Every agency and known group of one text, in order, none inside a citation.

    An issuer is part of its document's mention and is linked by it. A post is named by its body;
    a group that the register does not know ("các tổ chức, cá nhân") is no addressee and is left.
    """
    cited = [citation.span for citation in citations if citation.text == text]
    return tuple(_outside(cited, _mentions(parties, text, register, day)))


def _outside(cited: Sequence[Span], found: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that meet no span; both are in order, and spans do not overlap."""
    at = 0
    for mention in found:
        while at < len(cited) and cited[at].end <= mention.span.start:
            at += 1
        if at == len(cited) or not cited[at].meets(mention.span):
            yield mention


def _mentions(
    parties: PartyReader, text: Text, register: Register, day: Day | None
) -> Iterator[Mention]:
    for party in parties.all(posts=False):
        known = party.named or _is_group(party.name, register, day)
        if known:
            span = parties.reading.span(party.start, party.end)
            yield Mention(text, span, span.of(parties.reading.stored), _name(party))


@lru_cache(maxsize=4096)
def _is_group(name: str, register: Register, day: Day | None) -> bool:
    return register.find_group(name, day=day) is not None


def _name(party: PartyName) -> str:
    return " ".join(party.name.split())
