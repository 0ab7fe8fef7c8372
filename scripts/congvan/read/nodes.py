"""Nodes to values: each scalar as written, each departure from its shape a finding."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping
from typing import Any

import yaml

from congvan.model.finding import Finding, Place
from congvan.read.dates import read_day, read_partial
from congvan.read.front_matter import Yaml
from congvan.read.limits import nearest_of, within_limits
from congvan.read.shapes import Day, Edtf, Field, ListOf, Record, Shape, Text

Reading = Generator[Finding, None, Any]
"""Yields findings and returns the value, None where it is absent or unreadable."""

Values = dict[str, Any]

_STRING = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
# The numbers of YAML 1.2's core schema; PyYAML follows 1.1, which leaves "08" a string.
_NUMBER = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0o[0-7]+|0x[0-9a-fA-F]+")


def read_record(shape: Record, node: yaml.Node, key: str, source: Yaml) -> Reading:
    """The values of a mapping by attribute; None where the node is no mapping.

    A required key that is absent is a finding and is left out of the values.
    """
    if not isinstance(node, yaml.MappingNode):
        names = {"key": key, "names": ", ".join(shape.fields)}
        yield Finding(
            "expected-mapping", source.place(node.start_mark), _shown(node, source), names
        )
        return None
    pairs = yield from _pairs(shape, node, key, source)
    values: Values = {}
    for name, field in shape.fields.items():
        value = None
        if name in pairs:
            value = yield from read_value(field.shape, pairs[name], _join(key, name), source)
        if value is not None:
            values[field.attribute] = value
        elif field.required and (name not in pairs or _blank(pairs[name])):
            missing = {"key": _join(key, name)}
            yield Finding("missing-key", source.place(node.start_mark), "", missing)
    return values


def read_value(shape: Shape, node: yaml.Node, key: str, source: Yaml) -> Reading:
    """The value of a node in the given shape."""
    if _blank(node):
        return None
    match shape:
        case Record():
            values = yield from read_record(shape, node, key, source)
            return _noun(shape, values)
        case ListOf():
            return (yield from _list(shape, node, key, source))
        case Text() | Day() | Edtf():
            return (yield from _scalar(shape, node, key, source))


def marks(node: yaml.Node, source: Yaml, key: str = "") -> Iterator[tuple[str, Place]]:
    """Where the value of each key stands: "date", "to.0", "signer.name". A blank is no value."""
    if isinstance(node, yaml.ScalarNode) and not node.value:
        return
    yield key, source.place(node.start_mark)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode):
                yield from marks(value, source, _join(key, name.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from marks(item, source, _join(key, str(index)))


def _pairs(
    shape: Record, node: yaml.MappingNode, key: str, source: Yaml
) -> Generator[Finding, None, Mapping[str, yaml.Node]]:
    """The values of known keys, each once; the first wins where a key is repeated."""
    found: dict[str, yaml.Node] = {}
    lines: dict[str, int] = {}
    for name, value in node.value:
        place = source.place(name.start_mark)
        written = name.value if isinstance(name, yaml.ScalarNode) else _shown(name, source)
        if written not in shape.fields:
            nearest = {"nearest": nearest_of(written, shape.fields), "key": _join(key, written)}
            yield Finding("unknown-key", place, written, nearest)
        elif written in found:
            first = {"key": _join(key, written), "first": str(lines[written])}
            yield Finding("duplicate-key", place, _shown(value, source), first)
        else:
            found[written], lines[written] = value, place.line
    return found


def _list(shape: ListOf, node: yaml.Node, key: str, source: Yaml) -> Reading:
    if not isinstance(node, yaml.SequenceNode):
        place, shown = source.place(node.start_mark), _shown(node, source)
        yield Finding("expected-list", place, shown, {"key": key})
        return None
    items = []
    for index, item in enumerate(node.value):
        items.append((yield from read_value(shape.item, item, _join(key, str(index)), source)))
    return tuple(item for item in items if item is not None)


def _scalar(shape: Text | Day | Edtf, node: yaml.Node, key: str, source: Yaml) -> Reading:
    place = source.place(node.start_mark)
    if not isinstance(node, yaml.ScalarNode):
        yield Finding("expected-text", place, _shown(node, source), {"key": key})
        return None
    if _plain(node):
        yield from _slips(node, source)
        if node.tag == _NULL:
            yield Finding("null-value", place, node.value, {"key": key})
            return None
    match shape:
        case Day():
            return (yield from read_day(node.value, key, place))
        case Edtf():
            return (yield from read_partial(node.value, key, place))
        case Text():
            yield from within_limits(source.form, key, node.value, place)
            return node.value


def _slips(node: yaml.ScalarNode, source: Yaml) -> Iterator[Finding]:
    """What another reader of YAML would take for something else (domain: 010 read as 8)."""
    if node.tag not in (_STRING, _NULL) or _NUMBER.fullmatch(node.value):
        yield Finding("unquoted-value", source.place(node.start_mark), node.value)
    rest = source.rest(node.end_mark)
    if re.match(r"\s+#", rest):
        yield Finding("comment-cuts-text", source.place(node.end_mark), rest.strip())


def _noun(shape: Record, values: Values | None) -> Any:
    """The noun of a record, or None where a required key is missing."""
    if values is None or any(f.required and f.attribute not in values for f in _fields(shape)):
        return None
    return shape.noun(**values)


def _fields(shape: Record) -> tuple[Field, ...]:
    return tuple(shape.fields.values())


def _blank(node: yaml.Node) -> bool:
    """Whether a key is there with nothing after it; `""` counts as absent."""
    return isinstance(node, yaml.ScalarNode) and not node.value.strip()


def _plain(node: yaml.ScalarNode) -> bool:
    return not node.style


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _shown(node: yaml.Node, source: Yaml) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)[:120]
    return source.rest(node.start_mark).strip()[:120]
