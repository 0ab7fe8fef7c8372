"""A reader of the public index in Python: what the browser's modules do, told a second time."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from congvan.model.output import Output


@dataclass
class Bytes:
    """Bytes read from the front."""

    content: bytes
    at: int = 0

    def number(self) -> int:
        """The next number of seven bits a byte."""
        value = shift = 0
        while True:
            byte = self.content[self.at]
            self.at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def take(self, length: int) -> bytes:
        """The next bytes."""
        self.at += length
        return self.content[self.at - length : self.at]

    def numbers(self) -> list[int]:
        """The next list of rising numbers."""
        numbers: list[int] = []
        before = -1
        for _ in range(self.number()):
            before += self.number() + 1
            numbers.append(before)
        return numbers


def read_postings(packed: bytes) -> dict[int, int]:
    """Documents with the fields a term stands in."""
    reader = Bytes(packed)
    numbers = reader.numbers()
    masks: list[int] = []
    while len(masks) < len(numbers):
        length = reader.number()
        masks += [reader.take(1)[0]] * length
    return dict(zip(numbers, masks, strict=True))


@dataclass(frozen=True)
class Tier:
    """One tier of an index."""

    record: dict[str, Any]
    files: dict[str, bytes]

    def content(self, name: str) -> bytes:
        """A file of the tier, unpacked; its stamp is that of the folder."""
        return unstamped(self.record["folder"], self.files[f"{self.record['folder']}/{name}"])

    def cards(self) -> list[list[Any]]:
        """What results show, by number."""
        count = -(-self.record["documents"] // self.record["cards"])
        return [row for i in range(count) for row in json.loads(self.content(f"cards-{i}.bin"))]

    def terms(self, sort: str) -> Iterator[tuple[str, dict[int, int]]]:
        """Every term of a sort with its postings, in the order of the files."""
        borders = [*json.loads(self.content("borders.bin"))[sort], "\uffff"]
        assert len(borders) == self.record["shards"][sort] + 1
        for i in range(len(borders) - 1):
            reader = Bytes(self.content(f"{sort}-{i}.bin"))
            while reader.at < len(reader.content):
                term = reader.take(reader.number()).decode()
                assert borders[i] <= term < borders[i + 1]
                yield term, read_postings(reader.take(reader.number()))

    def facet(self, kind: str) -> Iterator[tuple[str, str, list[int]]]:
        """Values with their labels and documents."""
        lists = Bytes(self.content(f"facet-{kind}.bin"))
        for value, label in json.loads(self.content(f"labels-{kind}.bin")):
            yield value, label, lists.numbers()

    def days(self) -> list[tuple[int, int]]:
        """The first and the last day of each dated document."""
        reader = Bytes(self.content("days.bin"))
        days = []
        latest = 200 * 366
        for _ in range(self.record["dated"]):
            latest -= reader.number()
            days.append((latest - reader.number(), latest))
        return days


def unstamped(stamp: str, content: bytes) -> bytes:
    """What a file holds, its stamp checked."""
    assert content[:6].hex().startswith(stamp)
    return gzip.decompress(content[6:])


class Reader:
    """An index from its outputs: documents by id, whatever tier they stand in."""

    def __init__(self, outputs: Iterable[Output]) -> None:
        self.outputs = {output.path: output.content for output in outputs}
        files = {p.removeprefix("chi-muc/"): c for p, c in self.outputs.items()}
        self.directory: dict[str, Any] = json.loads(files["index.json"])
        self.tiers = [Tier(record, files) for record in self.directory["tiers"]]
        order = unstamped(self.directory["order"], files[f"{self.directory['order']}/order.bin"])
        self.numbers = self._numbered(Bytes(order))

    def _numbered(self, order: Bytes) -> list[dict[int, int]]:
        """For each tier the number of each of its documents among all that are not struck out."""
        struck = [set(order.numbers()) for _ in self.tiers]
        places: list[tuple[int, int]] = []
        for t, tier in enumerate(self.tiers):
            before, merged, at = 0, list[tuple[int, int]](), 0
            for n in range(tier.record["documents"]):
                before += order.number() if t else 0
                merged += places[at:before]
                merged.append((t, n))
                at = before
            places = [*merged, *places[at:]]
        assert sum(map(len, struck)) + self.directory["documents"] == len(places)
        numbers: list[dict[int, int]] = [{} for _ in self.tiers]
        for number, (t, n) in enumerate(p for p in places if p[1] not in struck[p[0]]):
            numbers[t][n] = number
        return numbers

    def _gathered(self, of_tier: Callable[[Tier], Iterable[Any]]) -> Iterator[tuple[int, Any]]:
        for tier, numbers in zip(self.tiers, self.numbers, strict=True):
            for n, found in enumerate(of_tier(tier)):
                if n in numbers:
                    yield numbers[n], found

    @cached_property
    def cards(self) -> list[list[Any]]:
        """What results show, newest first."""
        return [card for _, card in sorted(self._gathered(Tier.cards))]

    @cached_property
    def texts(self) -> list[list[str]]:
        """The texts of snippets."""
        files = ((card, self.outputs[f"{card[1]}tim.bin"]) for card in self.cards)
        return [json.loads(unstamped(card[10], content)) for card, content in files]

    def terms(self, sort: str) -> dict[str, dict[int, int]]:
        """Every term of a sort with its postings."""
        terms: dict[str, dict[int, int]] = {}
        for tier, numbers in zip(self.tiers, self.numbers, strict=True):
            for term, found in tier.terms(sort):
                live = {numbers[n]: mask for n, mask in found.items() if n in numbers}
                if live:
                    terms.setdefault(term, {}).update(live)
        return terms

    def facet(self, kind: str) -> dict[str, tuple[str, list[int]]]:
        """The values of a facet with their labels and documents."""
        found: dict[str, dict[str, set[int]]] = {}
        for tier, numbers in zip(self.tiers, self.numbers, strict=True):
            for value, label, listed in tier.facet(kind):
                live = {numbers[n] for n in listed if n in numbers}
                if live:
                    found.setdefault(value, {}).setdefault(label, set()).update(live)
        return {
            value: (
                min(labels, key=lambda label: (-len(labels[label]), label)),
                sorted(set().union(*labels.values())),
            )
            for value, labels in found.items()
        }

    @cached_property
    def days(self) -> dict[int, tuple[int, int]]:
        """The first and the last day of each dated document."""
        return dict(self._gathered(Tier.days))

    def answers(self) -> dict[str, Any]:
        """All that an answer to any question is made from."""
        return {
            "cards": self.cards,
            "texts": self.texts,
            "days": self.days,
            **{sort: self.terms(sort) for sort in "wpc"},
            **{kind: self.facet(kind) for kind in self.directory["facets"]},
        }
