"""A reader of the public index in Python: what the browser's modules do, told a second time."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
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


class Reader:
    """An index from its outputs."""

    def __init__(self, outputs: Iterable[Output]) -> None:
        self.files = {output.path.removeprefix("chi-muc/"): output.content for output in outputs}
        self.directory: dict[str, Any] = json.loads(self.files["index.json"])
        self.tier: dict[str, Any] = self.directory["tiers"][0]

    def content(self, name: str) -> bytes:
        """A file of the tier, unpacked."""
        return gzip.decompress(self.files[f"{self.tier['folder']}/{name}"])

    def rows(self, name: str, size: int) -> list[Any]:
        """All rows of the files of cards or texts."""
        count = -(-self.tier["documents"] // size)
        return [row for i in range(count) for row in json.loads(self.content(f"{name}-{i}.bin"))]

    @cached_property
    def cards(self) -> list[list[Any]]:
        """What results show, in the order of documents."""
        return self.rows("cards", self.tier["cards"])

    @cached_property
    def texts(self) -> list[list[str]]:
        """The texts of snippets."""
        return self.rows("texts", self.tier["texts"])

    def terms(self, sort: str) -> dict[str, dict[int, int]]:
        """Every term of a sort with its postings, in the order of the files."""
        terms: dict[str, dict[int, int]] = {}
        for i, first in enumerate(self.tier["shards"][sort]):
            reader = Bytes(self.content(f"{sort}-{i}.bin"))
            start = len(terms)
            while reader.at < len(reader.content):
                term = reader.take(reader.number()).decode()
                terms[term] = read_postings(reader.take(reader.number()))
            assert list(terms)[start] == first
        return terms

    def facet(self, kind: str) -> dict[str, tuple[str, list[int]]]:
        """The values of a facet with their labels and documents."""
        lists = Bytes(self.content(f"facet-{kind}.bin"))
        labels = json.loads(self.content(f"labels-{kind}.bin"))
        return {value: (label, lists.numbers()) for value, label in labels}
