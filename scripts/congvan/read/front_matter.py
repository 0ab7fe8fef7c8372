"""Front matter as YAML nodes with their marks, nothing converted, nothing resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import yaml
from yaml import CSafeLoader

from congvan.language import fields
from congvan.language.fields import Form
from congvan.model.finding import Finding, Place

MAX_DEPTH = 8
"""Levels of nesting; the front matter needs four. The C parser's recursion has no guard of its
own, and a file of brackets would end the process."""

_OPENING = re.compile(r"\A---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*$\n?", re.MULTILINE)
# What the parser takes for the end of a line or refuses to read; reported with the text.
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_OPENERS = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_CLOSERS = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


class Mark(Protocol):
    """A place in a YAML text, lines and columns from 0: PyYAML's own and its C parser's."""

    line: int
    column: int


@dataclass(frozen=True)
class Yaml:
    """A piece of YAML in a file."""

    file: str
    text: str
    form: Form
    """What its keys mean and what their values may be."""
    first_line: int = 1

    def place(self, mark: Mark | None) -> Place:
        """Where a mark stands in the file."""
        if mark is None:
            return Place(self.file, self.first_line)
        return Place(self.file, self.first_line + mark.line, mark.column + 1)

    def line(self, mark: Mark | None) -> str:
        """The line of the text that a mark stands on."""
        return self._lines[mark.line] if mark is not None and mark.line < len(self._lines) else ""

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def rest(self, mark: Mark | None) -> str:
        """What stands on the line from the mark on."""
        return self.line(mark)[mark.column if mark is not None else 0 :]


@dataclass(frozen=True, slots=True)
class Parts:
    """A dispatch file in its two halves."""

    front: Yaml | None
    """None where the file has no front matter that ends."""
    body: str
    body_line: int


def split(text: str, file: str) -> tuple[Parts, tuple[Finding, ...]]:
    """The front matter and the body of a file's text; the body without outer blank lines."""
    opening = _OPENING.match(text)
    if opening is None:
        first = text.lstrip().split("\n", 1)[0][:60]
        finding = Finding("no-front-matter", Place(file), first)
        return _parts(None, text, 1), (finding,)
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        finding = Finding("front-matter-not-closed", Place(file), "---")
        return _parts(None, text[opening.end() :], 2), (finding,)
    written = text[opening.end() : closing.start()]
    front = Yaml(file, written, fields.DISPATCH, first_line=2)
    body_line = text.count("\n", 0, closing.end()) + 1
    return _parts(front, text[closing.end() :], body_line), ()


def _parts(front: Yaml | None, rest: str, line: int) -> Parts:
    start = re.match(r"(?:[ \t]*\n)*", rest)
    skipped = start.end() if start else 0
    return Parts(front, rest[skipped:].rstrip(), line + rest.count("\n", 0, skipped))


def compose(source: Yaml) -> tuple[yaml.Node | None, tuple[Finding, ...]]:
    """The root node of a YAML text, or None and what is wrong with it."""
    text = _UNREADABLE.sub(" ", source.text)
    try:
        refused = tuple(_refused(source, text))
        if refused:
            return None, refused
        return yaml.compose(text, Loader=CSafeLoader), ()
    except yaml.MarkedYAMLError as error:
        return None, (_broken(source, error),)
    except yaml.YAMLError:
        return None, (Finding("broken-yaml", Place(source.file, source.first_line)),)


def _refused(source: Yaml, text: str) -> Iterator[Finding]:
    """Anchors, aliases, tags and deep nesting: nothing that makes one text mean another."""
    depth = 0
    for event in yaml.parse(text, Loader=CSafeLoader):
        depth += isinstance(event, _OPENERS) - isinstance(event, _CLOSERS)
        if depth > MAX_DEPTH:
            line = source.line(event.start_mark).strip()[:60]
            yield Finding("yaml-too-deep", source.place(event.start_mark), line)
            return
        if isinstance(event, yaml.AliasEvent) or _named(event):
            rest = source.rest(event.start_mark).strip()
            yield Finding("yaml-reference", source.place(event.start_mark), rest[:60])


def _named(event: yaml.Event) -> bool:
    return bool(getattr(event, "anchor", None) or getattr(event, "tag", None))


def _broken(source: Yaml, error: yaml.MarkedYAMLError) -> Finding:
    """A syntax error by the kind of slip behind it, so that the remedy can be told."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Finding("broken-yaml", Place(source.file, source.first_line))
    if "quoted scalar" in context and "end of stream" in problem and error.context_mark:
        mark, code = error.context_mark, "yaml-quote"
    elif "flow" in context and error.context_mark:
        mark, code = error.context_mark, "yaml-bracket"
    else:
        code = _slip(problem, source.line(mark), mark.column)
    return Finding(code, source.place(mark), source.line(mark).strip()[:120])


def _slip(problem: str, line: str, column: int) -> str:
    if "tab" in problem or line[column : column + 1] == "\t":
        return "yaml-tab"
    if "mapping values" in problem:
        return "yaml-indent" if ": " not in line[:column] else "yaml-colon"
    if "cannot start any token" in problem or "alphabetic or numeric" in problem:
        return "yaml-character"
    if "expected key" in problem or "indicator" in problem:
        return "yaml-indent"
    return "broken-yaml"
