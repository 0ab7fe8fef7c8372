"""Laws in a text, by name: with a day or year, by a name that is known, or met with a code."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from congvan.language import calendar, types
from congvan.model.partial_date import PartialDate
from congvan.recognise import citation_grammar, law_grammar
from congvan.recognise.found import Found
from congvan.recognise.pinpoints import pinpoints_before
from congvan.recognise.reading import Reading, flatten

# The longest of the words that make a law another document's subject.
_REACH_OF_PARTS = 40
# Names met in the text itself; more of them than this are no text but a list of laws.
_MOST_MET = 100


@dataclass(frozen=True)
class LawReader:
    """Reads the laws named in one text."""

    reading: Reading
    openings: tuple[int, ...]
    """Where a type or a law may be named."""
    coded: tuple[Found, ...]
    """The documents with codes, in order."""

    def read(self) -> Iterator[Found]:
        """Every law by name, those with a date first.

        A law in the title of another document is that document's subject, unless a clause of it is
        named.
        """
        dated = list(self._dated())
        yield from dated
        names = tuple(self._met(dated))
        told = 0
        for at in self._places:
            end = self._named_end(at, names)
            if end is None:
                continue
            listed = citation_grammar.LIST_GAP.fullmatch(self.reading.flat, told, at)
            subject = listed is not None or self._is_subject(at)
            if subject and not pinpoints_before(self.reading.flat, at):
                told = end
            else:
                yield self._law(at, end, end, None)

    @cached_property
    def _places(self) -> tuple[int, ...]:
        return tuple(at for at in self.openings if law_grammar.LAW.match(self.reading.flat, at))

    def _dated(self) -> Iterator[Found]:
        free = 0
        for at in self._places:
            match = law_grammar.DATED.match(self.reading.flat, at) if at >= free else None
            date = calendar.read(match["date"]) if match else None
            if match and date and _is_name(match["name"]):
                yield self._law(at, match.end("name"), match.end(), date)
                free = match.end()

    def _met(self, dated: Iterable[Found]) -> Iterator[str]:
        """Names that the text gives with a code or a date; then they stand alone as well."""
        laws = (one.title for one in (*self.coded, *dated) if one.title)
        names = dict.fromkeys(flatten(title) for title in laws if law_grammar.LAW.match(title))
        yield from sorted(list(names)[:_MOST_MET], key=len, reverse=True)

    def _named_end(self, at: int, names: Iterable[str]) -> int | None:
        flat = self.reading.flat
        known = law_grammar.AMENDING.match(flat, at) or law_grammar.NAMED.match(flat, at)
        if known:
            return known.end()
        met = next((name for name in names if flat.startswith(name, at)), None)
        ends = met and not flat[at + len(met) : at + len(met) + 1].isalpha()
        return at + len(met) if met and ends else None

    def _is_subject(self, at: int) -> bool:
        before = bisect_left(self._ends, at + 1) - 1
        if before >= 0 and at < self.coded[before].title_end:
            return True
        window = self.reading.flat[max(0, at - _REACH_OF_PARTS) : at]
        return law_grammar.PART_OF_LAW.search(window) is not None

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(one.end for one in self.coded)

    def _law(self, start: int, name_end: int, end: int, date: PartialDate | None) -> Found:
        title = self.reading.words(start, name_end)
        return Found(start, end, "law", _type(title), date=date, title=title)


def _is_name(words: str) -> bool:
    """Whether the words between "Luật" and a date are one law's name."""
    several = law_grammar.SEVERAL.search(words)
    return not law_grammar.NO_NAME.search(words) and (
        several is None or law_grammar.IS_AMENDING.match(words) is not None
    )


def _type(title: str) -> str | None:
    kind = types.by_name(" ".join(title.split()[:2])) or types.by_name(title.split(maxsplit=1)[0])
    return kind.id if kind else None


def amended_apart(found: list[Found], reading: Reading) -> list[Found]:
    """The documents, a law that amends several told apart from those, which have their own codes.

    "Luật sửa đổi, bổ sung một số điều của Luật A số 1/…, Luật B số 2/… ngày 3/4/2024": the codes
    are the amended laws', the day is the amending law's.
    """
    told: list[Found] = []
    at = 0
    while at < len(found):
        run = _run(found, at, reading)
        told += _told_apart(run, reading) if len(run) > 1 else run
        at += len(run)
    return told


def _run(found: list[Found], at: int, reading: Reading) -> list[Found]:
    run = [found[at]]
    if law_grammar.AMENDING_HEAD.match(flatten(found[at].title or "")):
        for one in found[at + 1 :]:
            gap = citation_grammar.LIST_GAP.fullmatch(reading.flat, run[-1].end, one.start)
            if not gap or not one.title or not law_grammar.LAW.match(one.title):
                break
            run.append(one)
    return run


def _told_apart(run: list[Found], reading: Reading) -> list[Found]:
    first, last = run[0], run[-1]
    head = law_grammar.AMENDING_HEAD.match(reading.flat, first.start)
    if head is None:
        return run
    inner = reading.words(head.end(), first.start + len(first.title or ""))
    amended = [replace(first, start=head.end(), title=inner), *run[1:]]
    titles = [one.title or "" for one in amended]
    title = f"{reading.words(first.start, head.end())} {', '.join(titles)}"
    law = Found(first.start, head.end() - 1, "law", first.type, date=last.date, title=title)
    amended[-1] = replace(last, date=None, issuer=None, form="short")
    return [law, *amended]
