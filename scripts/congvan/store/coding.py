"""Coding: values as bytes and back, for the cache and for the way between processes."""

from __future__ import annotations

import io
import pickle
import zlib
from dataclasses import is_dataclass
from enum import Enum
from hashlib import blake2b
from typing import Any

_PLAIN, _PACKED = b"\0", b"\1"
_WORTH_PACKING = 400
"""Bytes below which compression saves nothing."""

_OURS = "congvan."
_OTHERS = frozenset((("datetime", "date"), ("pathlib", "PurePosixPath")))


class Spoiled(Exception):
    """Bytes that are no value of ours."""


def dumps(value: object) -> bytes:
    """A noun, or tuples, lists, mappings and plain values of them, as bytes."""
    written = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    if len(written) < _WORTH_PACKING:
        return _PLAIN + written
    return _PACKED + zlib.compress(written, 1)


def loads(content: bytes) -> Any:
    """The value of `dumps`. Raises Spoiled for bytes that hold anything but nouns of ours: a cache
    that someone else put there must not run code."""
    try:
        written = zlib.decompress(content[1:]) if content[:1] == _PACKED else content[1:]
        return _Reader(io.BytesIO(written)).load()
    except (pickle.UnpicklingError, zlib.error, EOFError, AttributeError, ImportError) as error:
        raise Spoiled(str(error)) from error


def digest(*parts: bytes) -> bytes:
    """Sixteen bytes that tell sequences of contents apart (BLAKE2b, RFC 7693)."""
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()


def _is_value(class_: type) -> bool:
    return is_dataclass(class_) or issubclass(class_, (Enum, tuple))


class _Reader(pickle.Unpickler):
    """Knows our own classes of values and days, and nothing that could do anything."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _OTHERS:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith(_OURS) else None
        if isinstance(found, type) and found.__module__ == module and _is_value(found):
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")
