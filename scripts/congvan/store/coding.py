"""Coding: values as bytes and back, for the cache and for the way between processes.

MessagePack by the library msgspec, typed by the nouns themselves: equal values give equal bytes,
and bytes that someone else put there can hold nothing but values.
"""

from __future__ import annotations

import zlib
from functools import cache
from hashlib import blake2b
from typing import Any, TypeVar, overload

import msgspec

T = TypeVar("T")

_PLAIN, _PACKED = b"\0", b"\1"
_WORTH_PACKING = 400
"""Bytes below which compression saves nothing."""


class Spoiled(Exception):
    """Bytes that are no value of the type that was asked for."""


def dumps(value: object) -> bytes:
    """A noun, or tuples, lists, mappings and plain values of them, as bytes."""
    written = msgspec.msgpack.encode(value)
    if len(written) < _WORTH_PACKING:
        return _PLAIN + written
    return _PACKED + zlib.compress(written, 1)


@overload
def loads(type_: type[T], content: bytes) -> T: ...
@overload
def loads(type_: object, content: bytes) -> Any: ...
def loads(type_: Any, content: bytes) -> Any:
    """The value of a type that `dumps` has written. Raises Spoiled for anything else."""
    try:
        written = zlib.decompress(content[1:]) if content[:1] == _PACKED else content[1:]
        return _decoder(type_).decode(written)
    except (msgspec.MsgspecError, zlib.error) as error:
        raise Spoiled(str(error)) from error


def digest(*parts: bytes) -> bytes:
    """Sixteen bytes that tell sequences of contents apart (BLAKE2b, RFC 7693)."""
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()


@cache
def _decoder(type_: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(type_)
