from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.language import fields
from congvan.read.front_matter import MAX_DEPTH, Yaml, compose, split


def yaml_of(text: str) -> Yaml:
    """A piece of YAML as it stands in a file, below the opening line."""
    return Yaml("x.md", text, fields.DISPATCH, first_line=2)


SLIPS = {
    "a: V/v: b": ("yaml-colon", 2),
    "a: b\n\tc: d": ("yaml-tab", 3),
    "\ta: b": ("yaml-tab", 2),
    'a: "b\nc: d\n': ("yaml-quote", 2),
    "a: 'b\n": ("yaml-quote", 2),
    "a: b\n- c": ("yaml-indent", 3),
    "a: 1\n b: 2": ("yaml-indent", 3),
    "a: @b": ("yaml-character", 2),
    "a: %b": ("yaml-character", 2),
    "a: *": ("yaml-character", 2),
    "a: [b, c\nd: e": ("yaml-bracket", 2),
    "a: {b: c": ("yaml-bracket", 2),
    "a: b\n---\nc: d": ("broken-yaml", 3),
}


@pytest.mark.parametrize("text", SLIPS)
def test_slips_are_told_apart(text: str) -> None:
    """A slip of syntax has the code whose remedy mends it, on the line where it was made."""
    node, (finding,) = compose(yaml_of(text))
    assert node is None
    assert (finding.code, finding.place.line) == SLIPS[text]


@pytest.mark.parametrize("text", ["a: &x b", "a: &x b\nc: *x", "a: !!str b", "a: !x b"])
def test_references_are_refused(text: str) -> None:
    """Anchors, aliases and tags are refused, whatever they would mean."""
    node, findings = compose(yaml_of(text))
    assert node is None
    assert {finding.code for finding in findings} == {"yaml-reference"}


@pytest.mark.parametrize("text", ["a: " + "[" * 90_000 + "]" * 90_000, "- " * 90_000 + "x"])
def test_depth_is_bounded(text: str) -> None:
    """A file of brackets is refused, not followed to the end of the stack."""
    _, (finding,) = compose(yaml_of(text))
    assert finding.code == "yaml-too-deep"


def test_usual_depth_is_read() -> None:
    """What the front matter needs is well within the bound."""
    node, findings = compose(yaml_of("a:\n  - b: [c, d]\n    e: {f: g}\n"))
    assert node is not None
    assert (findings, MAX_DEPTH > 4) == ((), True)


def test_body_line_is_where_the_body_starts() -> None:
    """Blank lines before the body are not the body's, and the line says so."""
    parts, findings = split("---\na: b\n---\n\n \nMột.\n\nHai./.\n\n", "x.md")
    assert (parts.body, parts.body_line, findings) == ("Một.\n\nHai./.", 6, ())


def test_no_front_matter() -> None:
    """Text alone is all body, and a finding."""
    parts, (finding,) = split("Một./.\n", "x.md")
    assert (parts.front, parts.body, finding.code) == (None, "Một./.", "no-front-matter")


def test_front_matter_without_end() -> None:
    """A block that never closes is a finding of its own."""
    parts, (finding,) = split("---\na: b\n", "x.md")
    assert (parts.front, finding.code) == (None, "front-matter-not-closed")


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    """Whatever stands in a file, splitting and composing answer and raise nothing."""
    parts, _ = split(f"---\n{text}\n---\n{text}", "x.md")
    if parts.front is not None:
        compose(parts.front)


@given(st.text(alphabet="ab: -[]{}\"'#&*!|>%@\n\t,"))
def test_any_yaml_is_answered(text: str) -> None:
    """Signs of YAML in any order give a node or a finding that has a place in the file."""
    node, findings = compose(yaml_of(text))
    assert node is None or findings == ()
    assert all(finding.place.line >= 2 for finding in findings)
