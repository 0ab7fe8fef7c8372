"""Files: how what a browser fetches is packed, and how one knows of which build it is."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import IO

_LEVEL = 6
"""The higher levels spare a hundredth of the bytes and take twice the time."""

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

STAMP = 6
"""Bytes that say of which build a file is."""


@dataclass(slots=True)
class Spool:
    """Files put aside until all are there and their common name is known."""

    file: IO[bytes]
    names: list[tuple[str, int]] = field(default_factory=list)
    """Each file with its length."""

    def put(self, name: str, content: bytes) -> None:
        """Packs a file and puts it aside."""
        data = packed(content)
        self.file.write(data)
        self.names.append((name, len(data)))

    def stamp(self) -> bytes:
        """A stamp made of the content of all files."""
        digest = sha256(repr(self.names).encode())
        self.file.seek(0)
        while piece := self.file.read(1 << 20):
            digest.update(piece)
        return digest.digest()[:STAMP]

    def stamped(self) -> Iterator[tuple[str, bytes]]:
        """Each file with its name, the common stamp before it."""
        stamp = self.stamp()
        self.file.seek(0)
        for name, length in self.names:
            yield name, stamped(stamp, self.file.read(length))


def stamped(stamp: bytes, data: bytes) -> bytes:
    """A packed file behind its stamp."""
    return stamp[:STAMP] + data


def packed(content: bytes) -> bytes:
    """Gzip without a time or a name, so that equal content makes equal bytes."""
    return gzip.compress(content, _LEVEL, mtime=0)


def as_json(value: object) -> bytes:
    """Compact JSON in UTF-8, the same bytes for the same value."""
    return _JSON.encode(value).encode()
