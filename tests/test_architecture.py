from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from source_code import (
    PACKAGE,
    ROOT,
    Function,
    functions,
    length,
    lines,
    python_files,
    tracked_files,
    tree,
)

MODULE_LINES = 300
MODULE_MEDIAN = 150
FUNCTION_LINES = 40
FUNCTION_MEDIAN = 10
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "shared"}

# Names of one machine or one registry: they mean nothing to the next reader. Each pattern is
# written so that it does not find itself.
FOREIGN = {
    "a folder of one machine": r"(?<![\w.])/(?:wor[k]|roo[t]|op[t]|hom[e]/\w+|tm[p]/\w+)/",
    "an address of a package registry": r"pyp[i]\.org|pythonhoste[d]|npmj[s]|deb\.debia[n]\.org",
    "a number of a plan": r"(?i)\b(?:issu[e]|ticke[t]) #?\d",
    "a Python installer of one machine": r"\.pyen[v]\b",
}

# The package's modules whose string literals may hold Vietnamese letters, each with its reason.
CODES = "the letters of document codes are grammar: the nouns parse them with no file to read"
MAY_HOLD_LETTERS = {
    "scripts/congvan/language/collation.py": "the alphabet",
    "scripts/congvan/model/agency.py": "the two level words of the law, part of every full name",
    "scripts/congvan/model/symbol_letters.py": CODES,
    "scripts/congvan/model/symbol_parts.py": CODES,
    "scripts/congvan/model/symbol_pattern.py": CODES,
}

PYTHON = python_files("scripts", "tests")
OURS = python_files("scripts")


def name(file: Path) -> str:
    """The path of a file as messages show it."""
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("file", PYTHON, ids=name)
def test_module_length(file: Path) -> None:
    """A module can still be scrolled through."""
    assert lines(file) <= MODULE_LINES


@pytest.mark.parametrize("file", OURS, ids=name)
def test_function_length(file: Path) -> None:
    """A function fits on a screen."""
    long = {f"{f.name}:{f.lineno}": length(f) for f in functions(tree(file))}
    assert {where: n for where, n in long.items() if n > FUNCTION_LINES} == {}


def test_medians() -> None:
    """Most modules and functions are short."""
    written = [file for file in OURS if lines(file) > 1]
    assert median(map(lines, written)) <= MODULE_MEDIAN
    assert median(length(f) for file in written for f in functions(tree(file))) <= FUNCTION_MEDIAN


def test_no_drawers() -> None:
    """No module or package is a drawer for odds and ends."""
    parts = {part for file in OURS for part in file.relative_to(ROOT).with_suffix("").parts}
    assert parts & DRAWERS == set()


@pytest.mark.parametrize("file", OURS, ids=name)
def test_imports_stand_at_the_top(file: Path) -> None:
    """No function imports; a circle is mended, not dodged."""
    inside = [
        f"{function.name}:{node.lineno}"
        for function in functions(tree(file))
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


@pytest.mark.parametrize("file", python_files("scripts/congvan"), ids=name)
def test_words_are_on_the_shelves(file: Path) -> None:
    """Vietnamese words stand in data, templates and wording files, never in Python strings."""
    if name(file) in MAY_HOLD_LETTERS:
        pytest.skip(MAY_HOLD_LETTERS[name(file)])
    held = {f"{line}: {word}" for line, text in literals(tree(file)) for word in words(text)}
    assert held == set()


def test_exceptions_are_used() -> None:
    """A module excepted from the rule about words needs to be."""
    needed = {
        name(file)
        for file in PACKAGE.rglob("*.py")
        if any(words(text) for _, text in literals(tree(file)))
    }
    assert set(MAY_HOLD_LETTERS) <= needed


@pytest.mark.parametrize("file", PYTHON, ids=name)
def test_linter_exceptions_carry_reasons(file: Path) -> None:
    """Whoever silences a tool says why, after the code."""
    silenced = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma)\b(?P<rest>.*)")
    reasoned = re.compile(r"(?::\s*[A-Z0-9, ]+|\[[\w, -]+\])\W+[a-z“\"`A-Z].{5,}")
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        found = silenced.search(line)
        assert found is None or reasoned.match(found["rest"]), f"{name(file)}:{number}: {line}"


@pytest.mark.parametrize("file", python_files("tests"), ids=name)
def test_each_test_says_its_truth(file: Path) -> None:
    """Every test's docstring states what holds."""
    silent = [f.name for f in functions(tree(file)) if is_test(f) and not ast.get_docstring(f)]
    assert silent == []


def test_nothing_foreign() -> None:
    """No tracked file names a machine, a workplace or the address of a registry."""
    found = [
        f"{name(file)}:{number}: {what}: {line.strip()[:80]}"
        for file in tracked_files()
        for number, line in enumerate(text_lines(file), 1)
        for what, pattern in FOREIGN.items()
        if re.search(pattern, line)
    ]
    assert found == []


def is_test(function: Function) -> bool:
    """Whether pytest would collect the function."""
    return function.name.startswith("test_")


def text_lines(file: Path) -> list[str]:
    """The lines of a file; none of a picture or a font."""
    content = file.read_bytes()
    return [] if b"\0" in content else content.decode("utf-8", "replace").splitlines()


def literals(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string of the code that is no docstring or note beneath an attribute, by line."""
    notes = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.lineno, node.value


def words(text: str) -> set[str]:
    """The Vietnamese words in a string; single letters and character classes are grammar."""
    grammar_out = re.sub(r"\[[^\]]*\]|#.*", " ", unicodedata.normalize("NFC", text))
    runs = re.findall(r"[^\W\d_]{2,}", grammar_out)
    return {run for run in runs if re.search(r"[a-z]", run, re.IGNORECASE) and not run.isascii()}
