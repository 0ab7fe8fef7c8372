from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from congvan.language import wording
from congvan.model.finding import Finding, Place, Severity
from source_code import PACKAGE, python_files, tree

ALWAYS = {"fragment"}
# Reports and rules of the same kind say "{fragment}" of the words at fault, which is never missing.

Call = tuple[Path, ast.Call, ast.AST]


def calls() -> Iterator[Call]:
    """Every place of the package where a finding is made, with the function around it."""
    for file in python_files("scripts/congvan"):
        for function in ast.walk(tree(file)):
            if isinstance(function, ast.FunctionDef):
                for node in ast.walk(function):
                    if isinstance(node, ast.Call) and named(node.func) == "Finding":
                        yield file, node, function


def named(node: ast.AST) -> str | None:
    """The name of a plain name."""
    return node.id if isinstance(node, ast.Name) else None


def code_of(call: ast.Call) -> str | None:
    """The code a call spells out; None where it hands on another's."""
    first = call.args[0] if call.args else None
    value = first.value if isinstance(first, ast.Constant) else None
    return value if isinstance(value, str) else None


def values_of(call: ast.Call, function: ast.AST) -> set[str] | None:
    """The names of the values a call gives; None where they cannot be read off the code."""
    given = [k.value for k in call.keywords if k.arg == "values"] or list(call.args[3:4])
    if not given:
        return set()
    return keys_of(given[0], function)


def keys_of(node: ast.expr, function: ast.AST) -> set[str] | None:
    """The keys of a dict, spelt out in place or under a name of the same function."""
    if isinstance(node, ast.Dict):
        constants = [key.value for key in node.keys if isinstance(key, ast.Constant)]
        return {str(value) for value in constants} if len(constants) == len(node.keys) else None
    if not isinstance(node, ast.Name):
        return None
    found: set[str] = set()
    for step in ast.walk(function):
        if isinstance(step, ast.Assign) and named(step.targets[0]) == node.id:
            assigned = keys_of(step.value, function)
            if assigned is None:
                return None
            found |= assigned
        if isinstance(step, ast.Subscript) and named(step.value) == node.id:
            found |= {str(step.slice.value)} if isinstance(step.slice, ast.Constant) else set()
    return found


def strings() -> set[str]:
    """Every string that the package's code spells out."""
    return {
        node.value
        for file in python_files("scripts/congvan")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_code_has_its_wording() -> None:
    """A code that the program makes stands in the wording file."""
    made = {(str(file.relative_to(PACKAGE)), code_of(call)) for file, call, _ in calls()}
    assert {(file, code) for file, code in made if code and code not in wording.CODES} == set()


def test_every_wording_has_its_code() -> None:
    """Nothing stands in the wording file that the program never says."""
    assert set(wording.CODES) - strings() == set()


def test_sentences_get_their_values() -> None:
    """What a sentence or a remedy asks for, the finding gives."""
    lacking = [
        (f"{file.relative_to(PACKAGE)}:{call.lineno}", code, sorted(missing))
        for file, call, function in calls()
        if (code := code_of(call)) is not None
        and code in wording.CODES
        and (values := values_of(call, function)) is not None
        and (missing := wording.CODES[code].fields - values - ALWAYS)
    ]
    assert lacking == []


@pytest.mark.parametrize("code", sorted(wording.CODES))
def test_wording_is_whole(code: str) -> None:
    """Every code has a severity, a sentence that ends as one, and a remedy."""
    said = wording.CODES[code]
    assert isinstance(said.severity, Severity)
    assert said.sentence[-1] in ".!?”"
    assert said.remedy[-1] in ".!?”)}"
    assert code == code.lower().replace("_", "-")


def test_values_fill_the_sentence() -> None:
    """The fields of a sentence become the finding's values and its fragment."""
    finding = Finding("missing-key", Place("x.md"), "", {"key": "type"})
    assert wording.sentence(finding) == "Thiếu mục bắt buộc “type”."
    assert wording.remedy(finding) == "Thêm `type:` với giá trị đúng."


def test_a_value_that_is_missing_stays_in_sight() -> None:
    """A finding without a value is still told, its field standing."""
    assert "{key}" in wording.sentence(Finding("missing-key", Place("x.md")))


def test_values_are_not_read_as_fields() -> None:
    """Braces in a clerk's words are words."""
    finding = Finding("unknown-key", Place("x.md"), "{key}", {"nearest": "{0}"})
    assert "“{key}”" in wording.sentence(finding)
    assert "“{0}”" in wording.remedy(finding)


def test_unknown_codes_are_refused() -> None:
    """A code without wording is a mistake of the program."""
    with pytest.raises(KeyError):
        wording.severity("no-such-code")
